using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Graph;

/// <summary>Which functions a node can hold, as delegates go through arguments, results and members.</summary>
internal sealed class FunctionValues
{
    private const int MaxSteps = 2_000;

    private readonly Dictionary<FlowNode, List<IMethodSymbol>> _functions = [];

    public FunctionValues(FlowBodies bodies, FlowEdges edges, CancellationToken cancellationToken)
    {
        var seen = new HashSet<FlowNode>();
        foreach (var body in bodies.All)
        {
            foreach (var value in ValuesOf(body))
            {
                foreach (var part in value.Parts)
                {
                    if (part.Node is { Kind: FlowNodeKind.Function, Symbol: IMethodSymbol function } && seen.Add(part.Node))
                        Spread(part.Node, function, edges, cancellationToken);
                }
            }
        }
    }

    public IReadOnlyList<IMethodSymbol> At(FlowNode node) =>
        node is { Kind: FlowNodeKind.Function, Symbol: IMethodSymbol function } ? [function] : _functions.TryGetValue(node, out var functions) ? functions : [];

    private static IEnumerable<FlowValue> ValuesOf(FlowFacts body)
    {
        foreach (var (_, value) in body.Edges)
            yield return value;
        foreach (var (value, _) in body.Returns)
            yield return value;
        foreach (var call in body.Calls)
        {
            foreach (var (_, value) in call.Arguments)
                yield return value;
        }
    }

    private void Spread(FlowNode from, IMethodSymbol function, FlowEdges edges, CancellationToken cancellationToken)
    {
        var visited = new HashSet<FlowNode>();
        var pending = new Queue<FlowNode>();
        pending.Enqueue(from);
        for (var step = 0; pending.Count > 0 && step < MaxSteps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var node = pending.Dequeue();
            if (!visited.Add(node))
                continue;

            if (!_functions.TryGetValue(node, out var functions))
                _functions.Add(node, functions = []);
            functions.Add(function);
            foreach (var edge in edges.From(node))
                pending.Enqueue(edge.To);
            if (node.Kind == FlowNodeKind.Parameter)
                pending.Enqueue(FlowNode.Member(node.Symbol!));
        }
    }
}
