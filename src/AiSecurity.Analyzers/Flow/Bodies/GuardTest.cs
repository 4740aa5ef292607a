using System.Collections.Immutable;
using System.Linq;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>A value and what it has passed when a test comes out well.</summary>
internal readonly record struct Guarded(FlowValue Value, Passage Passage);

/// <summary>What a boolean, or the answer of a guard, tells about values.</summary>
/// <param name="WhenTrue">What has been passed where it is true; default where that tells nothing.</param>
/// <param name="WhenFalse">What has been passed where it is false.</param>
/// <param name="Answer">What has been passed where a member of the answer says that it is good; for whole answers only.</param>
/// <param name="Constant">The value of a boolean that is known here.</param>
/// <param name="IsTask">Whether it is the task of a guard by exception, which says what it says when it is over.</param>
/// <param name="IsNull">Whether it is the missing value of a conditional access.</param>
/// <param name="MayBeNull">Whether it can be unset: then it tells something only where it has a value.</param>
/// <param name="IsBad">Whether it is an answer that says by itself that the text is bad.</param>
/// <param name="Choices">What has been passed before each of several answers, of which nobody knows which is good.</param>
internal sealed record GuardTest(ImmutableArray<Guarded> WhenTrue, ImmutableArray<Guarded> WhenFalse, ImmutableArray<Guarded> Answer, bool? Constant = null, bool IsTask = false, bool IsNull = false, bool MayBeNull = false, bool IsBad = false, ImmutableArray<ImmutableArray<Guarded>> Choices = default)
{
    private static readonly ImmutableArray<Guarded> Nothing = ImmutableArray<Guarded>.Empty;

    public bool IsAnswer => !Answer.IsEmpty && !IsTask;

    public static GuardTest Of(FlowValue value, Guards guards, bool goodWhen)
    {
        var guarded = ImmutableArray.Create(new Guarded(value, new Passage(guards)));
        return goodWhen ? new GuardTest(guarded, Nothing, Nothing) : new GuardTest(Nothing, guarded, Nothing);
    }

    /// <summary>What is missing or blank has passed everything: it holds nothing that could do harm.</summary>
    public static GuardTest OfBlank(FlowValue value, bool blankWhen) => Of(value, Passage.Everything.Guards, blankWhen);

    public static GuardTest Known(bool value) => new(Nothing, Nothing, Nothing, value);

    public static GuardTest Null() => new(Nothing, Nothing, Nothing, IsNull: true);

    public static GuardTest Bad() => new(Nothing, Nothing, Nothing, IsBad: true);

    public static GuardTest ChoiceOf(ImmutableArray<Guarded> guarded) => new(Nothing, Nothing, Nothing, Choices: ImmutableArray.Create(guarded));

    public static GuardTest AnswerOf(ImmutableArray<Guarded> guarded) => new(Nothing, Nothing, guarded);

    public static GuardTest TaskOf(ImmutableArray<Guarded> guarded) => new(Nothing, Nothing, guarded, IsTask: true);

    public GuardTest Negated() => new(WhenFalse, WhenTrue, Nothing, !Constant);

    /// <summary>The boolean member of an answer that is good when it has that value; null when nobody knows which is good.</summary>
    public GuardTest Member(bool? goodWhen) => new(goodWhen == false ? Nothing : Answer, goodWhen == true ? Nothing : Answer, Nothing);

    /// <summary>The same for the verdict of an answer, of which returns say by themselves which value is the good one.</summary>
    public GuardTest Verdict(bool? goodWhen) => this with
    {
        WhenTrue = goodWhen == false ? Nothing : ImmutableArray.CreateRange(Answer, static guarded => guarded with { Passage = guarded.Passage.WhereVerdict(true) }),
        WhenFalse = goodWhen == true ? Nothing : ImmutableArray.CreateRange(Answer, static guarded => guarded with { Passage = guarded.Passage.WhereVerdict(false) }),
        Answer = Nothing,
    };

    /// <summary>What a comparison with one of several answers tells, by whether that one is good: what is not the bad one need not be the good one.</summary>
    public GuardTest ComparedWith(bool? isGood, bool equals)
    {
        if (isGood is not { } good)
            return Member(null);
        return good ? Member(equals) : (this with { Answer = ImmutableArray.CreateRange(Answer, static guarded => guarded with { Passage = guarded.Passage.WhereNotBad() }) }).Member(!equals);
    }

    /// <summary>Whether it is what a shield answers, and not what a method of the project makes of it, where null may be the good answer.</summary>
    public bool IsOfShield => IsAnswer && Answer.All(static guarded => guarded.Passage.Calls.IsEmpty);

    /// <summary>What is known where the answer is missing, or lacks the verdict: who answered has looked.</summary>
    public GuardTest WhereMissing() => new(Answer.AddRange(WhenTrue).AddRange(WhenFalse), Nothing, Nothing);

