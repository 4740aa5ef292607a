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
    private long _slowest;

    public IEnumerable<(FuzzFailure First, int Count)> Failures => _failures.Values;

    /// <summary>Called with an input before it runs: what stays when the process dies.</summary>
    public Action<FuzzInput> Before { get; init; } = static _ => { };

    /// <summary>Called with the first failure of each cause.</summary>
    public Action<FuzzFailure> OnFailure { get; init; } = static _ => { };

    public string Figures => FormattableString.Invariant(
        $"{_files} files, {_mutants} mutants, {_diagnostics} diagnostics, {_edits} edits by fixes and refactorings, slowest analysis {TimeSpan.FromTicks(_slowest).TotalSeconds:F2} s, {_failures.Values.Sum(failure => failure.Count)} failures of {_failures.Count} causes");

    public int Mutants => _mutants;

    public int Edits => _edits;

    public async Task RunAsync(SourceFile file)
    {
        var found = await RunAsync(file, 0);
        Interlocked.Increment(ref _files);
        var count = found > 0 ? options.MutantsOfFindings : options.Mutants;
        for (var number = 1; number <= count; number++)
        {
            await RunAsync(file, number);
            Interlocked.Increment(ref _mutants);
        }
    }

    /// <summary>How much is reported in one mutant.</summary>
    public async Task<int> RunAsync(SourceFile file, int number)
    {
        var input = mutants.Of(file, number);
        Before(input);
        var result = await FuzzRun.RunAsync(input, options);
        Interlocked.Add(ref _diagnostics, result.Diagnostics);
        Interlocked.Add(ref _edits, result.Edits);
        for (var slowest = _slowest; result.Analysis.Ticks > slowest; slowest = _slowest)
            Interlocked.CompareExchange(ref _slowest, result.Analysis.Ticks, slowest);
        if (result.Failure is { } failure)
            Count(failure);
        return result.Diagnostics;
    }

    private void Count(FuzzFailure failure)
    {
        var (_, count) = _failures.AddOrUpdate(failure.Cause, (failure, 1), static (_, known) => (known.First, known.Count + 1));
        if (count == 1)
            OnFailure(failure);
    }
}
