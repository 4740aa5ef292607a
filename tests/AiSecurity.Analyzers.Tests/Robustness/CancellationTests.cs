using System.Collections.Immutable;
using System.Diagnostics;
using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>An editor gives an analysis up with every keystroke: nothing but its end may come of it, and what was kept of it must be whole.</summary>
public class CancellationTests
{
    private const int Moments = 15;

    [Fact]
    public async Task A_run_after_one_that_was_cancelled_finds_everything()
    {
        var expected = (await RunAsync(Compile(), CancellationToken.None)).Select(DiagnosticOrder.Show).ToList();
        Assert.True(expected.Count > 20);
        var clock = Stopwatch.StartNew();
        await RunAsync(Compile(), CancellationToken.None);
        var whole = clock.Elapsed;

        var random = new Random(1);
        var cancelled = 0;
        for (var moment = 1; moment <= Moments; moment++)
        {
            // The rules keep what they know with the compilation, so both runs are on the same.
            var compilation = Compile();
            for (var attempt = 0; attempt < 3; attempt++)
            {
                using var source = new CancellationTokenSource(whole * random.NextDouble());
                try
                {
                    await RunAsync(compilation, source.Token);
                }
                catch (OperationCanceledException)
                {
                    cancelled++;
                }
            }

            Assert.Equal(expected, (await RunAsync(compilation, CancellationToken.None)).Select(DiagnosticOrder.Show));
        }

        Assert.True(cancelled > Moments, FormattableString.Invariant($"{cancelled} of {3 * Moments} runs were cancelled."));
    }

    private static CSharpCompilation Compile() => StrictCompilation.Of(DonorPool.Corpus().Where((_, index) => index % 8 == 0).Select(file => file.Text));

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, CancellationToken cancellationToken)
    {
        var crashes = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, analyzer, _) => { lock (crashes) crashes.Add($"{analyzer.GetType().Name}: {exception}"); },
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        try
        {
            return DiagnosticOrder.Sort(await compilation.WithAnalyzers(Everything.Analyzers, options).GetAnalyzerDiagnosticsAsync(cancellationToken));
        }
        finally
        {
            Assert.Empty(crashes);
        }
    }
}
