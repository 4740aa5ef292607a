using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Bodies;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.Tests.Flow;

/// <summary>States that loops join again and again.</summary>
public class FlowStateTests
{
    private static readonly FlowNode Text = FlowNode.Source(SyntaxFactory.ParseExpression("text"), Origins.None);
    private static readonly Passage Listed = new(Guards.AllowList);

    /// <summary>Where one way sets a flag, one clears it, and both have passed a guard, each join tells another thing of it.</summary>
    [Fact]
    public void Flags_that_keep_changing_tell_nothing_in_the_end()
    {
        var set = Flagged(true);
        var cleared = Flagged(false);
        var head = set;
        for (var turn = 0; turn < 4; turn++)
            head = head.Join(cleared).Join(set);
        Assert.NotSame(head, head.Join(cleared));

        var settled = head.Join(cleared).Settled(head);
        Assert.Empty(settled.Tests);
        Assert.Same(settled, settled.Join(cleared).Settled(settled));
        Assert.Same(settled, settled.Join(set).Settled(settled));
    }

    [Fact]
    public void A_flag_that_stays_is_kept()
    {
        var state = Flagged(true);
        Assert.Same(state, state.Settled(state));
        Assert.Single((state with { Met = state.Met.SetItem(Text, true) }).Settled(state).Tests);
    }

    [Fact]
    public void What_two_tests_tell_of_a_value_is_said_once()
    {
        var guarded = new Guarded(FlowValue.Of(Text), Listed);
        var other = new Guarded(FlowValue.Of(Text), new Passage(Guards.Screened));
        Assert.Equal(guarded, Assert.Single(GuardTest.And([guarded], [guarded, guarded])));
        Assert.Equal(Guards.AllowList | Guards.Screened, Assert.Single(GuardTest.And([guarded], [other])).Passage.Guards);
    }

    [Fact]
    public void A_guard_at_the_value_is_the_same_as_one_at_its_node()
    {
        var atNode = FlowState.Start.Add("text", FlowValue.Of(Text)).Guard(FlowValue.Of(Text), Listed);
        var atBoth = FlowState.Start.Add("text", FlowValue.Of(Text).With(Guards.AllowList)).Guard(FlowValue.Of(Text), Listed);
        Assert.True(atNode.IsSame(atBoth));
        Assert.False(atNode.IsSame(FlowState.Start.Add("text", FlowValue.Of(Text))));
    }

    private static FlowState Flagged(bool value) =>
        FlowState.Start.Guard(FlowValue.Of(Text), Listed) with { Tests = FlowState.Start.Tests.SetItem("flag", GuardTest.Known(value)) };
}
