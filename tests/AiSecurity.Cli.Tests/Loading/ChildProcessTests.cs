using AiSecurity.Cli.Loading;

namespace AiSecurity.Cli.Tests.Loading;

public class ChildProcessTests
{
    public static TheoryData<Exception> Failures => [new AggregateException(new System.ComponentModel.Win32Exception(1)), new System.ComponentModel.Win32Exception(5), new InvalidOperationException("gone")];

    /// <summary>Whoever stops a scan is to see that, and not that a child of a child would not end.</summary>
    [Theory]
    [MemberData(nameof(Failures))]
    public void A_process_that_cannot_be_stopped_does_not_hide_why_it_should(Exception failure)
    {
        var waited = false;
        ChildProcess.Stop(_ => throw failure, _ => waited = true);
        Assert.True(waited);
    }

    [Fact]
    public async Task A_stop_ends_what_runs()
    {
        using var stop = new CancellationTokenSource();
        using var folder = new WorkFolder();
        var run = ChildProcess.RunDotnetAsync(folder.Path, ["--info"], stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }
}
