using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>A value of some origin that arrives at a place, with the guards that every step of one way has given it.</summary>
/// <param name="Sink">The place.</param>
/// <param name="Source">The node where it comes into the program.</param>
/// <param name="Origins">Its origins.</param>
/// <param name="Guards">What it has passed on this way.</param>
internal sealed record FlowArrival(SinkFact Sink, FlowNode Source, Origins Origins, Guards Guards);

/// <summary>
/// Joins the facts of bodies, of one file or of a whole compilation, and follows every source to every place it arrives at. A way may
/// leave the methods it started in, and then enter others, but it never returns to another caller than the one it came from: what a
/// method hands back of its parameters is a summary of its own.
/// </summary>
internal sealed class FlowGraph
{
    /// <summary>Nested calls that a way goes through.</summary>
    private const int MaxDepth = 8;

    private const int MaxSteps = 20_000;

    private readonly CancellationToken _cancellationToken;
    private readonly List<FlowFacts> _bodies = [];
    private readonly Dictionary<ISymbol, List<FlowFacts>> _bodiesOf = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<FlowNode, List<(FlowNode To, Guards Guards, bool Descends)>> _edges = [];
    private readonly Dictionary<FlowNode, List<(SinkFact Sink, Guards Guards)>> _sinks = [];
    private readonly Dictionary<FlowNode, List<(FlowNode To, Guards Guards)>> _ascents = [];
    private readonly Dictionary<(ISymbol Method, int Ordinal), Guards> _summaries;

    public FlowGraph(IEnumerable<FlowFacts> bodies, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        foreach (var body in bodies)
        {
            if (!body.IsIncomplete)
                _bodies.Add(body);
        }

        foreach (var body in _bodies)
        {
            foreach (var contract in ContractsOf(body.Owner))
            {
                if (!_bodiesOf.TryGetValue(contract, out var implementations))
                    _bodiesOf.Add(contract, implementations = []);
                implementations.Add(body);
            }
        }

        _summaries = Summarize();
        foreach (var body in _bodies)
            Connect(body);
    }

    /// <summary>Where the values of a source arrive.</summary>
    public IEnumerable<FlowArrival> ArrivalsOf(FlowNode source, Origins origins)
    {
        var visited = new HashSet<(FlowNode, Guards, bool)>();
        var pending = new Queue<(FlowNode Node, Guards Guards, bool Descended, int Depth)>();
        pending.Enqueue((source, Guards.None, false, 0));
        for (var step = 0; pending.Count > 0 && step < MaxSteps; step++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var (node, guards, descended, depth) = pending.Dequeue();
            if (!visited.Add((node, guards, descended)) || depth > MaxDepth)
                continue;

            if (_sinks.TryGetValue(node, out var sinks))
            {
                foreach (var (sink, passed) in sinks)
                    yield return new FlowArrival(sink, source, origins, guards | passed);
            }

            if (_edges.TryGetValue(node, out var edges))
            {
                foreach (var (to, passed, descends) in edges)
                {
                    // A member is shared by all: whoever reads it is not bound to the caller that wrote it.
                    var isInside = to.Kind != FlowNodeKind.Member && (descended || descends);
                    pending.Enqueue((to, guards | passed, isInside, descends ? depth + 1 : depth));
                }
            }

            if (!descended && _ascents.TryGetValue(node, out var ascents))
            {
                foreach (var (to, passed) in ascents)
                    pending.Enqueue((to, guards | passed, false, depth + 1));
            }

            // A primary constructor's parameter is a member for the rest of the type.
            if (node.Kind == FlowNodeKind.Parameter)
                pending.Enqueue((new FlowNode(FlowNodeKind.Member, node.Symbol), guards, false, depth));
        }
    }

    /// <summary>All nodes where a source's values come into the program.</summary>
    public IEnumerable<FlowNode> Sources()
    {
        var seen = new HashSet<FlowNode>();
        foreach (var node in Nodes())
        {
            if (node.Kind == FlowNodeKind.Source && seen.Add(node))
                yield return node;
        }
    }

    private IEnumerable<FlowNode> Nodes()
    {
        foreach (var node in _edges.Keys)
            yield return node;
        foreach (var node in _sinks.Keys)
            yield return node;
        foreach (var node in _ascents.Keys)
            yield return node;
    }

