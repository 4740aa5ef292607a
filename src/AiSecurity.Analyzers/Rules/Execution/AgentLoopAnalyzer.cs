using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Execution.Loops;
using AiSecurity.Analyzers.Rules.Reach;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>AISEC305: loops around a model, and caps on them, that bound nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AgentLoopAnalyzer() : AiRule(ExecutionRules.UnboundedLoop)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Register(CompilationStartAnalysisContext start, AiCompilation compilation)
    {
        var reported = new ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), bool>();
        var files = new ConcurrentDictionary<SyntaxTree, bool>();
        start.RegisterSemanticModelAction(file =>
        {
            if (RazorFile.IsOnlyGenerated(file))
                return;
            files[file.SemanticModel.SyntaxTree] = true;
            BoundNames.For(compilation, file.SemanticModel.Compilation, file.CancellationToken).Take(file.SemanticModel, file.CancellationToken);
            IterationCaps.Report(new AiFile(compilation, file));
            EndlessChats.Report(new AiFile(compilation, file));
            Report(ProjectView.OfFile(compilation, file), reported, file.ReportDiagnostic);
        });
        // A model is often asked in another file than the loop stands in.
        start.RegisterCompilationEndAction(end =>
        {
            var trees = end.Compilation.SyntaxTrees.Where(files.ContainsKey).ToImmutableArray();
            Report(ProjectView.OfFiles(compilation, end.Compilation, trees, end.CancellationToken, BoundNames.For(compilation, end.Compilation, end.CancellationToken)), reported, end.ReportDiagnostic);
        });
    }

    private static void Report(ProjectView view, ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), bool> reported, Action<Diagnostic> report)
    {
        foreach (var loop in new AgentLoops(view).Find())
        {
            var place = loop.Code.Place;
            if (!reported.TryAdd((place.SyntaxTree!, place.Span), true))
                continue;

            var (fault, advice) = loop switch
            {
                { IsPoll: true } => ("waits for a model's run however long it takes", "give it a deadline or a number of attempts"),
                { HasExit: false } => ("asks a model again and again, and nothing ends it", "count the rounds and stop at a limit"),
                _ => ("asks a model again until the model's answer ends it", "count the rounds and stop at a limit"),
            };
            var limit = IterationCaps.Limit(view.Compilation.Options, place.SyntaxTree!);
            var properties = ControlTags.Of(ExecutionRules.UnboundedLoop).SetItem(IterationCaps.LimitProperty, loop.IsPoll ? limit.ToString(CultureInfo.InvariantCulture) : IterationCaps.Rounds(limit));
            if (loop.IsPoll)
                properties = properties.SetItem(IterationCaps.WaitProperty, "true");
            report(Diagnostic.Create(ExecutionRules.UnboundedLoop, place.GetLocation(), properties, place.ValueText, fault, advice));
        }
    }
}
