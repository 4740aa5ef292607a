using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Graph;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules.Flows;

/// <summary>What handlers return goes back to whoever called, and what tools return to the model: each return is a place of its own.</summary>
internal static class HandlerAnswers
{
    public static void AddTo(FlowGraph graph, IReadOnlyCollection<FlowFacts> bodies, AiSymbols symbols)
    {
        var answering = new Dictionary<ISymbol, CatalogRow>(SymbolEqualityComparer.Default);
        foreach (var body in bodies)
        {
            if (EntryPoints.AnswerOf(body.Owner, symbols) is { } row)
                answering[body.Owner] = row;
            foreach (var (value, entry) in body.Handlers)
            {
                foreach (var handler in value.Parts.SelectMany(part => graph.Functions.At(part.Node)))
                {
                    if (entry["answers"] is not null)
                        answering[handler] = entry;
                }
            }
        }

        foreach (var body in bodies)
        {
            if (!answering.TryGetValue(body.Owner, out var row))
                continue;
            foreach (var (value, syntax) in body.Returns)
                graph.Add(new SinkFact(row, row["answers"] == "model" ? "result" : "answer", value, syntax, syntax, ImmutableArray<(FlowNode, ShieldAttempt)>.Empty));
        }
    }
}
