using AiSecurity.Analyzers.Tests.Robustness.Inputs;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>Analyzers that run side by side find what they find one after the other, every time.</summary>
public class ConcurrencyTests
{
    private const int Repeats = 20;

    [Fact]
    public async Task Concurrent_analysis_equals_serial_analysis()
    {
        var files = DonorPool.Corpus().Where((_, index) => index % 6 == 0).Select(file => new FuzzInput(file.Name, file.Text)).ToList();
        var serial = await ShowAsync(files, concurrent: false);
        Assert.True(serial.Count > 20);
        for (var repeat = 0; repeat < Repeats; repeat++)
            Assert.Equal(serial, await ShowAsync(files, concurrent: true));
    }

    /// <summary>The order of the files in a project is nobody's choice.</summary>
    [Fact]
    public async Task The_order_of_files_says_nothing()
    {
        var files = DonorPool.Corpus().Where((_, index) => index % 6 == 1).Select(file => new FuzzInput(file.Name, file.Text)).ToList();
        var there = await ShowAsync(files, concurrent: false);
        files.Reverse();
        var back = await ShowAsync(files, concurrent: false);
        Assert.Equal(there.Count, back.Count);
    }

    private static async Task<List<string>> ShowAsync(List<FuzzInput> files, bool concurrent)
    {
        var (diagnostics, failure) = await FuzzRun.AnalyzeAsync([.. files.Select(file => file with { Concurrent = concurrent })], CancellationToken.None);
        Assert.True(failure is null, failure?.Detail);
        return [.. DiagnosticOrder.Sort(diagnostics).Select(DiagnosticOrder.Show)];
    }
}
