using System.Text.RegularExpressions;
using AiSecurity.Analyzers.Tests.Robustness.Inputs;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>What went wrong with an input.</summary>
/// <param name="Input">The input.</param>
/// <param name="Cause">The same for the same mistake: what an exception is and where it was thrown, or which fix breaks the code.</param>
/// <param name="Detail">All that is known.</param>
internal sealed partial record FuzzFailure(FuzzInput Input, string Cause, string Detail)
{
    private const string Slow = "slow";

    /// <summary>Whether it may be the machine that was slow.</summary>
    public bool IsSlow => Cause == Slow;

    public static FuzzFailure OfTime(FuzzInput input, TimeSpan extra) => new(input, Slow, FormattableString.Invariant($"The analyzers take {extra.TotalSeconds:F1} seconds more than the compiler alone."));

    public static FuzzFailure OfTime(FuzzInput input, string analyzer, TimeSpan time) => new(input, Slow, FormattableString.Invariant($"{analyzer} takes {time.TotalSeconds:F1} seconds."));

    public static FuzzFailure Of(FuzzInput input, string where, Exception exception)
    {
        var place = OwnFrame().Match(exception.ToString());
        return new(input, $"{where}: {exception.GetType().Name} {(place.Success ? place.Groups[1].Value : exception.Message)}", exception.ToString());
    }

    public override string ToString() => $"{Cause}\n{Detail}\n{Input}";

    [GeneratedRegex(@"at (AiSecurity\.Analyzers\.(?!Tests)\S+?)\(")]
    private static partial Regex OwnFrame();
}
