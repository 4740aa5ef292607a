using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using AiSecurity.Analyzers.Tests.WholeAssembly;

namespace AiSecurity.Analyzers.Tests.Robustness.Mutating;

/// <summary>Numbered mutants of a file. The same seed, file and number make the same mutant.</summary>
internal sealed class Mutants(DonorPool donors, int seed)
{
    /// <summary>The mutant with that number; 0 is the file itself.</summary>
    public FuzzInput Of(SourceFile file, int number)
    {
        if (number == 0)
            return new FuzzInput(file.Name, file.Text);

        var random = new Random(Hash($"{seed} {number} {file.Name}"));
        var text = file.Text;
        var done = new List<string>();
        for (var steps = random.Next(4) == 0 ? random.Next(2, 5) : 1; steps > 0; steps--)
        {
            var (name, mutate) = Mutations.All.Pick(random);
            text = mutate(steps == 1 && done.Count == 0 ? file : new SourceFile(file.Name, text), donors.Next(random), random);
            done.Add(name);
        }

        return Beside(new FuzzInput($"{file.Name}:{number} of seed {seed}: {string.Join(", ", done)}", text) { Concurrent = random.Next(4) == 0 }, random);
    }

    private static FuzzInput Beside(FuzzInput input, Random random)
    {
        var files = input.Files;
        if (random.Next(30) == 0)
            files = files.Add(new GivenFile("/0/Own.aisecurity.txt", CatalogText.Next(random)));
        for (var count = random.Next(25) == 0 ? random.Next(1, 4) : 0; count > 0; count--)
        {
            var (path, text) = SettingsText.Next(random);
            files = files.Add(new GivenFile(path, text));
        }

        return input with { Files = files, Options = random.Next(15) == 0 ? OptionsText.Next(random) : "" };
    }

    /// <summary>string.GetHashCode differs from run to run.</summary>
    private static int Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
            hash = (hash ^ character) * 16777619u;
        return (int)hash;
    }
}
