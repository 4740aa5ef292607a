using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>What is known before one operation: the value of each place, and the guards that each node has passed.</summary>
/// <param name="Values">By local, parameter, own member, flow capture or member of a local. An own member without an entry holds what others wrote.</param>
/// <param name="Passed">Guards of nodes that were looked at: they hold for every copy of the value.</param>
/// <param name="Tests">Results of guards that are still to be tested, and booleans that remember such a test.</param>
/// <param name="Met">Sources and results that have been met on the way: another node cannot have arrived unguarded.</param>
/// <param name="Attempts">Nodes that a shield looked at in vain, on any path.</param>
/// <param name="Aliases">Variables that mean the same object, by the first of them.</param>
internal sealed record FlowState(
    FlowMap<object, FlowValue> Values, FlowMap<FlowNode, Passage> Passed, FlowMap<object, GuardTest> Tests,
    FlowMap<FlowNode, bool> Met, FlowMap<FlowNode, ShieldAttempt> Attempts, FlowMap<object, object> Aliases)
{
    public static readonly FlowState Start = new(
        FlowMap<object, FlowValue>.Empty, FlowMap<FlowNode, Passage>.Empty, FlowMap<object, GuardTest>.Empty,
        FlowMap<FlowNode, bool>.Empty, FlowMap<FlowNode, ShieldAttempt>.Empty, FlowMap<object, object>.Empty);

    /// <summary>Values by union; guards and tests only where both paths have them.</summary>
    public FlowState Join(FlowState other)
    {
        if (ReferenceEquals(this, other))
            return this;

        var joined = new FlowState(JoinValues(other), JoinPassed(other), JoinTests(other), Both(Met, other.Met), Both(Attempts, other.Attempts), Both(Aliases, other.Aliases));
        return joined.IsSame(this) ? this : joined;
    }

    public FlowState Without(object place)
    {
        var values = Values.Remove(place);
        var tests = Tests.Remove(place);
        return ReferenceEquals(values, Values) && ReferenceEquals(tests, Tests) ? this : this with { Values = values, Tests = tests };
    }

    /// <summary>The place may hold that value as well.</summary>
    public FlowState Add(object place, FlowValue value) =>
        this with { Values = Values.SetItem(place, Values.TryGetValue(place, out var known) ? known.Join(value) : Unwritten(place, this).Join(value)) };

    public FlowState Alias(object place, object other) => this with { Aliases = Aliases.SetItem(place, Aliases.TryGetValue(other, out var first) ? first : other) };

    public FlowState Unalias(object place) => Aliases.IsEmpty ? this : this with { Aliases = Aliases.Remove(place) };

    /// <summary>The other names of the object that a place holds, and the same members of them.</summary>
    public IReadOnlyList<object> AliasesOf(object place)
    {
        if (Aliases.IsEmpty)
            return [];

        var root = place;
        while (root is MemberPlace member)
            root = member.Owner;
        var first = Aliases.TryGetValue(root, out var known) ? known : root;
        var others = new List<object>();
        foreach (var pair in Aliases)
        {
            if (PlaceComparer.Same(pair.Value, first) && !PlaceComparer.Same(pair.Key, root))
                others.Add(Moved(pair.Key));
        }

        if (!PlaceComparer.Same(first, root))
            others.Add(Moved(first));
        return others;

        object Moved(object to) => place is MemberPlace part ? part.Moved(root, to) : to;
    }

    public FlowState Guard(FlowValue value, Passage passage)
    {
        if (value.IsClean || passage.IsNothing)
            return this;

        var passed = Passed;
        foreach (var part in value.Parts)
            passed = passed.SetItem(part.Node, (passed.TryGetValue(part.Node, out var known) ? known : Passage.Nothing).And(passage));
        return this with { Passed = passed };
    }

    /// <summary>Whether all nodes of a value have passed what a guard says.</summary>
    public bool HasPassed(Guarded guarded) => guarded.Value.Parts.All(part => Passed.TryGetValue(part.Node, out var passed) && passed.And(guarded.Passage).Equals(passed));

    public FlowState Attempt(FlowValue value, ShieldAttempt attempt)
    {
        var attempts = Attempts;
        foreach (var part in value.Parts)
            attempts = attempts.SetItem(part.Node, attempt);
        return this with { Attempts = attempts };
    }

    /// <summary>Nobody can say any more that the nodes were looked at in vain.</summary>
    public FlowState Decided(FlowValue value)
    {
        if (Attempts.IsEmpty)
            return this;

        var attempts = Attempts;
        foreach (var part in value.Parts)
            attempts = attempts.Remove(part.Node);
        return this with { Attempts = attempts };
    }

    /// <summary>The value with the guards that its nodes have passed so far.</summary>
    public FlowValue Effective(FlowValue value) => value.After(Passed);

    /// <summary>Without what flags have been telling only lately: where they keep changing, around a loop, they tell nothing that lasts.</summary>
    public FlowState Settled(FlowState before)
    {
        var tests = Tests;
        foreach (var pair in Tests)
        {
            if (!before.Tests.TryGetValue(pair.Key, out var known) || !known.Same(pair.Value))
                tests = tests.Remove(pair.Key);
        }

        return ReferenceEquals(tests, Tests) ? this : (this with { Tests = tests }) is var settled && settled.IsSame(before) ? before : settled;
    }

    /// <summary>Whether the same has been passed, and flags tell the same.</summary>
    public bool GuardsTheSame(FlowState other) => IsSame(Passed, other.Passed, static (left, right) => left.Equals(right)) && IsSame(Tests, other.Tests, static (left, right) => left.Same(right));

    public bool IsSame(FlowState other) =>
        // A guard may stand at the value or at its node: that is the same.
        IsSame(Values, other.Values, (left, right) => left.Equals(right) || left.After(Passed).Equals(right.After(other.Passed))) && GuardsTheSame(other)
        && Met.Count == other.Met.Count && Attempts.Count == other.Attempts.Count && Aliases.Count == other.Aliases.Count;

    private FlowMap<object, FlowValue> JoinValues(FlowState other)
    {
        var isPassedAlike = ReferenceEquals(Passed, other.Passed) || (Passed.IsEmpty && other.Passed.IsEmpty);
        if (isPassedAlike && ReferenceEquals(Values, other.Values))
            return Values;

        // What a value has passed on its way here it has passed, even if the other way brings another value without it.
        var mineAll = isPassedAlike ? Values : Effective();
        var theirsAll = isPassedAlike ? other.Values : other.Effective();
        var values = new FlowMap<object, FlowValue>.Editor(mineAll);
        for (var i = 0; i < theirsAll.Count; i++)
        {
            var (place, theirs) = (theirsAll[i].Key, theirsAll[i].Value);
            var isKnown = mineAll.TryGetValueOf(theirsAll, i, out var mine);
            if (!isKnown)
                mine = Unwritten(place, this);
            var joined = mine.Join(theirs);
            if (!isKnown || !joined.Equals(mine))
                values.Set(place, joined);
        }

        for (var i = 0; i < mineAll.Count; i++)
        {
            var (place, mine) = (mineAll[i].Key, mineAll[i].Value);
            if (!theirsAll.TryGetValueOf(mineAll, i, out _) && Unwritten(place, other) is { IsClean: false } unwritten && mine.Join(unwritten) is var joined && !joined.Equals(mine))
                values.Set(place, joined);
        }

        return values.Map;
    }

    /// <summary>What a place holds on a path that has not written it.</summary>
    private static FlowValue Unwritten(object place, FlowState state) => place switch
    {
        IFieldSymbol or IPropertySymbol => FlowValue.Of(FlowNode.Member((ISymbol)place)),
        MemberPlace member => state.Values.TryGetValue(member.Owner, out var whole) ? whole : Unwritten(member.Owner, state),
        _ => FlowValue.Clean,
    };

    private FlowMap<object, FlowValue> Effective()
    {
        var values = new FlowMap<object, FlowValue>.Editor(Values);
        for (var i = 0; i < Values.Count && !Passed.IsEmpty; i++)
        {
            var effective = Values[i].Value.After(Passed);
            if (!effective.Equals(Values[i].Value))
                values.Set(Values[i].Key, effective);
        }

        return values.Map;
    }

    private FlowMap<FlowNode, Passage> JoinPassed(FlowState other)
    {
        if (ReferenceEquals(Passed, other.Passed))
            return Passed;

        var passed = new FlowMap<FlowNode, Passage>.Editor(Passed);
        for (var i = 0; i < Passed.Count; i++)
        {
            var mine = Passed[i].Value;
            if ((other.Passed.TryGetValueOf(Passed, i, out var theirs) || other.Knows(Passed[i].Key)) && mine.Or(theirs) is var joined && !joined.Equals(mine))
                passed.Set(Passed[i].Key, joined);
        }

        for (var i = 0; i < other.Passed.Count; i++)
        {
            if (!Passed.TryGetValueOf(other.Passed, i, out _) && !Knows(other.Passed[i].Key))
                passed.Set(other.Passed[i].Key, other.Passed[i].Value);
        }

        return passed.Map;
    }

    private FlowMap<object, GuardTest> JoinTests(FlowState other)
    {
        if (ReferenceEquals(Tests, other.Tests))
            return Tests;

        var tests = FlowMap<object, GuardTest>.Empty;
        foreach (var pair in Tests)
        {
            other.Tests.TryGetValue(pair.Key, out var theirs);
            var isVariable = pair.Key is not CaptureId;
            var joined = GuardTest.Join(pair.Value, theirs, isVariable) ?? Flag(pair.Value, this, theirs, other, isVariable);
            if (joined is not null)
                tests = tests.SetItem(pair.Key, joined);
        }

        foreach (var pair in other.Tests)
        {
            if (!Tests.ContainsKey(pair.Key) && Flag(pair.Value, other, null, this, isVariable: true) is { } joined)
                tests = tests.SetItem(pair.Key, joined);
        }

        return tests;
    }

    /// <summary>A flag that is known on one way: where it is the opposite, what the other way has passed has been passed.</summary>
    private static GuardTest? Flag(GuardTest known, FlowState here, GuardTest? unknown, FlowState there, bool isVariable)
    {
        if (known.Constant is not { } value)
            return unknown?.Constant is not null ? Flag(unknown, there, known, here, isVariable) : null;

        var opposite = GuardTest.And(PassedBy(there), unknown?.When(!value) ?? ImmutableArray<Guarded>.Empty);
        var same = unknown?.Constant == !value ? PassedBy(here) : ImmutableArray<Guarded>.Empty;
        // answer?.IsAttack ?? false: the answer says so, or who gave it has looked.
        if (unknown is { Constant: null } && !isVariable)
            same = unknown.When(value).RemoveAll(guarded => !here.HasPassed(guarded));
        var flag = value ? new GuardTest(same, opposite, ImmutableArray<Guarded>.Empty) : new GuardTest(opposite, same, ImmutableArray<Guarded>.Empty);
        return opposite.IsEmpty && same.IsEmpty ? null : flag;
    }

    private static ImmutableArray<Guarded> PassedBy(FlowState state)
    {
        var passed = ImmutableArray.CreateBuilder<Guarded>();
        foreach (var pair in state.Passed)
        {
            if (!pair.Value.IsNothing)
                passed.Add(new Guarded(FlowValue.Of(pair.Key), pair.Value));
        }

        return passed.ToImmutable();
    }

    /// <summary>On either path is enough; for names of an object, one more costs a report too few at most.</summary>
    private static FlowMap<TKey, TValue> Both<TKey, TValue>(FlowMap<TKey, TValue> left, FlowMap<TKey, TValue> right)
        where TKey : class
    {
        if (ReferenceEquals(left, right) || right.IsEmpty)
            return left;
        if (left.IsEmpty)
            return right;

        var both = left;
        for (var i = 0; i < right.Count; i++)
        {
            if (!left.TryGetValueOf(right, i, out _))
                both = both.SetItem(right[i].Key, right[i].Value);
        }

        return both;
    }

    private bool Knows(FlowNode node) => node.Root is { Kind: not (FlowNodeKind.Source or FlowNodeKind.Result) } || Met.ContainsKey(node.Root);

    private static bool IsSame<TKey, TValue>(FlowMap<TKey, TValue> left, FlowMap<TKey, TValue> right, Func<TValue, TValue, bool> same)
        where TKey : class
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left.Count != right.Count)
            return false;

        for (var i = 0; i < left.Count; i++)
        {
            if (!right.TryGetValueOf(left, i, out var theirs) || !same(left[i].Value, theirs))
                return false;
        }

        return true;
    }
}
