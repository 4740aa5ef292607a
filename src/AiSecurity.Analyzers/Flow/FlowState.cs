using System.Collections.Immutable;

namespace AiSecurity.Analyzers.Flow;

/// <summary>What is known before one operation: the value of each place, and the guards that each node has passed.</summary>
/// <param name="Values">By local, parameter, own member, flow capture or member of a local.</param>
/// <param name="Passed">Guards of nodes that were looked at: they hold for every copy of the value.</param>
/// <param name="Tests">Results of guards that are still to be tested, and booleans that remember such a test.</param>
internal sealed record FlowState(
    ImmutableDictionary<object, FlowValue> Values, ImmutableDictionary<FlowNode, Guards> Passed, ImmutableDictionary<object, GuardTest> Tests)
{
    public static readonly FlowState Start = new(
        ImmutableDictionary.Create<object, FlowValue>(PlaceComparer.Instance),
        ImmutableDictionary<FlowNode, Guards>.Empty,
        ImmutableDictionary.Create<object, GuardTest>(PlaceComparer.Instance));

    /// <summary>Values by union; guards and tests only where both paths have them.</summary>
    public FlowState Join(FlowState other)
    {
        if (ReferenceEquals(this, other))
            return this;

        var values = Values;
        if (!ReferenceEquals(Values, other.Values))
        {
            foreach (var pair in other.Values)
            {
                if (!values.TryGetValue(pair.Key, out var mine))
                    values = values.Add(pair.Key, pair.Value);
                else if (mine.Join(pair.Value) is var joined && !joined.Equals(mine))
                    values = values.SetItem(pair.Key, joined);
            }
        }

        var passed = Passed;
        foreach (var pair in Passed)
        {
            other.Passed.TryGetValue(pair.Key, out var theirs);
            // A node that the other path has never met cannot arrive unguarded from there.
            if (other.Knows(pair.Key) && (pair.Value & theirs) != pair.Value)
                passed = passed.SetItem(pair.Key, pair.Value & theirs);
        }

        foreach (var pair in other.Passed)
        {
            if (!Passed.ContainsKey(pair.Key) && !Knows(pair.Key))
                passed = passed.SetItem(pair.Key, pair.Value);
        }

        var tests = Tests;
        foreach (var pair in Tests)
        {
            if (!other.Tests.TryGetValue(pair.Key, out var theirs) || !theirs.Equals(pair.Value))
                tests = tests.Remove(pair.Key);
        }

        return new FlowState(values, passed, tests);
    }

    public bool IsSame(FlowState other)
    {
        if (ReferenceEquals(Values, other.Values) && ReferenceEquals(Passed, other.Passed) && ReferenceEquals(Tests, other.Tests))
            return true;
        if (Values.Count != other.Values.Count || Passed.Count != other.Passed.Count || Tests.Count != other.Tests.Count)
            return false;

        foreach (var pair in Values)
        {
            if (!other.Values.TryGetValue(pair.Key, out var theirs) || !theirs.Equals(pair.Value))
                return false;
        }

        foreach (var pair in Passed)
        {
            if (!other.Passed.TryGetValue(pair.Key, out var theirs) || theirs != pair.Value)
                return false;
        }

        return true;
    }

    public FlowState Without(object place)
    {
        var values = Values.Remove(place);
        var tests = Tests.IsEmpty ? Tests : Tests.Remove(place);
        return ReferenceEquals(values, Values) && ReferenceEquals(tests, Tests) ? this : this with { Values = values, Tests = tests };
    }

    public FlowState Guard(FlowValue value, Guards guards)
    {
        var passed = Passed;
        foreach (var part in value.Parts)
            passed = passed.SetItem(part.Node, (passed.TryGetValue(part.Node, out var known) ? known : Guards.None) | guards);
        return this with { Passed = passed };
    }

    /// <summary>The value with the guards that its nodes have passed so far.</summary>
    public FlowValue Effective(FlowValue value)
    {
        if (Passed.IsEmpty)
            return value;

        var result = FlowValue.Clean;
        foreach (var part in value.Parts)
        {
            Passed.TryGetValue(part.Node, out var passed);
            result = result.Join(FlowValue.Of(part.Node).With(part.Guards | passed));
        }

        return result;
    }

    private bool Knows(FlowNode node)
    {
        foreach (var pair in Values)
        {
            foreach (var part in pair.Value.Parts)
            {
                if (part.Node.Equals(node))
                    return true;
            }
        }

        return false;
    }
}
