using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow;

/// <summary>
/// Finds the facts of one body on its control flow graph: values forward over all paths to a fixed point, then once more to write the
/// facts down. Lambdas and local functions are bodies of their own; the variables they capture are members for both sides.
/// </summary>
internal sealed class BodyFlow
{
    /// <summary>Larger bodies, in operations, are left alone.</summary>
    public const int MaxOperations = 20_000;

    /// <summary>Visits of one block, after which the body is given up.</summary>
    public const int MaxVisits = 10;

    private readonly ControlFlowGraph _graph;
    private readonly FlowFacts _facts;
    private readonly ValueFlow _values;
    private readonly CancellationToken _cancellationToken;

    private BodyFlow(ControlFlowGraph graph, FlowFacts facts, AiSymbols symbols, ShieldNames shields, ImmutableHashSet<ISymbol> captured, CancellationToken cancellationToken)
    {
        _graph = graph;
        _facts = facts;
        _values = new ValueFlow(symbols, shields, facts, captured, cancellationToken);
        _cancellationToken = cancellationToken;
    }

    /// <summary>The facts of a method and of the lambdas and local functions in it.</summary>
    public static ImmutableArray<FlowFacts> Analyze(ControlFlowGraph graph, IMethodSymbol owner, AiSymbols symbols, ShieldNames shields, CancellationToken cancellationToken)
    {
        var all = ImmutableArray.CreateBuilder<FlowFacts>();
        var captured = ImmutableHashSet<ISymbol>.Empty;
        var pending = new Stack<(ControlFlowGraph Graph, IMethodSymbol Owner)>();
        pending.Push((graph, owner));
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (current, method) = pending.Pop();
            var facts = new FlowFacts(method);
            var lambdas = new List<IFlowAnonymousFunctionOperation>();
            facts.IsIncomplete = !Survey(current, lambdas);
            if (current == graph && (lambdas.Count > 0 || !current.LocalFunctions.IsEmpty))
                captured = CapturedSymbols.Of(graph);
            if (!facts.IsIncomplete)
                new BodyFlow(current, facts, symbols, shields, captured, cancellationToken).Run();
            all.Add(facts);
            foreach (var function in current.LocalFunctions)
                pending.Push((current.GetLocalFunctionControlFlowGraph(function, cancellationToken), function));
            foreach (var lambda in lambdas)
                pending.Push((current.GetAnonymousFunctionControlFlowGraph(lambda, cancellationToken), lambda.Symbol));
        }

