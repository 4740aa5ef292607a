using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Graph;

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

    private readonly FlowCompilation _compilation;
    private readonly CancellationToken _cancellationToken;
    private readonly FlowBodies _bodies;
    private readonly CallTargets _targets;
    private FlowEdges _edges = new();
    private readonly HandBack _handBack;

    /// <param name="bodies">The bodies in view.</param>
    /// <param name="compilation">What is known of the whole compilation.</param>
    /// <param name="isWhole">Whether they are all that the compilation has.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public FlowGraph(IEnumerable<FlowFacts> bodies, FlowCompilation compilation, bool isWhole, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _cancellationToken = cancellationToken;
        _bodies = new FlowBodies(bodies, cancellationToken);
        _targets = new CallTargets(_bodies, compilation);
        Guards = new GuardSummaries(_bodies, compilation, isWhole);
        // Which functions a delegate holds is found on the edges of named methods; what functions hand back, and through whom, only then.
        _handBack = HandBack.Unknown;
        if (_bodies.All.Exists(static body => body.Handlers.Count > 0 || body.Calls.Exists(static call => call.Function is not null)))
            Connect();
        Functions = new FunctionValues(_bodies, _edges, cancellationToken);
        _handBack = new HandBack(_bodies, _targets, Guards, Functions, cancellationToken);
        _edges = new FlowEdges();
        Connect();
        ConnectFunctions();
    }

    public GuardSummaries Guards { get; }

    /// <summary>Which functions a variable, parameter or member can hold.</summary>
    public FunctionValues Functions { get; }

    /// <summary>All nodes where a source's values come into the program.</summary>
    public IEnumerable<FlowNode> Sources => _edges.Sources;

    public void Add(SinkFact sink)
    {
        foreach (var part in sink.Value.Parts)
            _edges.Add(part.Node, sink, Guards.Resolve(part.Passage));
    }

    /// <summary>Whether anything in view calls a method.</summary>
    public bool IsCalled(ISymbol method) => _handBack.IsCalled(method);

    /// <summary>Where the values of a source arrive.</summary>
    public IEnumerable<FlowArrival> ArrivalsOf(FlowNode source, Origins origins)
    {
        var visited = new HashSet<(FlowNode, Guards, bool, ITypeSymbol?, ISymbol?, ImmutableArray<(ISymbol, Guards)>)>();
        var pending = new Queue<FlowStep>();
        pending.Enqueue(new FlowStep(source, Flow.Guards.None, false, 0, null, null));
        for (var count = 0; pending.Count > 0; count++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (count >= MaxSteps)
            {
                _compilation.CountSpentBudget();
                yield break;
            }

            var step = pending.Dequeue();
            if (step.Depth > MaxDepth || !visited.Add((step.Node, step.Guards, step.IsInside, step.Element, step.Holder, step.Members)))
                continue;

            foreach (var (sink, passed) in _edges.SinksAt(step.Node))
                yield return new FlowArrival(sink, step.Node, source, origins, step.Guards | passed, step.Sites());

            foreach (var edge in _edges.From(step.Node))
            {
                if ((edge.Kind == FlowEdgeKind.Ascend && step.IsInside) || edge.IsOutOfAnother(step.Element))
                    continue;
                // A member is shared by all: whoever reads it is not bound to the caller that wrote it.
                var isInside = edge.To.Kind != FlowNodeKind.Member && (step.IsInside || edge.Kind == FlowEdgeKind.Descend);
                pending.Enqueue(new FlowStep(edge.To, step.Guards | edge.Guards, isInside, edge.Kind == FlowEdgeKind.Same ? step.Depth : step.Depth + 1, edge.Site, step, edge.Entered(step.Element), edge.Holder ?? step.Holder, edge.Members.IsDefaultOrEmpty ? step.Members : edge.Members));
            }

            // A primary constructor's parameter, and one that a lambda captures, is a member for the rest.
            if (step.Node.Kind == FlowNodeKind.Parameter && step.Node.Symbol!.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor })
                pending.Enqueue(new FlowStep(FlowNode.Member(step.Node.Symbol), step.Guards, false, step.Depth, null, step, step.Element, step.Holder));
            foreach (var part in _edges.PartsOf(step.Node))
            {
                if (!step.IsBeside(part))
                    pending.Enqueue(new FlowStep(part, step.Guards | _compilation.Mediators.At(part) | step.PassedBy(part), step.IsInside, step.Depth, null, step, step.Element));
            }
        }
    }

    private void Connect()
    {
        foreach (var body in _bodies.All)
            Connect(body);
    }

    private void Connect(FlowFacts body)
    {
        if (body.IsIncomplete)
            return;

        foreach (var sink in body.Sinks)
            Add(sink);
        foreach (var (to, value) in body.Edges)
        {
            foreach (var part in value.Parts)
                _edges.Add(part.Node, new FlowEdge(to, Guards.Resolve(part.Passage), FlowEdgeKind.Same, null));
        }

        foreach (var call in body.Calls)
        {
            if (call.Callee is null)
                continue;
            foreach (var target in _targets.Of(call, body))
                Connect(call, target);
        }
    }

    private void Connect(CallFact call, FlowFacts target)
    {
        if (target.IsIncomplete)
            return;

        var parameters = target.Parameters;
        foreach (var (ordinal, value) in call.Arguments)
        {
            if (ordinal < parameters.Length)
                Enter(call, value, FlowNode.Parameter(parameters[ordinal]), target, ordinal);
        }

        if (!call.Receiver.IsClean && target.Owner is IMethodSymbol method)
            Enter(call, call.Receiver, FlowNode.Receiver(method), target, HandBack.ReceiverOrdinal);

        foreach (var (value, syntax) in target.Returns)
            Ascend(value, call.Result, call.Element, node => target.HolderOf(syntax, node));
        foreach (var (ordinal, value) in target.Outputs)
            Ascend(value, FlowNode.Result(call.Callee, call.Result.Site!, ordinal), call.Element, static _ => null);
    }

    private void Enter(CallFact call, FlowValue value, FlowNode parameter, FlowFacts target, int from)
    {
        foreach (var part in value.Parts)
        {
            var passed = Guards.Resolve(part.Passage);
            _edges.Add(part.Node, new FlowEdge(parameter, passed, FlowEdgeKind.Descend, call.Result.Site, call.Element, call.HolderOf(from, part.Node), MembersOf(call, part.Node)));
            foreach (var (to, handed) in _handBack.Of(target, from))
                _edges.Add(part.Node, new FlowEdge(FlowNode.Result(call.Result.Symbol, call.Result.Site!, to), passed | handed, FlowEdgeKind.Same, null, Holder: _handBack.HolderOf(target, from, to)));
        }
    }

    private ImmutableArray<(ISymbol, Guards)> MembersOf(CallFact call, FlowNode whole)
    {
        if (call.PassedMembers.IsEmpty)
            return default;

        var members = ImmutableArray.CreateBuilder<(ISymbol, Guards)>();
        foreach (var (of, member, passed) in call.PassedMembers)
        {
            if (of.Equals(whole) && Guards.Resolve(passed) is not Flow.Guards.None and var guards)
                members.Add((member, guards));
        }

        return members.Count == 0 ? default : members.ToImmutable();
    }

    private void Ascend(FlowValue value, FlowNode result, ITypeSymbol? element, Func<FlowNode, ISymbol?> holderOf)
    {
        foreach (var part in value.Parts)
        {
            if (part.Node.Root.Kind is not (FlowNodeKind.Parameter or FlowNodeKind.Receiver))
                _edges.Add(part.Node, new FlowEdge(result, Guards.Resolve(part.Passage), FlowEdgeKind.Ascend, null, element, holderOf(part.Node)));
        }
    }

    private void ConnectFunctions()
    {
        foreach (var body in _bodies.All)
        {
            foreach (var call in body.Calls)
            {
                if (call.Function is null || body.IsIncomplete)
                    continue;
                foreach (var function in Functions.At(call.Function))
                {
                    foreach (var target in _bodies.Of(function))
                        Connect(call, target);
                }
            }
        }
    }
}
