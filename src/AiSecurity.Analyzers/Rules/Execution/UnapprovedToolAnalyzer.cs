using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Rules.Execution.Tools;
using AiSecurity.Analyzers.Rules.Reach;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>AISEC303: tools that change something when a model calls them, and ask nobody.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnapprovedToolAnalyzer() : AiRule(ExecutionRules.UnapprovedTool)
{
    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Register(CompilationStartAnalysisContext start, AiCompilation compilation)
    {
        var reported = new ConcurrentDictionary<(SyntaxTree, TextSpan), bool>();
        var files = new ConcurrentDictionary<SyntaxTree, ImmutableArray<ToolSite>>();
        start.RegisterSemanticModelAction(file =>
        {
            if (RazorFile.IsOnlyGenerated(file))
                return;
            var tools = new ToolFinder(new AiFile(compilation, file)).Find().ToImmutableArray();
            files[file.SemanticModel.SyntaxTree] = tools;
            if (tools.IsEmpty || tools.Any(tool => tool.Node.SyntaxTree != file.SemanticModel.SyntaxTree) || !IsAlone(compilation, file.SemanticModel, file.CancellationToken))
                return;
            foreach (var diagnostic in Look(ProjectView.OfFile(compilation, file), tools, reported))
                file.ReportDiagnostic(diagnostic);
        });
        start.RegisterCompilationEndAction(end =>
        {
            var tools = files.SelectMany(static file => file.Value).OrderBy(static tool => tool.Node.SyntaxTree.FilePath, System.StringComparer.Ordinal).ThenBy(static tool => tool.Node.SpanStart).ToList();
            if (tools.Count == 0)
                return;

            var trees = end.Compilation.SyntaxTrees.Where(files.ContainsKey).ToImmutableArray();
            foreach (var diagnostic in Look(ProjectView.OfSolution(compilation, end.Compilation, trees, end.CancellationToken), tools, reported))
                end.ReportDiagnostic(diagnostic);
        });
    }

    /// <summary>Whether no other file can decide for the tools of this one: none names what a filter is given, where filters are added, what asks for approval, or what leaves calls to the application.</summary>
    private static bool IsAlone(AiCompilation compilation, SemanticModel model, CancellationToken cancellationToken)
    {
        var catalog = compilation.Symbols.Catalog;
        var telling = catalog[Role.ToolContext].AddRange(catalog[Role.ManualTools]).AddRange(catalog[Role.ApprovalWrapper]).Select(static row => row.SimpleTypeName)
            .Concat(catalog[Role.PipelineShield].Where(AgentGate.IsStep).Select(static row => row.MemberName)).ToList();
        IEnumerable<string>? last = null;
        foreach (var body in FlowFactStore.For(compilation, model.Compilation, cancellationToken).Shared.Names.All)
        {
            if (body.Node.SyntaxTree == model.SyntaxTree || ReferenceEquals(body.Mentions, last))
                continue;

            last = body.Mentions;
            if (telling.Exists(body.Mentions.Contains))
                return false;
        }

        return true;
    }

    private static IEnumerable<Diagnostic> Look(ProjectView view, IReadOnlyCollection<ToolSite> tools, ConcurrentDictionary<(SyntaxTree, TextSpan), bool> reported)
    {
        var effects = new ToolEffects(view);
        var approved = new ApprovedTool(view);
        var listed = new ListedTools(view);
        ToolGates? gates = null;
        foreach (var tool in tools)
        {
            if (effects.Of(tool) is not var (kind, site) || (kind == "listed" && !listed.AreHandedOver(tool)) || approved.Is(tool) || (gates ??= new ToolGates(view)).Guard(tool))
                continue;
            if (!reported.TryAdd((tool.Node.SyntaxTree, tool.Node.Span), true))
                continue;

            yield return Diagnostic.Create(
                ExecutionRules.UnapprovedTool, tool.Place, tool.IsCertain ? ExecutionRules.UnapprovedTool.DefaultSeverity : DiagnosticSeverity.Info,
                site == tool.Node || !view.Trees.Contains(site.SyntaxTree) ? null : [site.GetLocation()], ControlTags.Of(ExecutionRules.UnapprovedTool).SetItem("caller", tool.Caller), tool.Name, tool.IsCertain ? Effect(kind) : kind == "listed" ? "brings in whatever tools a server offers, which run" : "does whatever its API offers", Advice(tool.Caller));
        }
    }

    private static string Effect(string kind) => kind switch
    {
        "process" => "starts programs",
        "code" => "runs code",
        "file" => "writes or deletes files",
        "sql" => "changes a database",
        "mail" => "sends messages",
        "azure" => "changes Azure resources",
        "payment" => "commits somebody to something",
        _ => "sends requests that change something",
    };

    private static string Advice(string caller) => caller switch
    {
        "function" => "wrap the function so that a person approves each call",
        "dispatch" => "ask a person before the application carries out the call",
        "mcp" => "ask the user before it does, or take only tools that read",
        _ => "add a filter that asks a person before it calls the function",
    };
}