        return all.ToImmutable();
    }

    /// <summary>Collects the lambdas of a graph; false when it is too large.</summary>
    private static bool Survey(ControlFlowGraph graph, List<IFlowAnonymousFunctionOperation> lambdas)
    {
        var count = 0;
        var pending = new Stack<IOperation>();
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations)
                pending.Push(operation);
            if (block.BranchValue is { } value)
                pending.Push(value);
            while (pending.Count > 0)
            {
                if (++count > MaxOperations)
                    return false;
                var operation = pending.Pop();
                if (operation is IFlowAnonymousFunctionOperation lambda)
                    lambdas.Add(lambda);
                foreach (var child in operation.ChildOperations)
                    pending.Push(child);
            }
        }

        return true;
    }

    private void Run()
    {
        if (FixedPoint() is not { } states)
        {
            _facts.IsIncomplete = true;
            return;
        }

        _values.IsRecording = true;
        foreach (var block in _graph.Blocks)
        {
            if (states[block.Ordinal] is { } state)
                Transfer(block, state);
        }

        if (states[_graph.Blocks.Length - 1] is { } atExit)
            RecordGuards(atExit);
    }

    private FlowState?[]? FixedPoint()
    {
        var states = new FlowState?[_graph.Blocks.Length];
        var visits = new int[_graph.Blocks.Length];
        var pending = new SortedSet<int> { 0 };
        states[0] = _values.AtEntry();
        while (pending.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var ordinal = pending.Min;
            pending.Remove(ordinal);
            if (++visits[ordinal] > MaxVisits)
                return null;

            var block = _graph.Blocks[ordinal];
            var after = Transfer(block, states[ordinal]!);
            foreach (var (branch, state) in Successors(block, after))
                Flow(branch, state);
            // Everything in a try can fail: its handlers start from each state on the way.
            if (block.EnclosingRegion.Kind != ControlFlowRegionKind.Root)
            {
                foreach (var handler in HandlersOf(block))
                {
                    Flow(handler, states[ordinal]!);
                    Flow(handler, after);
                }
            }
        }

        return states;

        void Flow(BasicBlock? target, FlowState state)
        {
            if (target is null)
                return;

            var joined = states[target.Ordinal] is { } known ? known.Join(state) : state;
            if (states[target.Ordinal] is { } before && joined.IsSame(before))
                return;
            states[target.Ordinal] = joined;
            pending.Add(target.Ordinal);
        }
    }

    private IEnumerable<(BasicBlock Target, FlowState State)> Successors(BasicBlock block, FlowState after)
    {
        var jumpsWhen = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        if (block.ConditionalSuccessor is { } conditional)
        {
            var state = Leave(conditional, _values.Assume(block.BranchValue, jumpsWhen, after));
            foreach (var target in Targets(conditional))
                yield return (target, state);
        }

        if (block.FallThroughSuccessor is { } next)
        {
            var state = Leave(next, block.ConditionalSuccessor is null ? after : _values.Assume(block.BranchValue, !jumpsWhen, after));
            foreach (var target in Targets(next))
                yield return (target, state);
        }
    }

    /// <summary>Forgets what lives only in the regions that a branch leaves: a long body would carry it all to its end.</summary>
    private static FlowState Leave(ControlFlowBranch branch, FlowState state)
    {
        if (state.Values.IsEmpty)
            return state;

        foreach (var region in branch.LeavingRegions)
        {
            foreach (var capture in region.CaptureIds)
                state = state.Without(capture);
            foreach (var local in region.Locals)
                state = state.Without(local);
        }

        return state;
    }

    /// <summary>Where a branch goes: through the first of the finally regions that it leaves, else to its destination.</summary>
    private IEnumerable<BasicBlock> Targets(ControlFlowBranch branch)
    {
        if (!branch.FinallyRegions.IsEmpty)
            return [_graph.Blocks[branch.FinallyRegions[0].FirstBlockOrdinal]];
        if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
            return AfterFinally(branch.Source);
        return branch.Destination is { } destination ? [destination] : [];
    }

    /// <summary>The end of a finally goes on where each branch that entered it was going.</summary>
    private IEnumerable<BasicBlock> AfterFinally(BasicBlock end)
    {
        foreach (var block in _graph.Blocks)
        {
            foreach (var branch in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
            {
                if (branch?.Destination is null)
                    continue;
                for (var i = 0; i < branch.FinallyRegions.Length; i++)
                {
                    var region = branch.FinallyRegions[i];
                    if (region.FirstBlockOrdinal > end.Ordinal || end.Ordinal > region.LastBlockOrdinal)
                        continue;
                    yield return i + 1 < branch.FinallyRegions.Length ? _graph.Blocks[branch.FinallyRegions[i + 1].FirstBlockOrdinal] : branch.Destination;
                }
            }
        }
    }

    private IEnumerable<BasicBlock> HandlersOf(BasicBlock block)
    {
        // A lambda's root lies in a region of the graph around it, whose blocks are not ours.
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } outer)
                continue;
            foreach (var sibling in outer.NestedRegions)
            {
                if (sibling.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally)
                    yield return _graph.Blocks[sibling.FirstBlockOrdinal];
            }
        }
    }

    private FlowState Transfer(BasicBlock block, FlowState state)
    {
        foreach (var operation in block.Operations)
            state = _values.Execute(operation, state);
        if (block.BranchValue is not { } value)
            return state;

        state = _values.Execute(value, state);
        if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            _values.Return(value, state);
        return state;
    }

    private void RecordGuards(FlowState atExit)
    {
        foreach (var parameter in _facts.Owner.Parameters)
        {
            if (atExit.Passed.TryGetValue(new FlowNode(FlowNodeKind.Parameter, parameter), out var guards) && guards != Guards.None)
                _facts.GuardsAtExit[parameter] = guards;
        }
    }
}
