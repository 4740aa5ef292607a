namespace AiSecurity.Analyzers.Flow;

/// <summary>A guard's answer that somebody may test.</summary>
/// <param name="Value">What the guard looked at.</param>
/// <param name="Guards">What has been passed when the answer is good.</param>
/// <param name="GoodWhen">The value of a boolean that means so; null for the whole answer, whose members decide.</param>
internal sealed record GuardTest(FlowValue Value, Guards Guards, bool? GoodWhen)
{
    public GuardTest Negated() => GoodWhen is { } good ? this with { GoodWhen = !good } : this;
}
