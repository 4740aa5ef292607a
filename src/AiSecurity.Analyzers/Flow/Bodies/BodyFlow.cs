using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>
/// Finds the facts of one body on its control flow graph: values forward over all paths to a fixed point, then once more to write the
/// facts down. Lambdas and local functions are bodies of their own; the variables they capture are members for both sides.
/// </summary>
internal sealed class BodyFlow
{
    /// <summary>Larger bodies, in operations, are left alone.</summary>
    public const int MaxOperations = 20_000;

    /// <summary>Visits of one block, after which the body is given up.</summary>
    public const int MaxVisits = 40;

    /// <summary>Visits of one block, after which no flag becomes known there any more: what two ways say of it in turn would go round for ever.</summary>
    private const int VisitsToSettle = 8;

    private readonly Dictionary<BlockKey, FlowState> _states = [];
    private readonly Dictionary<BlockKey, int> _visits = [];

    /// <summary>What is known at the end of each way back to the head of a loop.</summary>
    private readonly Dictionary<(int From, bool IsConditional, int Way), FlowState> _ends = [];
    private SortedSet<BlockKey> _pending = [];

    /// <summary>Blocks that ways back lead to: they wait until what lies ahead has been walked.</summary>
    private SortedSet<BlockKey> _pendingNext = [];
    private BlockKey _current;

    /// <summary>Loops whose end waits for a way through their body; at last, for none.</summary>
    private readonly HashSet<BlockKey> _withheld = [];
    private bool _isLate;

    /// <summary>Branches that lead through a finally, and the way that they were on themselves: way 1 is the first.</summary>
    private readonly List<(ControlFlowBranch Branch, int Outer)> _ways = [];

    private readonly ControlFlowGraph _graph;
    private readonly BodyContext _context;
    private readonly ValueFlow _values;

    private BodyFlow(ControlFlowGraph graph, BodyContext context)
    {
        _graph = graph;
        _context = context;
        _values = new ValueFlow(context);
    }

    /// <summary>The facts of a body and of the lambdas and local functions in it.</summary>
    public static ImmutableArray<FlowFacts> Analyze(ControlFlowGraph graph, ISymbol owner, FlowCompilation compilation, SemanticModel model, bool asksShieldService, CancellationToken cancellationToken)
    {
        var all = ImmutableArray.CreateBuilder<FlowFacts>();
        var captures = FunctionCaptures.None;
        var pending = new Stack<(ControlFlowGraph Graph, ISymbol Owner)>();
        pending.Push((graph, owner));
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (current, symbol) = pending.Pop();
            var facts = new FlowFacts(symbol);
            var survey = BodySurvey.Of(current);
            if (current == graph && (survey.Lambdas.Count > 0 || !current.LocalFunctions.IsEmpty))
                captures = FunctionCaptures.Of(graph);
            facts.IsIncomplete = survey.Operations > MaxOperations;
            if (!facts.IsIncomplete)
                new BodyFlow(current, new BodyContext(compilation, model, facts, captures, survey.LocalsRead, asksShieldService, cancellationToken)).Run();
            if (facts.IsIncomplete)
                compilation.CountSpentBudget();
            all.Add(facts);
            foreach (var function in current.LocalFunctions)
                pending.Push((current.GetLocalFunctionControlFlowGraph(function, cancellationToken), function));
            foreach (var lambda in survey.Lambdas)
                pending.Push((current.GetAnonymousFunctionControlFlowGraph(lambda, cancellationToken), lambda.Symbol));
        }

