using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Rules.Flows;
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

            var reported = new ConcurrentDictionary<(string Id, SyntaxTree Tree, TextSpan Span), bool>();
            start.RegisterSemanticModelAction(file =>
            {
                if (RazorFile.IsOnlyGenerated(file))
                    return;
                var flow = FlowFactStore.For(compilation, file.SemanticModel.Compilation, file.CancellationToken);
                var writer = new FlowReport(compilation, file.SemanticModel.Compilation, flow.Shared, new(() => flow.Whole.Shared), reported, file.ReportDiagnostic, file.CancellationToken);
                writer.Write(flow.Of(file.SemanticModel, file.CancellationToken), isWhole: false);
                if (flow.Shared.Names.NamesContentFilter(file.SemanticModel.SyntaxTree))
                    writer.WriteSwallowed(file.SemanticModel.SyntaxTree.GetRoot(file.CancellationToken));
            });
            start.RegisterCompilationEndAction(end =>
            {
                var flow = FlowFactStore.For(compilation, end.Compilation, end.CancellationToken);
                new FlowReport(compilation, end.Compilation, flow.Whole.Shared, new(() => flow.Whole.Shared), reported, end.ReportDiagnostic, end.CancellationToken).Write(flow.OfAll(end.CancellationToken), isWhole: true);
            });
        });
    }
}
