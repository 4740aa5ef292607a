using System.Collections.Concurrent;
using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using AiSecurity.Analyzers.Tests.Robustness.Mutating;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>Files and their mutants, one after the other; of failures with the same cause the first is kept.</summary>
internal sealed class FuzzSession(Mutants mutants, FuzzOptions options)
{
    private readonly ConcurrentDictionary<string, (FuzzFailure First, int Count)> _failures = new(StringComparer.Ordinal);
    private int _files;
    private int _mutants;
    private int _diagnostics;
    private int _edits;
    private long _analysis;
    private long _editing;
    private long _slowest;

    public IEnumerable<(FuzzFailure First, int Count)> Failures => _failures.Values;

    /// <summary>Called with inputs before they run: what stays when the process dies.</summary>
    public Action<IReadOnlyList<FuzzInput>> Before { get; init; } = static _ => { };

    /// <summary>Called with the first failure of each cause.</summary>
    public Action<FuzzFailure> OnFailure { get; init; } = static _ => { };

    public string Figures => FormattableString.Invariant(
        $"{_files} files, {_mutants} mutants, {_diagnostics} diagnostics, {_edits} edits by fixes and refactorings, {Seconds(_analysis):F0} s of analysis, {Seconds(_editing):F0} s of edits, slowest analysis {Seconds(_slowest):F2} s, {_failures.Values.Sum(failure => failure.Count)} failures of {_failures.Count} causes");

    public int Mutants => _mutants;

    public int Edits => _edits;

    /// <summary>Some files and all their mutants: those with the same number together.</summary>
    public async Task RunAsync(IReadOnlyList<SourceFile> files)
    {
        var found = await RunAsync(files, 0);
        Interlocked.Add(ref _files, files.Count);
        for (var number = 1; number <= Math.Max(options.Mutants, options.MutantsOfFindings); number++)
        {
            var rest = files.Where((_, index) => number <= (found[index] > 0 ? options.MutantsOfFindings : options.Mutants)).ToList();
            await RunAsync(rest, number);
            Interlocked.Add(ref _mutants, rest.Count);
        }
    }

    /// <summary>How much is reported in the mutant with that number of each file.</summary>
    public async Task<int[]> RunAsync(IReadOnlyList<SourceFile> files, int number)
    {
        var inputs = files.Select(file => mutants.Of(file, number)).ToList();
        var results = new int[files.Count];
        // Options, catalogs and settings count for a whole project.
        foreach (var together in Enumerable.Range(0, files.Count).GroupBy(index => inputs[index] is { Files: [], Options: "" } ? -1 : index))
        {
            var indices = together.ToList();
            var run = indices.Select(index => inputs[index]).ToList();
            Before(run);
            foreach (var (index, result) in indices.Zip(await FuzzRun.RunAsync(run, options.For(number))))
            {
                Count(result);
                results[index] = result.Diagnostics;
            }
        }

        return results;
    }

    private void Count(FuzzResult result)
    {
        Interlocked.Add(ref _diagnostics, result.Diagnostics);
        Interlocked.Add(ref _edits, result.Edits);
        Interlocked.Add(ref _analysis, result.Analysis.Ticks);
        Interlocked.Add(ref _editing, result.Editing.Ticks);
        for (var slowest = _slowest; result.Analysis.Ticks > slowest; slowest = _slowest)
            Interlocked.CompareExchange(ref _slowest, result.Analysis.Ticks, slowest);
        if (result.Failure is not { } failure)
            return;

        var (_, count) = _failures.AddOrUpdate(failure.Cause, (failure, 1), static (_, known) => (known.First, known.Count + 1));
        if (count == 1)
            OnFailure(failure);
    }

    private static double Seconds(long ticks) => TimeSpan.FromTicks(ticks).TotalSeconds;
}
