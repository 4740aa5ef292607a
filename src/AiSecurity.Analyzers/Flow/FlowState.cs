using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>What is known before one operation: the value of each place, and the guards that each node has passed.</summary>
/// <param name="Values">By local, parameter, own member, flow capture or member of a local. An own member without an entry holds what others wrote.</param>
/// <param name="Passed">Guards of nodes that were looked at: they hold for every copy of the value.</param>
/// <param name="Tests">Results of guards that are still to be tested, and booleans that remember such a test.</param>
/// <param name="Met">Sources and results that have been met on the way: another node cannot have arrived unguarded.</param>
/// <param name="Attempts">Nodes that a shield looked at in vain, on any path.</param>
/// <param name="Aliases">Variables that mean the same object, by the first of them.</param>
internal sealed record FlowState(
    ImmutableDictionary<object, FlowValue> Values, ImmutableDictionary<FlowNode, Passage> Passed, ImmutableDictionary<object, GuardTest> Tests,
    ImmutableHashSet<FlowNode> Met, ImmutableDictionary<FlowNode, ShieldAttempt> Attempts, ImmutableDictionary<object, object> Aliases)
{
    public static readonly FlowState Start = new(
        ImmutableDictionary.Create<object, FlowValue>(PlaceComparer.Instance), ImmutableDictionary<FlowNode, Passage>.Empty,
        ImmutableDictionary.Create<object, GuardTest>(PlaceComparer.Instance), ImmutableHashSet<FlowNode>.Empty, ImmutableDictionary<FlowNode, ShieldAttempt>.Empty,
        ImmutableDictionary.Create<object, object>(PlaceComparer.Instance));

    /// <summary>Values by union; guards and tests only where both paths have them.</summary>
    public FlowState Join(FlowState other) =>
        ReferenceEquals(this, other) ? this : new(JoinValues(other), JoinPassed(other), JoinTests(other), Met.Union(other.Met), Attempts.AddRange(other.Attempts.RemoveRange(Attempts.Keys)), JoinAliases(other));

    public bool IsSame(FlowState other) =>
        (ReferenceEquals(Values, other.Values) || IsSame(Values, other.Values))
        && (ReferenceEquals(Passed, other.Passed) || IsSame(Passed, other.Passed))
        && (ReferenceEquals(Tests, other.Tests) || HasSameTests(other))
        && Met.Count == other.Met.Count && Attempts.Count == other.Attempts.Count && Aliases.Count == other.Aliases.Count;

    public FlowState Without(object place)
    {
        var values = Values.Remove(place);
        var tests = Tests.IsEmpty ? Tests : Tests.Remove(place);
        return ReferenceEquals(values, Values) && ReferenceEquals(tests, Tests) ? this : this with { Values = values, Tests = tests };
    }

    /// <summary>The place may hold that value as well.</summary>
    public FlowState Add(object place, FlowValue value) =>
        this with { Values = Values.SetItem(place, Values.TryGetValue(place, out var known) ? known.Join(value) : Unwritten(place, this).Join(value)) };

    public FlowState Alias(object place, object other) => this with { Aliases = Aliases.SetItem(place, Aliases.TryGetValue(other, out var first) ? first : other) };

    public FlowState Unalias(object place) => Aliases.IsEmpty ? this : this with { Aliases = Aliases.Remove(place) };

    /// <summary>The other names of the object that a place holds, and the same members of them.</summary>
    public IEnumerable<object> AliasesOf(object place)
    {
        if (Aliases.IsEmpty)
            yield break;

        var root = place;
        while (root is MemberPlace member)
            root = member.Owner;
        var first = Aliases.TryGetValue(root, out var known) ? known : root;
        foreach (var pair in Aliases)
        {
            if (PlaceComparer.Same(pair.Value, first) && !PlaceComparer.Same(pair.Key, root))
                yield return Moved(pair.Key);
        }

        if (!PlaceComparer.Same(first, root))
            yield return Moved(first);

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

    private ImmutableDictionary<object, FlowValue> JoinValues(FlowState other)
    {
        var isPassedAlike = ReferenceEquals(Passed, other.Passed) || (Passed.IsEmpty && other.Passed.IsEmpty);
        if (isPassedAlike && ReferenceEquals(Values, other.Values))
            return Values;

        // What a value has passed on its way here it has passed, even if the other way brings another value without it.
        var values = isPassedAlike ? Values : Effective();
        foreach (var pair in isPassedAlike ? other.Values : other.Effective())
        {
            var mine = values.TryGetValue(pair.Key, out var known) ? known : Unwritten(pair.Key, this);
            var joined = mine.Join(pair.Value);
            if (!Values.ContainsKey(pair.Key) || !joined.Equals(mine))
                values = values.SetItem(pair.Key, joined);
        }

        foreach (var pair in Values)
        {
            if (!other.Values.ContainsKey(pair.Key) && Unwritten(pair.Key, other) is { IsClean: false } unwritten)
                values = values.SetItem(pair.Key, pair.Value.Join(unwritten));
        }

        return values;
    }

    /// <summary>What a place holds on a path that has not written it.</summary>
    private static FlowValue Unwritten(object place, FlowState state) => place switch
    {
        IFieldSymbol or IPropertySymbol => FlowValue.Of(FlowNode.Member((ISymbol)place)),
        MemberPlace member => state.Values.TryGetValue(member.Owner, out var whole) ? whole : Unwritten(member.Owner, state),
        _ => FlowValue.Clean,
    };

    private ImmutableDictionary<object, FlowValue> Effective()
    {
        if (Passed.IsEmpty)
            return Values;

        var values = Values.ToBuilder();
        foreach (var pair in Values)
        {
            var effective = pair.Value.After(Passed);
            if (!effective.Equals(pair.Value))
                values[pair.Key] = effective;
        }

        return values.ToImmutable();
    }

    private ImmutableDictionary<FlowNode, Passage> JoinPassed(FlowState other)
    {
        if (ReferenceEquals(Passed, other.Passed))
            return Passed;

        var passed = Passed;
        foreach (var pair in Passed)
        {
            if (other.Passed.TryGetValue(pair.Key, out var theirs) || other.Knows(pair.Key))
                passed = passed.SetItem(pair.Key, pair.Value.Or(theirs));
        }

        foreach (var pair in other.Passed)
        {
            if (!Passed.ContainsKey(pair.Key) && !Knows(pair.Key))
                passed = passed.SetItem(pair.Key, pair.Value);
        }

        return passed;
    }

    private ImmutableDictionary<object, GuardTest> JoinTests(FlowState other)
    {
        if (ReferenceEquals(Tests, other.Tests))
            return Tests;

        var tests = Tests.Clear();
        foreach (var pair in Tests)
        {
            other.Tests.TryGetValue(pair.Key, out var theirs);
            var joined = GuardTest.Join(pair.Value, theirs) ?? Flag(pair.Value, this, theirs, other);
            if (joined is not null)
                tests = tests.Add(pair.Key, joined);
        }

        foreach (var pair in other.Tests)
        {
            if (!Tests.ContainsKey(pair.Key) && Flag(pair.Value, other, null, this) is { } joined)
                tests = tests.Add(pair.Key, joined);
        }

        return tests;
    }

    /// <summary>A flag that is known on one way: where it is the opposite, what the other way has passed has been passed.</summary>
    private static GuardTest? Flag(GuardTest known, FlowState here, GuardTest? unknown, FlowState there)
    {
        if (known.Constant is not { } value)
            return unknown?.Constant is not null ? Flag(unknown, there, known, here) : null;

        var opposite = PassedBy(there).AddRange(unknown?.When(!value) ?? ImmutableArray<Guarded>.Empty);
        var same = unknown?.Constant == !value ? PassedBy(here) : ImmutableArray<Guarded>.Empty;
        var flag = value ? new GuardTest(same, opposite, ImmutableArray<Guarded>.Empty) : new GuardTest(opposite, same, ImmutableArray<Guarded>.Empty);
        return opposite.IsEmpty && same.IsEmpty ? null : flag;
    }

    private static ImmutableArray<Guarded> PassedBy(FlowState state)
    {
        var passed = ImmutableArray.CreateBuilder<Guarded>();
        foreach (var pair in state.Passed)
            passed.Add(new Guarded(FlowValue.Of(pair.Key), pair.Value));
        return passed.ToImmutable();
    }

    private ImmutableDictionary<object, object> JoinAliases(FlowState other)
    {
        if (ReferenceEquals(Aliases, other.Aliases))
            return Aliases;

        var aliases = Aliases;
        foreach (var pair in other.Aliases)
        {
            // On either path is enough: a name more for an object costs a report too few at most.
            if (!aliases.ContainsKey(pair.Key))
                aliases = aliases.Add(pair.Key, pair.Value);
        }

        return aliases;
    }

    private bool Knows(FlowNode node) => node.Root is { Kind: not (FlowNodeKind.Source or FlowNodeKind.Result) } || Met.Contains(node.Root);

    private static bool IsSame<TKey, TValue>(ImmutableDictionary<TKey, TValue> left, ImmutableDictionary<TKey, TValue> right)
        where TKey : notnull
        where TValue : System.IEquatable<TValue>
    {
        if (left.Count != right.Count)
            return false;

        foreach (var pair in left)
        {
            if (!right.TryGetValue(pair.Key, out var theirs) || !theirs.Equals(pair.Value))
                return false;
        }

        return true;
    }

    private bool HasSameTests(FlowState other)
    {
        if (Tests.Count != other.Tests.Count)
            return false;

        foreach (var pair in Tests)
        {
            if (!other.Tests.TryGetValue(pair.Key, out var theirs) || !theirs.Same(pair.Value))
                return false;
        }

        return true;
    }
}