    private void Connect(FlowFacts body)
    {
        foreach (var sink in body.Sinks)
        {
            foreach (var part in sink.Value.Parts)
                Add(_sinks, part.Node, (sink, part.Guards));
        }

        foreach (var (to, value) in body.Edges)
        {
            foreach (var part in value.Parts)
                Add(_edges, part.Node, (to, part.Guards, false));
        }

        foreach (var call in body.Calls)
        {
            foreach (var target in BodiesOf(call.Callee))
            {
                foreach (var (ordinal, value) in call.Arguments)
                {
                    if (ordinal >= target.Owner.Parameters.Length)
                        continue;
                    var parameter = new FlowNode(FlowNodeKind.Parameter, target.Owner.Parameters[ordinal]);
                    var isHandedBack = _summaries.TryGetValue((target.Owner, ordinal), out var passed);
                    foreach (var part in value.Parts)
                    {
                        Add(_edges, part.Node, (parameter, part.Guards, true));
                        if (isHandedBack)
                            Add(_edges, part.Node, (call.Result, part.Guards | passed, false));
                    }
                }

                foreach (var part in target.Returned.Parts)
                {
                    if (part.Node.Kind != FlowNodeKind.Parameter)
                        Add(_ascents, part.Node, (call.Result, part.Guards));
                }
            }
        }
    }

    /// <summary>Which parameters a method hands back, and what they have passed in it.</summary>
    private Dictionary<(ISymbol, int), Guards> Summarize()
    {
        var summaries = new Dictionary<(ISymbol, int), Guards>();
        for (var round = 0; round < MaxDepth; round++)
        {
            var changed = false;
            foreach (var body in _bodies)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                var results = ResultsIn(body, summaries);
                foreach (var part in body.Returned.Parts)
                {
                    if (IsParameterOf(part.Node, body, out var ordinal))
                        changed |= Weaken((body.Owner, ordinal), part.Guards);
                    else if (results.TryGetValue(part.Node, out var origins))
                    {
                        foreach (var (parameter, guards) in origins)
                            changed |= Weaken((body.Owner, parameter), guards | part.Guards);
                    }
                }
            }

            if (!changed)
                break;
        }

        return summaries;

        bool Weaken((ISymbol, int) key, Guards guards)
        {
            var known = summaries.TryGetValue(key, out var before);
            var after = known ? before & guards : guards;
            if (known && after == before)
                return false;
            summaries[key] = after;
            return true;
        }
    }

    /// <summary>The parameters that the results of a body's calls stand for.</summary>
    private Dictionary<FlowNode, List<(int Parameter, Guards Guards)>> ResultsIn(FlowFacts body, Dictionary<(ISymbol, int), Guards> summaries)
    {
        var results = new Dictionary<FlowNode, List<(int, Guards)>>();
        for (var round = 0; round < 3; round++)
        {
            foreach (var call in body.Calls)
            {
                foreach (var target in BodiesOf(call.Callee))
                {
                    foreach (var (ordinal, value) in call.Arguments)
                    {
                        if (!summaries.TryGetValue((target.Owner, ordinal), out var passed))
                            continue;
                        foreach (var part in value.Parts)
                        {
                            if (IsParameterOf(part.Node, body, out var parameter))
                                AddOnce(results, call.Result, (parameter, part.Guards | passed));
                            else if (results.TryGetValue(part.Node, out var inner))
                            {
                                foreach (var (origin, guards) in inner.ToArray())
                                    AddOnce(results, call.Result, (origin, guards | part.Guards | passed));
                            }
                        }
                    }
                }
            }
        }

        return results;
    }

    private static bool IsParameterOf(FlowNode node, FlowFacts body, out int ordinal)
    {
        ordinal = node.Symbol is IParameterSymbol parameter ? parameter.Ordinal : -1;
        return node.Kind == FlowNodeKind.Parameter && SymbolEqualityComparer.Default.Equals(node.Symbol!.ContainingSymbol, body.Owner);
    }

    private IReadOnlyList<FlowFacts> BodiesOf(IMethodSymbol callee) => _bodiesOf.TryGetValue(callee, out var bodies) ? bodies : [];

    /// <summary>The method itself, what it overrides and the interface members it implements.</summary>
    private static IEnumerable<ISymbol> ContractsOf(IMethodSymbol method)
    {
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
            yield return current.OriginalDefinition;

        if (method.ContainingType is not { } type || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation))
            yield break;

        foreach (var contract in type.AllInterfaces)
        {
            foreach (var member in contract.GetMembers())
            {
                if (member is IMethodSymbol && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member)?.OriginalDefinition, method.OriginalDefinition))
                    yield return member.OriginalDefinition;
            }
        }
    }

    private static void Add<T>(Dictionary<FlowNode, List<T>> index, FlowNode node, T item)
    {
        if (!index.TryGetValue(node, out var items))
            index.Add(node, items = []);
        items.Add(item);
    }

    private static void AddOnce<T>(Dictionary<FlowNode, List<T>> index, FlowNode node, T item)
    {
        if (!index.TryGetValue(node, out var items))
            index.Add(node, items = []);
        if (!items.Contains(item))
            items.Add(item);
    }
}
