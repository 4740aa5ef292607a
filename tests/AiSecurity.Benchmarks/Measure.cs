using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Benchmarks;

/// <summary>What one run took, in CPU time of the process: waiting for other processes does not count.</summary>
/// <param name="Cpu">All diagnostics of the compiler and the analyzers.</param>
/// <param name="Callbacks">The part in the analyzers' callbacks.</param>
/// <param name="Allocated">Bytes.</param>
/// <param name="Crashes">Analyzers that failed.</param>
internal readonly record struct Measure(TimeSpan Cpu, TimeSpan Callbacks, long Allocated, int Crashes)
{
    public static async Task<Measure> OfAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        // Nothing that an earlier run has bound.
        var fresh = compilation.Clone();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (cpu, bytes) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
        var (callbacks, crashes) = (TimeSpan.Zero, 0);
        if (analyzers.IsEmpty)
            _ = fresh.GetDiagnostics();
        else
            _ = await Analysis(fresh, analyzers, (_, _, _) => Interlocked.Increment(ref crashes)).GetAllDiagnosticsAsync(CancellationToken.None);

        (cpu, bytes) = (Process.GetCurrentProcess().TotalProcessorTime - cpu, GC.GetTotalAllocatedBytes(precise: true) - bytes);

        // Only a run that returns its results as objects keeps the times of the callbacks.
        var result = analyzers.IsEmpty ? null : await Analysis(compilation.Clone(), analyzers, null).GetAnalysisResultAsync(CancellationToken.None);
        foreach (var telemetry in result?.AnalyzerTelemetryInfo.Values ?? [])
            callbacks += telemetry.ExecutionTime;
        return new Measure(cpu, callbacks, bytes, crashes);
    }

    public static Measure Median(IReadOnlyList<Measure> runs)
    {
        var middle = runs.Count / 2;
        return new Measure(
            runs.Select(static run => run.Cpu).Order().ElementAt(middle), runs.Select(static run => run.Callbacks).Order().ElementAt(middle),
            runs.Select(static run => run.Allocated).Order().ElementAt(middle), runs.Max(static run => run.Crashes));
    }

    private static CompilationWithAnalyzers Analysis(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, Action<Exception, DiagnosticAnalyzer, Diagnostic>? onCrash) =>
        compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new EmptyTreeOptions()))
            .WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([], new EmptyConfiguration()), onCrash, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
}
