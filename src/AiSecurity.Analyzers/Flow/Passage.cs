using System;
using System.Collections.Immutable;

namespace AiSecurity.Analyzers.Flow;

/// <summary>How a call of the project's own method ended, as far as the caller knows.</summary>
internal enum CallOutcome
{
    /// <summary>It came back without an exception.</summary>
    Returned,

    /// <summary>It said yes.</summary>
    True,

    /// <summary>It said no.</summary>
    False,

    /// <summary>The answer that it handed back was tested, and was good.</summary>
    GoodAnswer,

    /// <summary>The answer that it handed back was tested, and was not the bad one: it may be one that says nothing, because the shield did not answer.</summary>
    NotBadAnswer,
}

/// <summary>A guard that is one only if the called method guards that parameter, which its own facts tell.</summary>
/// <param name="Call">The node of the call's result.</param>
/// <param name="Ordinal">The parameter.</param>
/// <param name="Outcome">What the caller knows about the call.</param>
internal readonly record struct CallGuard(FlowNode Call, int Ordinal, CallOutcome Outcome);

/// <summary>The guards that a value has passed: those that are certain, and those that depend on a called method.</summary>
internal readonly struct Passage(Guards guards, ImmutableArray<CallGuard> calls) : IEquatable<Passage>
{
    public static readonly Passage Nothing = default;

    private readonly ImmutableArray<CallGuard> _calls = calls;

    public Passage(Guards guards)
        : this(guards, ImmutableArray<CallGuard>.Empty)
    {
    }

    public Passage(CallGuard call)
        : this(Guards.None, ImmutableArray.Create(call))
    {
    }

    public Guards Guards { get; } = guards;

    public ImmutableArray<CallGuard> Calls => _calls.IsDefault ? ImmutableArray<CallGuard>.Empty : _calls;

    /// <summary>What a value has passed that no way has brought yet.</summary>
    public static Passage Everything { get; } = new((Guards)~0);

    private bool IsEverything => Guards == (Guards)~0;

    public bool IsNothing => Guards == Guards.None && Calls.IsEmpty;

    /// <summary>The same where the answers of calls are known not to be bad, and no more.</summary>
    public Passage WhereNotBad() => Calls.IsEmpty ? this : new Passage(Guards, ImmutableArray.CreateRange(Calls, static call => call.Outcome == CallOutcome.GoodAnswer ? call with { Outcome = CallOutcome.NotBadAnswer } : call));

    /// <summary>The same where the verdict in the answers of calls has that value: returns may tell what its name does not.</summary>
    public Passage WhereVerdict(bool value)
    {
        var all = this;
        foreach (var call in Calls)
        {
            if (call.Outcome == CallOutcome.GoodAnswer)
                all = all.And(new Passage(call with { Outcome = value ? CallOutcome.True : CallOutcome.False }));
        }

        return all;
    }

    /// <summary>Both have been passed, one after the other.</summary>
    public Passage And(Passage other)
    {
        if (other.IsNothing)
            return this;
        if (IsNothing)
            return other;

        var calls = Calls;
        foreach (var call in other.Calls)
        {
            if (!calls.Contains(call))
                calls = calls.Add(call);
        }

        return new Passage(Guards | other.Guards, calls);
    }

    /// <summary>What is left when guards are taken off. What depends on a called method stays.</summary>
    public Passage Without(Guards guards) => IsEverything ? this : new(Guards & ~guards, Calls);

    /// <summary>What has been passed whichever of two ways was taken.</summary>
    public Passage Or(Passage other) => IsEverything ? other : other.IsEverything ? this : new(Guards & other.Guards, Calls.IsEmpty || other.Calls.IsEmpty ? ImmutableArray<CallGuard>.Empty : Calls.RemoveAll(call => !other.Calls.Contains(call)));

    public bool Equals(Passage other)
    {
        if (Guards != other.Guards || Calls.Length != other.Calls.Length)
            return false;

        foreach (var call in Calls)
        {
            if (!other.Calls.Contains(call))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is Passage other && Equals(other);

    public override int GetHashCode() => ((int)Guards * 397) ^ Calls.Length;
}
