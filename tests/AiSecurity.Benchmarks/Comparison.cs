using System.Globalization;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Benchmarks;

/// <summary>All candidates on the same compilations, one after the other in each round, so that a slow minute of the machine hits all of them.</summary>
internal static class Comparison
{
    private const int WarmUps = 1;

    private const int Rounds = 3;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var folders = Values(arguments, "--src");
        var scales = Values(arguments, "--scale").Select(static value => int.Parse(value, CultureInfo.InvariantCulture)).DefaultIfEmpty(1).ToList();
        var candidates = Candidate.All();
        IEnumerable<Compilation> compilations = folders.Count > 0
            ? folders.Select(Sources.OfFolder)
            : scales.SelectMany(static scale => (Compilation[])[Sources.WithoutAi(scale), Sources.WithoutUse(scale), Sources.WithUse(scale)]);
        Console.WriteLine("| compilation | lines | analyzers | CPU s | over plain s | callbacks s | callbacks / plain | allocated MB | crashes |");
        Console.WriteLine("|---|---:|---|---:|---:|---:|---:|---:|---:|");
        foreach (var compilation in compilations)
        {
            var runs = candidates.ToDictionary(static candidate => candidate.Name, static _ => new List<Measure>());
            for (var round = -WarmUps; round < Rounds; round++)
            {
                foreach (var candidate in candidates)
                {
                    var measure = await Measure.OfAsync(compilation, candidate.Analyzers);
                    if (round >= 0)
                        runs[candidate.Name].Add(measure);
                }
            }

            var plain = Measure.Median(runs["plain"]).Cpu.TotalSeconds;
            var lines = compilation.SyntaxTrees.Sum(static tree => tree.GetText().Lines.Count);
            foreach (var candidate in candidates)
            {
                var median = Measure.Median(runs[candidate.Name]);
                var callbacks = await Measure.OfCallbacksAsync(compilation, candidate.Analyzers);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {compilation.AssemblyName} | {lines} | {candidate.Name} | {median.Cpu.TotalSeconds:0.00} | {median.Cpu.TotalSeconds - plain:0.00} | {callbacks.TotalSeconds:0.000} | {callbacks.TotalSeconds / plain:0.0%} | {median.Allocated / 1e6:0} | {median.Crashes} |"));
            }
        }

        return 0;
    }

    private static List<string> Values(string[] arguments, string option) =>
        [.. arguments.Index().Where(argument => argument.Item == option && argument.Index + 1 < arguments.Length).Select(argument => arguments[argument.Index + 1])];
}
