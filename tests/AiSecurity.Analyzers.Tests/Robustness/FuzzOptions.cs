namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>How much is tried.</summary>
/// <param name="Seed">Where the random numbers begin.</param>
/// <param name="Mutants">How many mutants a file has.</param>
/// <param name="MutantsOfFindings">How many it has when something is reported in it.</param>
/// <param name="EditEvery">Fixes and refactorings run on the file itself and on each such mutant; 0 for never.</param>
internal sealed record FuzzOptions(int Seed, int Mutants, int MutantsOfFindings, int EditEvery = 1)
{
    /// <summary>Whether fixes and refactorings run.</summary>
    public bool Edits => EditEvery > 0;

    /// <summary>The same for the mutant with that number.</summary>
    public FuzzOptions For(int number) => Edits && number % EditEvery != 0 ? this with { EditEvery = 0 } : this;
}