        return all.ToImmutable();
    }

    private void Run()
    {
        if (!ReachFixedPoint())
        {
            _context.Facts.IsIncomplete = true;
            return;
        }

        _context.IsRecording = true;
        foreach (var block in _graph.Blocks)
        {
            if (WhateverLedTo(block) is { } state)
                Transfer(block, state);
        }

        if (WhateverLedTo(_graph.Blocks[_graph.Blocks.Length - 1]) is { } atExit)
            _values.End(atExit);
    }

    private bool ReachFixedPoint()
    {
        var entry = new BlockKey(0, 0);
        _states[entry] = _values.AtEntry();
        _pending.Add(entry);
        while (_pending.Count > 0 || GoBack() || GoOnWithout())
        {
            _context.CancellationToken.ThrowIfCancellationRequested();
            var key = _current = _pending.Min;
            _pending.Remove(key);
            _visits.TryGetValue(key, out var count);
            if (count >= MaxVisits)
                return false;
            _visits[key] = count + 1;

            var block = _graph.Blocks[key.Ordinal];
            _context.ShieldsAsked.Clear();
            _context.WrittenInBlock.Clear();
            _context.IsInTry = block.EnclosingRegion.Kind != ControlFlowRegionKind.Root;
            var after = Transfer(block, _states[key]);
            Leave(block, key.Way, after);
            Fail(block, key, after);
        }

        return true;
    }

    private bool GoBack()
    {
        (_pending, _pendingNext) = (_pendingNext, _pending);
        return _pending.Count > 0;
    }

    private void Visit(BlockKey key) => (key.CompareTo(_current) > 0 ? _pending : _pendingNext).Add(key);

    /// <summary>Whether something waits for what will never come.</summary>
    private bool GoOnWithout()
    {
        if (_isLate || _withheld.Count == 0)
            return false;

        _isLate = true;
        _pending.UnionWith(_withheld);
        return true;
    }

    /// <summary>The branches out of a block, each with what its condition tells.</summary>
    private void Leave(BasicBlock block, int way, FlowState after)
    {
        var jumpsWhen = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        if (block.ConditionalSuccessor is { } conditional && AfterLoop(block, way, jumpsWhen, _values.Assume(block.BranchValue, jumpsWhen, after)) is { } jumped)
            Follow(conditional, way, jumped);
        if (block.FallThroughSuccessor is { } next && (block.ConditionalSuccessor is null ? after : AfterLoop(block, way, !jumpsWhen, _values.Assume(block.BranchValue, !jumpsWhen, after))) is { } fallen)
            Follow(next, way, fallen);
    }

    /// <summary>Everything in a try can fail: its handlers start from each state on the way, and what a shield was asked there has no answer.</summary>
    private void Fail(BasicBlock block, BlockKey key, FlowState after)
    {
        var way = key.Way;
        FlowState? failed = null;
        // A lambda's root lies in a region of the graph around it, whose blocks are not ours.
        for (var region = block.EnclosingRegion; region is { Kind: not ControlFlowRegionKind.Root }; region = region.EnclosingRegion)
        {
            if (region.Kind == ControlFlowRegionKind.Finally && way > 0)
                way = _ways[way - 1].Outer;
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion is not { } outer)
                continue;

            foreach (var sibling in outer.NestedRegions)
            {
                // A finally that an exception runs leads nowhere but further out, where the next handler is.
                if (sibling.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.FilterAndHandler)
                    Flow(new BlockKey(sibling.FirstBlockOrdinal, way), failed ??= Failed(key, after));
            }
        }
    }

    /// <summary>What a handler may start from: the state before a block, after it, and with whatever it wrote on its way.</summary>
    private FlowState Failed(BlockKey key, FlowState after)
    {
        var failed = _states[key];
        foreach (var (value, attempt) in _context.ShieldsAsked)
            failed = failed.Attempt(value, attempt);
        foreach (var (place, value) in _context.WrittenInBlock)
            failed = failed.Add(place, value);
        return failed.Join(after);
    }

    private void Follow(ControlFlowBranch branch, int way, FlowState state)
    {
        state = Leave(branch, state);
        if (branch.Destination is { } head && head.Ordinal <= branch.Source.Ordinal)
            EndLoop(branch, way, head, state);
        if (!branch.FinallyRegions.IsEmpty)
            Flow(new BlockKey(branch.FinallyRegions[0].FirstBlockOrdinal, WayOf(branch, way)), state);
        else if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
            GoOn(branch.Source, way, state);
        else if (branch.Destination is { } destination)
            Flow(new BlockKey(destination.Ordinal, way), state);
    }

    /// <summary>The end of a finally goes on where the branch that entered it was going.</summary>
    private void GoOn(BasicBlock end, int way, FlowState state)
    {
        if (way <= 0)
            return;

        var (branch, outer) = _ways[way - 1];
        for (var i = 0; i < branch.FinallyRegions.Length; i++)
        {
            var region = branch.FinallyRegions[i];
            if (region.FirstBlockOrdinal > end.Ordinal || end.Ordinal > region.LastBlockOrdinal)
                continue;
            if (i + 1 < branch.FinallyRegions.Length)
                Flow(new BlockKey(branch.FinallyRegions[i + 1].FirstBlockOrdinal, way), state);
            else if (branch.Destination is { } destination)
                Flow(new BlockKey(destination.Ordinal, outer), state);
        }
    }

    private int WayOf(ControlFlowBranch branch, int outer)
    {
        var index = _ways.FindIndex(known => known.Branch == branch && known.Outer == outer);
        if (index >= 0)
            return index + 1;

        _ways.Add((branch, outer));
        return _ways.Count;
    }

    private void Flow(BlockKey target, FlowState state)
    {
        if (_states.TryGetValue(target, out var before))
        {
            state = before.Join(state);
            if (_visits.TryGetValue(target, out var visits) && visits >= VisitsToSettle)
                state = state.Settled(before);
            if (ReferenceEquals(state, before))
                return;
        }

        _states[target] = state;
        Visit(target);
    }

    /// <summary>What a loop's body has passed decides what is known behind the loop, even if it changes nothing at its head.</summary>
    private void EndLoop(ControlFlowBranch branch, int way, BasicBlock head, FlowState state)
    {
        if (head.BranchValue is not { } condition || LoopOver.Of(condition) is null)
            return;

        var key = (branch.Source.Ordinal, branch.IsConditionalSuccessor, way);
        if (!_ends.TryGetValue(key, out var before) || !before.GuardsTheSame(state))
            Visit(new BlockKey(head.Ordinal, way));
        _ends[key] = state;
    }

    /// <summary>When a loop over all there is comes to its end, every element has gone through its body: what the body guards, it has guarded in all of them. Null as long as a way back is still to be walked.</summary>
    private FlowState? AfterLoop(BasicBlock block, int way, bool outcome, FlowState state)
    {
        if (outcome || block.BranchValue is null || LoopOver.Of(block.BranchValue) is not { } all)
            return state;

        var (ends, ways) = (new List<FlowState>(), 0);
        foreach (var back in block.Predecessors)
        {
            if (back.Source.Ordinal < block.Ordinal || !back.Source.IsReachable)
                continue;
            ways++;
            if (_ends.TryGetValue((back.Source.Ordinal, back.IsConditionalSuccessor, way), out var end))
                ends.Add(end);
        }

        if (ends.Count < ways && !_isLate)
        {
            _withheld.Add(new BlockKey(block.Ordinal, way));
            return null;
        }

        _withheld.Remove(new BlockKey(block.Ordinal, way));
        _context.State = state;
        return ends.Count == 0 ? state : _values.AfterAll(all, ends);
    }

    private FlowState? WhateverLedTo(BasicBlock block)
    {
        FlowState? all = null;
        foreach (var pair in _states)
        {
            if (pair.Key.Ordinal == block.Ordinal)
                all = all is null ? pair.Value : all.Join(pair.Value);
        }

        return all;
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

    private FlowState Transfer(BasicBlock block, FlowState state)
    {
        foreach (var operation in block.Operations)
            state = _values.Execute(operation, state);
        if (block.BranchValue is not { } value)
            return state;

        state = _values.Execute(value, state);
        if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return)
            _values.Return(value, state);
        else if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Throw)
            _context.Thrown = _context.Thrown.Join(_values.Thrown(value, state));
        return _context.State;
    }
}
