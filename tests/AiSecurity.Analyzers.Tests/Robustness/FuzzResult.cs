namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>What came of one input.</summary>
internal sealed record FuzzResult
{
    public int Diagnostics { get; init; }

    /// <summary>How many edits fixes and refactorings made.</summary>
    public int Edits { get; init; }

    public TimeSpan Analysis { get; init; }

    public TimeSpan Editing { get; init; }

    public FuzzFailure? Failure { get; init; }
}
