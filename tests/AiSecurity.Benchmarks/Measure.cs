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
        {
            _ = fresh.GetDiagnostics();
        }
        else
        {
            var options = new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([], new EmptyConfiguration()), (_, _, _) => Interlocked.Increment(ref crashes), concurrentAnalysis: false, logAnalyzerExecutionTime: true);
            var analysis = fresh.WithOptions(fresh.Options.WithSyntaxTreeOptionsProvider(new EmptyTreeOptions())).WithAnalyzers(analyzers, options);
            _ = await analysis.GetAllDiagnosticsAsync(CancellationToken.None);
            foreach (var analyzer in analyzers)
                callbacks += (await analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime;
        }

        return new Measure(Process.GetCurrentProcess().TotalProcessorTime - cpu, callbacks, GC.GetTotalAllocatedBytes(precise: true) - bytes, crashes);
    }

    public static Measure Median(IReadOnlyList<Measure> runs)
    {
        var middle = runs.Count / 2;
        return new Measure(
            runs.Select(static run => run.Cpu).Order().ElementAt(middle), runs.Select(static run => run.Callbacks).Order().ElementAt(middle),
            runs.Select(static run => run.Allocated).Order().ElementAt(middle), runs.Max(static run => run.Crashes));
    }
}
