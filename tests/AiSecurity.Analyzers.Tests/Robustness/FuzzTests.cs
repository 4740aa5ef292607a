using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using AiSecurity.Analyzers.Tests.Robustness.Mutating;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>A slice of what tests/AiSecurity.Fuzz does for hours: all rules, fixes and refactorings on mutants of the corpus.</summary>
public class FuzzTests
{
    private static readonly FuzzOptions Options = new(Seed: 20261126, Mutants: 2, MutantsOfFindings: 2, EditEvery: 2);

    [Fact]
    public async Task Survives_mutants_of_the_corpus()
    {
        var session = new FuzzSession(new Mutants(new DonorPool([]), Options.Seed), Options);
        foreach (var files in DonorPool.Corpus().Chunk(5))
            await session.RunAsync(files);
        foreach (var (failure, _) in session.Failures)
            Assert.Fail((await Minimizer.MinimizeAsync(failure, Options)).ToString());

        // The mutants are no use when nothing is left of what the fixes look at.
        Assert.True(session.Edits > session.Mutants / 2, session.Figures);
    }

    [Fact]
    public void The_same_seed_makes_the_same_mutant()
    {
        var file = DonorPool.Corpus()[0];
        var (first, second) = (new Mutants(new DonorPool([]), 1), new Mutants(new DonorPool([]), 1));
        for (var number = 1; number < 100; number++)
            Assert.Equal(first.Of(file, number).ToString(), second.Of(file, number).ToString());
    }

    /// <summary>Every mutation changes something in nearly every file that is long enough.</summary>
    [Fact]
    public void Every_mutation_changes_the_corpus()
    {
        var files = DonorPool.Corpus();
        var donor = files.MaxBy(file => file.Statements.Length)!;
        foreach (var (name, mutate) in Mutations.All)
            Assert.True(files.Count(file => mutate(file, donor, new Random(1)) != file.Text) > files.Length / 2, name);
    }
}
