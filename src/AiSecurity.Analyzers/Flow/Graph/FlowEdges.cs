using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Graph;

/// <summary>How a value gets from one node to the next.</summary>
internal enum FlowEdgeKind
{
    /// <summary>Within a body, or through a member.</summary>
    Same,

    /// <summary>Into a called method.</summary>
    Descend,

    /// <summary>Out of a method to one that called it.</summary>
    Ascend,
}

/// <summary>A way from one node to another.</summary>
/// <param name="To">Where it leads.</param>
/// <param name="Guards">What is passed on it.</param>
/// <param name="Kind">How it leads there.</param>
/// <param name="Site">The call that it is; null within a body.</param>
/// <param name="Element">What the generic type that it enters or leaves is one of.</param>
/// <param name="Holder">The one member of the object that it leads into which holds the value; null where any may.</param>
/// <param name="Members">What single members of the object have passed before.</param>
internal readonly record struct FlowEdge(FlowNode To, Guards Guards, FlowEdgeKind Kind, SyntaxNode? Site, ITypeSymbol? Element = null, ISymbol? Holder = null, ImmutableArray<(ISymbol Member, Guards Passed)> Members = default)
{
    /// <summary>Whether a value that was put into a store of other elements cannot come out here.</summary>
    public bool IsOutOfAnother(ITypeSymbol? entered) => Kind == FlowEdgeKind.Ascend && Element is not null && entered is not null && !SymbolEqualityComparer.Default.Equals(Element, entered);

    /// <summary>The elements of the store that a value is in behind this edge.</summary>
    public ITypeSymbol? Entered(ITypeSymbol? before) => Element is null ? before : Kind == FlowEdgeKind.Descend ? Element : null;
}

/// <summary>The graph of values: edges between nodes, and the places that values arrive at.</summary>
internal sealed class FlowEdges
{
    private static readonly List<FlowEdge> NoEdges = [];
    private static readonly List<(SinkFact, Guards)> NoSinks = [];
    private static readonly List<FlowNode> NoParts = [];

    private readonly Dictionary<FlowNode, List<FlowEdge>> _edges = [];
    private readonly Dictionary<FlowNode, List<(SinkFact Sink, Guards Guards)>> _sinks = [];
    private readonly Dictionary<FlowNode, List<FlowNode>> _parts = [];
    private readonly HashSet<FlowNode> _seen = [];

    /// <summary>Sources in the order in which they were met.</summary>
    public List<FlowNode> Sources { get; } = [];

    public List<FlowEdge> From(FlowNode node) => _edges.TryGetValue(node, out var edges) ? edges : NoEdges;

    public List<(SinkFact Sink, Guards Guards)> SinksAt(FlowNode node) => _sinks.TryGetValue(node, out var sinks) ? sinks : NoSinks;

    public List<FlowNode> PartsOf(FlowNode node) => _parts.TryGetValue(node, out var parts) ? parts : NoParts;

    public void Add(FlowNode from, FlowEdge edge)
    {
        See(from);
        if (!_edges.TryGetValue(from, out var edges))
            _edges.Add(from, edges = []);
        edges.Add(edge);
    }

    public void Add(FlowNode from, SinkFact sink, Guards guards)
    {
        See(from);
        if (!_sinks.TryGetValue(from, out var sinks))
            _sinks.Add(from, sinks = []);
        sinks.Add((sink, guards));
    }

    private void See(FlowNode node)
    {
        if (!_seen.Add(node))
            return;
        if (node.Kind == FlowNodeKind.Source)
            Sources.Add(node);
        if (node.Whole is not { } whole)
            return;

        if (!_parts.TryGetValue(whole, out var parts))
            _parts.Add(whole, parts = []);
        parts.Add(node);
        See(whole);
    }
}
