using System.Globalization;

namespace AiSecurity.Benchmarks;

/// <summary>
/// What our analyzers add to one key, over an analyzer that does nothing: both after one another in one process, the one and the other first in turn. A slow minute hits both of a pair, and the
/// median of the differences is steadier than the difference of two means.
/// </summary>
internal static class KeystrokePairs
{
    private const int WarmUps = 15;

    /// <param name="pairs">How many keys for each.</param>
    public static async Task<int> RunAsync(int pairs)
    {
        var candidates = Candidate.All();
        var (empty, ours) = (candidates.Single(static candidate => candidate.Name == "no-op syntax").Analyzers, candidates.Single(static candidate => candidate.Name == "AiSecurity").Analyzers);
        var file = new TypedFile();
        var (alone, added) = (new List<double>(), new List<double>());
        for (var pair = -WarmUps; pair < pairs; pair++)
        {
            var isFirst = pair % 2 == 0;
            var first = await file.TimeAsync(isFirst ? empty : ours);
            var second = await file.TimeAsync(isFirst ? ours : empty);
            if (pair < 0)
                continue;
            alone.Add(isFirst ? first : second);
            added.Add(isFirst ? second - first : first - second);
        }

        alone.Sort();
        added.Sort();
        Console.WriteLine("| pairs | no-op syntax, median ms | added: lower quarter ms | median ms | upper quarter ms | mean ms |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {pairs} | {alone[pairs / 2]:0} | {added[pairs / 4]:0.0} | {added[pairs / 2]:0.0} | {added[pairs * 3 / 4]:0.0} | {added.Average():0.0} |"));
        return 0;
    }
}
