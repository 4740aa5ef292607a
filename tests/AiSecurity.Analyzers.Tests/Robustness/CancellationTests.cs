using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
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
        var whole = new NameCounter();
        var expected = (await RunAsync(Compile(), whole, CancellationToken.None)).Select(DiagnosticOrder.Show).ToList();
        Assert.True(expected.Count > 20);
        Assert.InRange(whole.Names, 10 * Moments, int.MaxValue);

        var random = new Random(1);
        var cancelled = 0;
        for (var moment = 1; moment <= Moments; moment++)
        {
            // The rules keep what they know with the compilation, so both runs are on the same.
            var compilation = Compile();
            for (var attempt = 0; attempt < 3; attempt++)
            {
                using var source = new CancellationTokenSource();
                try
                {
                    await RunAsync(compilation, new NameCounter(random.Next(whole.Names), source), source.Token);
                }
                catch (OperationCanceledException)
                {
                    cancelled++;
                }
            }

            Assert.Equal(expected, (await RunAsync(compilation, new NameCounter(), CancellationToken.None)).Select(DiagnosticOrder.Show));
        }

        Assert.True(cancelled > Moments, FormattableString.Invariant($"{cancelled} of {3 * Moments} runs were cancelled."));
    }

    private static CSharpCompilation Compile() => StrictCompilation.Of(DonorPool.Corpus().Where((_, index) => index % 8 == 0).Select(file => file.Text));

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, NameCounter counter, CancellationToken cancellationToken)
    {
        var crashes = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, analyzer, _) => { lock (crashes) crashes.Add($"{analyzer.GetType().Name}: {exception}"); },
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        try
        {
            return DiagnosticOrder.Sort(await compilation.WithAnalyzers([counter, .. Everything.Analyzers], options).GetAnalyzerDiagnosticsAsync(cancellationToken));
        }
        finally
        {
            Assert.Empty(crashes);
        }
    }

    /// <summary>Counts the names in the code as the run comes to them, and gives the run up at one of them: a clock would cancel less on a machine that is busy.</summary>
    [SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1001:Missing diagnostic analyzer attribute", Justification = "A measure of this test, and in no package.")]
    private sealed class NameCounter(int last = -1, CancellationTokenSource? source = null) : DiagnosticAnalyzer
    {
        private int _names;

        public int Names => _names;

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("NAMES", "Names", "Names", "Test", DiagnosticSeverity.Hidden, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(
                _ =>
                {
                    if (Interlocked.Increment(ref _names) == last)
                        source!.Cancel();
                },
                SyntaxKind.IdentifierName);
        }
    }
}