    /// <summary>What <c>left == value</c> tells, where this is what the left side tells.</summary>
    public GuardTest EqualTo(bool value) => new(value ? WhenTrue : WhenFalse, MayBeNull ? Nothing : value ? WhenFalse : WhenTrue, Nothing);

    /// <summary>What <c>left | right</c> tells, or <c>left &amp; right</c>: where it is false, both are, and where it is true, one of them.</summary>
    public static GuardTest? Both(GuardTest? left, GuardTest? right, bool isAnd)
    {
        if (left?.Constant is { } known)
            return known == isAnd ? right : left;
        if (right?.Constant is { } other)
            return other == isAnd ? left : right;

        var both = (left?.When(isAnd) ?? Nothing).AddRange(right?.When(isAnd) ?? Nothing).Distinct().ToImmutableArray();
        return both.IsEmpty ? null : isAnd ? new GuardTest(both, Nothing, Nothing) : new GuardTest(Nothing, both, Nothing);
    }

    /// <summary>The same of a whole, where this tells it of each element: when it is still what it was at first. Otherwise one element has changed it, and the others are anything.</summary>
    public GuardTest OfAll(bool initial) => initial ? new GuardTest(OfAll(WhenTrue), Nothing, Nothing) : new GuardTest(Nothing, OfAll(WhenFalse), Nothing);

    private static ImmutableArray<Guarded> OfAll(ImmutableArray<Guarded> each)
    {
        var all = each;
        foreach (var (value, passage) in each)
        {
            foreach (var part in value.Parts)
            {
                if (part.Node is { Ordinal: FlowNode.EachElement, Whole: { } whole })
                    all = all.Add(new Guarded(FlowValue.Of(whole), passage));
            }
        }

        return all;
    }

    /// <summary>What two tests tell together: one entry for each value, so that a loop that adds to it comes to an end.</summary>
    public static ImmutableArray<Guarded> And(ImmutableArray<Guarded> left, ImmutableArray<Guarded> right)
    {
        var all = left;
        foreach (var guarded in right)
        {
            var index = 0;
            while (index < all.Length && !all[index].Value.Equals(guarded.Value))
                index++;
            all = index == all.Length ? all.Add(guarded) : all.SetItem(index, guarded with { Passage = all[index].Passage.And(guarded.Passage) });
        }

        return all;
    }

    public ImmutableArray<Guarded> When(bool outcome) => outcome ? WhenTrue : WhenFalse;

    public bool Same(GuardTest other) =>
        Constant == other.Constant && IsTask == other.IsTask && IsNull == other.IsNull && MayBeNull == other.MayBeNull && IsBad == other.IsBad && Choices.IsDefault == other.Choices.IsDefault && (Choices.IsDefault || (Choices.Length == other.Choices.Length && Choices.Zip(other.Choices, Same).All(static same => same))) && Same(WhenTrue, other.WhenTrue) && Same(WhenFalse, other.WhenFalse) && Same(Answer, other.Answer);

    /// <summary>What a boolean tells that was set on either of two ways; null for nothing.</summary>
    /// <param name="left">What it tells on one way.</param>
    /// <param name="right">What it tells on the other.</param>
    /// <param name="isVariable">Whether it is a variable, which may not have been set, and no part of an expression.</param>
    public static GuardTest? Join(GuardTest? left, GuardTest? right, bool isVariable)
    {
        if (left is null || right is null)
            return null;
        if (left.Same(right))
            return left;

        // Who tests it for the good answer has not got that one.
        if (left.IsBad || right.IsBad)
            return (left.IsBad ? right : left) is { } answer && (answer.IsAnswer || !answer.Choices.IsDefault) ? answer : null;
        if (!left.Choices.IsDefault || !right.Choices.IsDefault)
            return left.Choices.IsDefault || right.Choices.IsDefault ? null : left with { Choices = left.Choices.AddRange(right.Choices.Where(choice => !left.Choices.Any(known => Same(known, choice)))) };

        // result?.IsAttack: where it has a value, it is the one of the answer.
        if (left.IsNull || right.IsNull)
            return (left.IsNull ? right : left) is var set && isVariable ? set with { MayBeNull = true } : set;
        if (left.Constant is not null || right.Constant is not null)
            return null;

        var joined = new GuardTest(Both(left.WhenTrue, right.WhenTrue), Both(left.WhenFalse, right.WhenFalse), Both(left.Answer, right.Answer), IsTask: left.IsTask && right.IsTask);
        return joined.WhenTrue.IsEmpty && joined.WhenFalse.IsEmpty && joined.Answer.IsEmpty ? null : joined;
    }

    private static ImmutableArray<Guarded> Both(ImmutableArray<Guarded> left, ImmutableArray<Guarded> right) => left.RemoveAll(guarded => !right.Contains(guarded));

    private static bool Same(ImmutableArray<Guarded> left, ImmutableArray<Guarded> right) => left.Length == right.Length && Both(left, right).Length == left.Length;
}
