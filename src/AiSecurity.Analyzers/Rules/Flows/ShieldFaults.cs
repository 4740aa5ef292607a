using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Rules.Flows;

/// <summary>AISEC205: shields whose answer is of no use where they stand.</summary>
/// <param name="sources">The project.</param>
/// <param name="reported">What was reported before.</param>
/// <param name="report">Takes what is found.</param>
internal sealed class ShieldFaults(Compilation sources, ConcurrentDictionary<(string Id, SyntaxTree Tree, TextSpan Span), bool> reported, Action<Diagnostic> report)
{
    /// <summary>Those whose answer nobody reads or waits for, whatever follows.</summary>
    public void Write(IReadOnlyCollection<FlowFacts> bodies, FlowGraph graph)
    {
        foreach (var body in bodies)
        {
            foreach (var ignored in body.IgnoredShields)
            {
                if (!sources.ContainsSyntaxTree(ignored.Site.SyntaxTree))
                    break;
                if (ignored.Guard is not { } guard || graph.Guards.LeavesAnswer(guard) || (ignored.Fault == ShieldFault.Unawaited && graph.Guards.Of(guard) != Guards.None))
                    Write(ignored.Site, ignored.Fault, ignored.Name);
            }
        }
    }

    /// <summary>A shield that looked at the text in vain is the mistake; the call after it is not another one.</summary>
    public List<FlowArrival> WithoutVainAttempts(List<FlowArrival> arrivals, FlowGraph graph) => arrivals.FindAll(arrival =>
    {
        foreach (var (node, attempt) in arrival.Sink.Attempts)
        {
            if (!sources.ContainsSyntaxTree(attempt.Site.SyntaxTree) || !node.Root.Equals(arrival.At.Root) || (attempt.Guard is { } guard && !graph.Guards.LeavesAnswer(guard) && graph.Guards.Of(guard) == Guards.None))
                continue;
            Write(attempt.Site, attempt.Fault, FlowPlace.NameOf(attempt.Site));
            return false;
        }

        return true;
    });

    private void Write(SyntaxNode site, ShieldFault fault, string name)
    {
        var location = fault == ShieldFault.FailOpen ? FlowPlace.CatchAround(site) : Location.Create(site.SyntaxTree, FlowPlace.Shown(site));
        if (!reported.TryAdd((RuleIds.IgnoredShield, site.SyntaxTree, location.SourceSpan), true))
            return;

        var (reason, words) = fault switch
        {
            ShieldFault.Unread => ("unread", "nobody reads its answer"),
            ShieldFault.Unawaited => ("unawaited", "nobody waits for it"),
            ShieldFault.FailOpen => ("failopen", "this catch goes on when it fails"),
            _ => ("status", "nobody checks whether the service answered"),
        };
        report(Diagnostic.Create(
            ModelRules.IgnoredShield, location, [Location.Create(site.SyntaxTree, FlowPlace.Shown(site))],
            ControlTags.Of(ModelRules.IgnoredShield).SetItem("reason", reason), name, words));
    }
}
