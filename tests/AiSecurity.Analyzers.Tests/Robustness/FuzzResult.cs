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

/// <summary>How much is tried.</summary>
/// <param name="Seed">Where the random numbers begin.</param>
/// <param name="Mutants">How many mutants a file has.</param>
/// <param name="MutantsOfFindings">How many it has when something is reported in it.</param>
/// <param name="Fixes">Whether fixes and refactorings run too.</param>
internal sealed record FuzzOptions(int Seed, int Mutants, int MutantsOfFindings, bool Fixes = true);
