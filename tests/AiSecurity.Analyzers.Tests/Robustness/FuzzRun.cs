using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>All analyzers over one input, then all fixes and refactorings on what they found.</summary>
internal static class FuzzRun
{
    /// <summary>How long the analyzers may take for a file, on top of the compiler.</summary>
    public static readonly TimeSpan Allowed = TimeSpan.FromSeconds(2);

    /// <summary>Who has not answered by then never will.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<FuzzResult> RunAsync(FuzzInput input, FuzzOptions options)
    {
        var clock = Stopwatch.StartNew();
        var analysis = Task.Run(() => AnalyzeAsync(input, CancellationToken.None));
        if (await Task.WhenAny(analysis, Task.Delay(Patience)) != analysis)
            return new FuzzResult { Failure = new FuzzFailure(input, "hang", "The analyzers do not come to an end.") };

        var (diagnostics, failure) = await analysis;
        var result = new FuzzResult { Analysis = clock.Elapsed, Diagnostics = diagnostics.Length, Failure = failure };
        if (failure is null && clock.Elapsed > Allowed && await ExtraTimeAsync(input) is var extra && extra > Allowed)
            return result with { Failure = new FuzzFailure(input, "slow", $"The analyzers take {extra.TotalSeconds:F1} seconds more than the compiler alone.") };
        if (failure is not null || !options.Fixes)
            return result;

        clock.Restart();
        var edits = Task.Run(() => EditRun.RunAsync(input, diagnostics));
        if (await Task.WhenAny(edits, Task.Delay(Patience)) != edits)
            return result with { Failure = new FuzzFailure(input, "hang of a fix", "The fixes do not come to an end.") };
        var (offered, broken) = await edits;
        return result with { Edits = offered, Failure = broken, Editing = clock.Elapsed };
    }

    /// <summary>What all analyzers report, and the first exception in one of them.</summary>
    public static async Task<(ImmutableArray<Diagnostic> Diagnostics, FuzzFailure? Failure)> AnalyzeAsync(FuzzInput input, CancellationToken cancellationToken)
    {
        var crashes = new ConcurrentQueue<FuzzFailure>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. input.Files], new GivenSettings(input.Options)),
            onAnalyzerException: (exception, analyzer, _) => crashes.Enqueue(FuzzFailure.Of(input, analyzer.GetType().Name, exception)),
            concurrentAnalysis: input.Concurrent,
            logAnalyzerExecutionTime: false);
        var diagnostics = await StrictCompilation.Of(input.Source).WithAnalyzers(Everything.Analyzers, options).GetAnalyzerDiagnosticsAsync(cancellationToken);
        return (diagnostics, crashes.TryDequeue(out var crash) ? crash : null);
    }

    /// <summary>The least of three runs, because others use the machine too.</summary>
    private static async Task<TimeSpan> ExtraTimeAsync(FuzzInput input)
    {
        var (plain, analysis) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var turn = 0; turn < 3; turn++)
        {
            var clock = Stopwatch.StartNew();
            StrictCompilation.Of(input.Source).GetDiagnostics();
            plain = TimeSpan.FromTicks(Math.Min(plain.Ticks, clock.Elapsed.Ticks));
            clock.Restart();
            await AnalyzeAsync(input, CancellationToken.None);
            analysis = TimeSpan.FromTicks(Math.Min(analysis.Ticks, clock.Elapsed.Ticks));
        }

        return analysis - plain;
    }
}
