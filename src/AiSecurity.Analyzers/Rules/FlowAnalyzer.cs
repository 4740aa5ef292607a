using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Rules;

/// <summary>
/// All rules of <see cref="FlowRule.All"/>, in one pass: what a file tells by itself while it is typed, what only the whole compilation
/// tells at its end.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FlowAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        FlowRule.All.Select(static rule => rule.Descriptor).Append(ModelRules.IgnoredShield).Distinct().ToImmutableArray();

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // What Razor makes of markup is where its bindings, handlers and raw markup stand; lines map back to it.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (AiCompilation.TryGet(start.Compilation, start.Options, start.CancellationToken) is not { } compilation || AiOptions.IsTestProject(start.Options))
                return;

            var bodies = new ConcurrentDictionary<SyntaxTree, ImmutableArray<FlowFacts>>();
            var reported = new ConcurrentDictionary<(string Id, SyntaxTree Tree, TextSpan Span), bool>();
            start.RegisterSemanticModelAction(file =>
            {
                if (file.IsGeneratedCode && !RazorFile.Is(file.SemanticModel.SyntaxTree))
                    return;
                var facts = FileFlow.Of(compilation, file.SemanticModel, file.CancellationToken);
                if (facts.IsEmpty)
                    return;
                bodies[file.SemanticModel.SyntaxTree] = facts;
                var shared = FileFlow.Shared(compilation, file.SemanticModel.Compilation, file.CancellationToken);
                var writer = new FlowReport(compilation, shared, reported, file.ReportDiagnostic, file.CancellationToken);
                writer.Write(facts, isWhole: false);
                if (shared.Names.NamesContentFilter(file.SemanticModel.SyntaxTree))
                    writer.WriteSwallowed(file.SemanticModel.SyntaxTree.GetRoot(file.CancellationToken));
            });
            start.RegisterCompilationEndAction(end =>
            {
                if (bodies.IsEmpty)
                    return;
                // In the order of the files, so that what is reported does not depend on which was ready first.
                var all = end.Compilation.SyntaxTrees.SelectMany(tree => bodies.TryGetValue(tree, out var facts) ? facts : ImmutableArray<FlowFacts>.Empty).ToList();
                new FlowReport(compilation, FileFlow.Shared(compilation, end.Compilation, end.CancellationToken), reported, end.ReportDiagnostic, end.CancellationToken).Write(all, isWhole: true);
            });
        });
    }
}
