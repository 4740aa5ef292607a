using AiSecurity.Cli.Reports;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Tests.Reports;

public class ReportSetTests
{
    private static readonly ScanResult Nothing = new() { ToolVersion = "1.0.0", Started = DateTimeOffset.UnixEpoch, Duration = TimeSpan.Zero, PeakMemory = 0, Repositories = [], Rules = [] };

    [Fact]
    public async Task Who_cancels_too_late_gets_all_files()
    {
        using var repository = new Repository();
        using var stop = new CancellationTokenSource();

        await ReportSet.WriteFilesAsync([Report(repository, "a.json", stop), Report(repository, "b.json", stop)], Nothing, stop.Token);

        Assert.True(File.Exists(repository.Path("a.json")));
        Assert.True(File.Exists(repository.Path("b.json")));
    }

    [Fact]
    public async Task Who_cancels_in_time_gets_none()
    {
        using var repository = new Repository();
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReportSet.WriteFilesAsync([Report(repository, "a.json", stop)], Nothing, new CancellationToken(canceled: true)));

        Assert.False(File.Exists(repository.Path("a.json")));
    }

    private static (FileInfo File, IReportWriter Writer) Report(Repository repository, string name, CancellationTokenSource stop) => (new FileInfo(repository.Path(name)), new CancelingWriter(stop));

    private sealed class CancelingWriter(CancellationTokenSource stop) : IReportWriter
    {
        public Task WriteAsync(ScanResult result, Stream output, CancellationToken cancellationToken)
        {
            stop.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        }
    }
}
