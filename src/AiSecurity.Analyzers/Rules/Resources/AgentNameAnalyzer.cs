using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Rules.Reach;
using AiSecurity.Analyzers.Rules.Resources.Agents;
using AiSecurity.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Resources;

/// <summary>AISEC504: agents without a name that stays, and agents of a service that every request adds to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AgentNameAnalyzer() : AiRule(ResourceRules.AgentName)
{
    /// <summary>Property of a diagnostic: what a fix writes.</summary>
    internal const string FormProperty = "form";

    /// <summary>Property of a diagnostic: the parameter or property that takes the name.</summary>
    internal const string MemberProperty = "member";

    private protected override bool AppliesTo(AiCompilation compilation) => !AiOptions.IsTestProject(compilation.Options);

    private protected override void Register(CompilationStartAnalysisContext start, AiCompilation compilation)
    {
        // Whose requests come from other files, only the whole compilation tells.
        var open = new ConcurrentBag<CallSite>();
        start.RegisterSemanticModelAction(context =>
        {
            if (RazorFile.IsOnlyGenerated(context))
                return;

            foreach (var site in CheckNames(new AiFile(compilation, context)))
            {
                if (new AgentLifetime(ProjectView.OfFile(compilation, context), isServer: false).IsPerRequest(site.Node))
                    context.ReportDiagnostic(StaysOf(site));
                else
                    open.Add(site);
            }
        });
        start.RegisterCompilationEndAction(end => ReportOpen(compilation, open, end));
    }

    /// <summary>Reports the agents of a file whose names are at fault; answers the others that a service keeps.</summary>
    private static List<CallSite> CheckNames(AiFile file)
    {
        var kept = new List<CallSite>();
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role != Role.Agent)
                    continue;
                if (new AgentName(file).FaultOf(site, row) is { } fault)
                    file.Report(Create(site, fault));
                else if (row["kind"] == "service")
                    kept.Add(site);
                break;
            }
        }

        return kept;
    }

    private static void ReportOpen(AiCompilation compilation, ConcurrentBag<CallSite> open, CompilationAnalysisContext end)
    {
        if (open.IsEmpty)
            return;

        var view = ProjectView.OfFiles(compilation, end.Compilation, [.. end.Compilation.SyntaxTrees], end.CancellationToken);
        var lifetime = new AgentLifetime(view, ServerProject.Is(compilation, end.Compilation, end.CancellationToken));
        // Files are looked at side by side: who came first must not count.
        var byTree = open.ToLookup(static site => site.Node.SyntaxTree);
        foreach (var tree in end.Compilation.SyntaxTrees)
        {
            foreach (var site in byTree[tree].OrderBy(static site => site.Node.SpanStart))
            {
                if (lifetime.IsPerRequest(site.Node))
                    end.ReportDiagnostic(StaysOf(site));
            }
        }
    }

    private static Diagnostic Create(CallSite site, NameFault fault)
    {
        var properties = ControlTags.Of(ResourceRules.AgentName);
        if (fault.Form is not null)
            properties = properties.SetItem(FormProperty, fault.Form).SetItem(MemberProperty, fault.Member);
        return Diagnostic.Create(
            ResourceRules.AgentName, fault.Place, properties, NameFault.NameOf(site),
            fault.IsMissing ? "has no name, so that traces, permissions and an inventory cannot tell it from others" : "has another name each time, so that traces, permissions and an inventory see a new one in each",
            "give it a name that stays the same");
    }

    private static Diagnostic StaysOf(CallSite site) => Diagnostic.Create(
        ResourceRules.AgentName, NameFault.PlaceOf(site.Node), ControlTags.Of(ResourceRules.AgentName), NameFault.NameOf(site),
        "stays in the service after every request, and nobody deletes it", "create it once and keep its id, or delete it when the request is done");
}
