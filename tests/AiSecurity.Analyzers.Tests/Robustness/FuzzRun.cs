using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>All analyzers over inputs, then all fixes and refactorings on what they found.</summary>
internal static class FuzzRun
{
    /// <summary>How long the analyzers may take for a file, on top of the compiler.</summary>
    public static readonly TimeSpan Allowed = TimeSpan.FromSeconds(2);

    /// <summary>Who has not answered by then never will.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>An analyzer by itself; many times what any of them takes for the longest of inputs.</summary>
    private static readonly TimeSpan Endurance = TimeSpan.FromSeconds(15);

    /// <summary>Several inputs as one project; each by itself when something goes wrong, to see which it is.</summary>
    public static async Task<FuzzResult[]> RunAsync(IReadOnlyList<FuzzInput> inputs, FuzzOptions options)
    {
        var clock = Stopwatch.StartNew();
        var analysis = Task.Run(() => AnalyzeAsync(inputs, CancellationToken.None));
        var isInTime = await Task.WhenAny(analysis, Task.Delay(Patience)) == analysis;
        var time = clock.Elapsed;
        if (inputs.Count > 1 && (!isInTime || (await analysis).Failure is not null || time > Allowed * 2))
            return [.. (await Task.WhenAll(inputs.Select(input => RunAsync([input], options)))).SelectMany(results => results)];
        if (!isInTime)
            return [new FuzzResult { Failure = new FuzzFailure(inputs[0], "hang", "The analyzers do not come to an end.") }];

        var (diagnostics, failure) = await analysis;
        if (failure is null && time > Allowed && await ExtraTimeAsync(inputs) is var extra && extra > Allowed)
            failure = FuzzFailure.OfTime(inputs[0], extra);
        var results = new FuzzResult[inputs.Count];
        for (var index = 0; index < inputs.Count; index++)
        {
            var reported = diagnostics.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == StrictCompilation.PathOf(index)).ToList();
            var result = new FuzzResult { Analysis = time / inputs.Count, Diagnostics = reported.Count, Failure = failure };
            results[index] = failure is null && options.Edits ? await EditAsync(inputs[index], reported, result) : result;
        }

        return results;
    }

    /// <summary>What all analyzers report, and the first exception in one of them, or the one that does not come to an end.</summary>
    public static async Task<(ImmutableArray<Diagnostic> Diagnostics, FuzzFailure? Failure)> AnalyzeAsync(IReadOnlyList<FuzzInput> inputs, CancellationToken cancellationToken)
    {
        var crashes = new ConcurrentQueue<FuzzFailure>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. inputs.SelectMany(input => input.Files)], new GivenSettings(inputs[0].Options)),
            onAnalyzerException: (exception, analyzer, _) => crashes.Enqueue(FuzzFailure.Of(inputs[0], analyzer.GetType().Name, exception)),
            concurrentAnalysis: inputs[0].Concurrent,
            logAnalyzerExecutionTime: true);
        var result = await StrictCompilation.Of(inputs.Select(input => input.Source)).WithAnalyzers(Everything.Analyzers, options).GetAnalysisResultAsync(cancellationToken);
        var (slowest, telemetry) = result.AnalyzerTelemetryInfo.MaxBy(analyzer => analyzer.Value.ExecutionTime);
        var failure = crashes.TryDequeue(out var crash) ? crash
            : telemetry.ExecutionTime > Endurance ? FuzzFailure.OfTime(inputs[0], slowest.GetType().Name, telemetry.ExecutionTime) : null;
        return (result.GetAllDiagnostics(), failure);
    }

    private static async Task<FuzzResult> EditAsync(FuzzInput input, IEnumerable<Diagnostic> reported, FuzzResult result)
    {
        var clock = Stopwatch.StartNew();
        var edits = Task.Run(() => EditRun.RunAsync(input, reported));
        if (await Task.WhenAny(edits, Task.Delay(Patience)) != edits)
            return result with { Failure = new FuzzFailure(input, "hang of a fix", "The fixes do not come to an end.") };

        var (offered, failure) = await edits;
        return result with { Edits = offered, Failure = failure, Editing = clock.Elapsed };
    }

    /// <summary>Time of processors, and the least of three runs, because others use the machine too.</summary>
    private static async Task<TimeSpan> ExtraTimeAsync(IReadOnlyList<FuzzInput> inputs)
    {
        var (plain, analysis) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var turn = 0; turn < 3; turn++)
        {
            var start = Environment.CpuUsage.TotalTime;
            StrictCompilation.Of(inputs.Select(input => input.Source)).GetDiagnostics();
            var middle = Environment.CpuUsage.TotalTime;
            await AnalyzeAsync(inputs, CancellationToken.None);
            var end = Environment.CpuUsage.TotalTime;
            plain = TimeSpan.FromTicks(Math.Min(plain.Ticks, (middle - start).Ticks));
            analysis = TimeSpan.FromTicks(Math.Min(analysis.Ticks, (end - middle).Ticks));
        }

        return analysis - plain;
    }
}
