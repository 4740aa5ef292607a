using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Rules.Access;

/// <summary>AISEC109 and AISEC112: endpoints with an AI service behind them that everybody may call, and as often as he likes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndpointAnalyzer() : AiRule(AccessRules.OpenEndpoint, AccessRules.UnlimitedEndpoint)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Register(CompilationStartAnalysisContext start, AiCompilation compilation)
    {
        var reported = new ConcurrentDictionary<(string Id, SyntaxTree? Tree, TextSpan Span), bool>();
        var files = new ConcurrentDictionary<SyntaxTree, SemanticModel?>();
        start.RegisterSemanticModelAction(file =>
        {
            files[file.SemanticModel.SyntaxTree] = null;
            if (OwnFile.Tells(compilation, file))
                Report(new EndpointReport(reported, file.ReportDiagnostic), OwnFile.View(compilation, file));
        });
        start.RegisterCompilationEndAction(end =>
        {
            var flow = FlowFactStore.For(compilation, end.Compilation, end.CancellationToken);
            // A file that is only typed in is not the whole.
            var trees = end.Compilation.SyntaxTrees.Where(files.ContainsKey).ToImmutableArray();
            Report(new EndpointReport(reported, end.ReportDiagnostic), new ProjectView(compilation, flow.Shared, tree => ModelOf(end.Compilation, tree), trees, end.CancellationToken));
        });
    }

    /// <summary>What a file wants of another is known at the end only, when the models of the files are gone.</summary>
#pragma warning disable RS0030, RS1030
    private static SemanticModel ModelOf(Compilation compilation, SyntaxTree tree) => compilation.GetSemanticModel(tree);
#pragma warning restore RS0030, RS1030

    private static void Report(EndpointReport report, ProjectView view)
    {
        foreach (var endpoint in EndpointFinder.Find(view))
            report.Write(endpoint);
    }
}
