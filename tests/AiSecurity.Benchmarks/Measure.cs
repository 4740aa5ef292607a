using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Benchmarks;

/// <summary>What one run took, in CPU time of the process: waiting for other processes does not count.</summary>
/// <param name="Cpu">All diagnostics of the compiler and the analyzers.</param>
/// <param name="Allocated">Bytes.</param>
/// <param name="Crashes">Analyzers that failed.</param>
internal readonly record struct Measure(TimeSpan Cpu, long Allocated, int Crashes)
{
    public static async Task<Measure> OfAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        // Nothing that an earlier run has bound.
        var fresh = compilation.Clone();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (cpu, bytes) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes(precise: true));
        var crashes = 0;
        if (analyzers.IsEmpty)
            _ = fresh.GetDiagnostics();
        else
            _ = await Analysis(fresh, analyzers, (_, _, _) => Interlocked.Increment(ref crashes)).GetAllDiagnosticsAsync(CancellationToken.None);

        (cpu, bytes) = (Process.GetCurrentProcess().TotalProcessorTime - cpu, GC.GetTotalAllocatedBytes(precise: true) - bytes);
        return new Measure(cpu, bytes, crashes);
    }

    /// <summary>What Roslyn measures in the analyzers' own code: only a run that returns its results as objects keeps it.</summary>
    public static async Task<TimeSpan> OfCallbacksAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        if (analyzers.IsEmpty)
            return TimeSpan.Zero;

        var result = await Analysis(compilation.Clone(), analyzers, null).GetAnalysisResultAsync(CancellationToken.None);
        return result.AnalyzerTelemetryInfo.Values.Aggregate(TimeSpan.Zero, static (sum, telemetry) => sum + telemetry.ExecutionTime);
    }

    public static Measure Median(IReadOnlyList<Measure> runs)
    {
        var middle = runs.Count / 2;
        return new Measure(
            runs.Select(static run => run.Cpu).Order().ElementAt(middle),
            runs.Select(static run => run.Allocated).Order().ElementAt(middle), runs.Max(static run => run.Crashes));
    }

    private static CompilationWithAnalyzers Analysis(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, Action<Exception, DiagnosticAnalyzer, Diagnostic>? onCrash) =>
        compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new EmptyTreeOptions()))
            .WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([], new EmptyConfiguration()), onCrash, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
}
