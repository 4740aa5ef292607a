using AiSecurity.Cli.Commands;
using AiSecurity.Cli.Loading;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Tests.Scanning;

public class ScannerTests
{
    /// <summary>One of a hundred repositories must not take the others with it.</summary>
    [Fact]
    public async Task A_repository_that_fails_is_a_problem_of_its_own()
    {
        using var broken = new Repository().With("App.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient);
        using var other = new Repository().With("App.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient);

        var result = await ScanAsync(new FailingProgress(broken.Root, new InvalidDataException("nothing fits")), broken.Root, other.Root);

        Assert.Equal([false, true], result.Repositories.Select(static repository => repository.WasAnalyzed));
        Assert.Equal([false, true], result.Repositories.Select(static repository => repository.Findings.Any()));
        var problem = Assert.Single(result.Repositories[0].Problems);
        Assert.Contains("InvalidDataException: nothing fits", problem.Message, StringComparison.Ordinal);
        Assert.Equal([("App.csproj", Reading.None)], result.Repositories[0].Projects.Select(static project => (project.Path, project.Reading)));
        Assert.False(result.Repositories[0].IsComplete);
        Assert.True(ScanCommand.WasRead(result, requiresAll: false));
        Assert.False(ScanCommand.WasRead(result, requiresAll: true));
    }

    [Fact]
    public async Task When_all_fail_nothing_was_read()
    {
        using var broken = new Repository().With("Clients.cs", Repository.KeyedClient);

        var result = await ScanAsync(new FailingProgress(broken.Root, new InvalidDataException("nothing fits")), broken.Root);

        Assert.False(ScanCommand.WasRead(result, requiresAll: false));
    }

    [Fact]
    public async Task A_stop_is_no_problem_of_a_repository()
    {
        using var repository = new Repository().With("Clients.cs", Repository.KeyedClient);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ScanAsync(new FailingProgress(repository.Root, new OperationCanceledException(), stop), stop.Token, repository.Root));
    }

    /// <summary>Something inside may give up waiting though nobody stops the scan.</summary>
    [Fact]
    public async Task A_time_out_is_a_problem_of_a_repository()
    {
        using var repository = new Repository().With("Clients.cs", Repository.KeyedClient);

        var result = await ScanAsync(new FailingProgress(repository.Root, new TaskCanceledException("too slow")), repository.Root);

        Assert.Contains("too slow", Assert.Single(result.Repositories[0].Problems).Message, StringComparison.Ordinal);
    }

    private static Task<ScanResult> ScanAsync(IScanProgress progress, params string[] paths) => ScanAsync(progress, default, paths);

    private static Task<ScanResult> ScanAsync(IScanProgress progress, CancellationToken cancellationToken, params string[] paths) =>
        new Scanner(new ScanOptions { Paths = [.. paths], Load = new LoadOptions(UsesMsBuild: false) }, progress).RunAsync(cancellationToken);

    /// <summary>Fails in the middle of a repository.</summary>
    private sealed class FailingProgress(string root, Exception failure, CancellationTokenSource? stop = null) : IScanProgress
    {
        public IRepositoryProgress Begin(string repository, int projects) => new Step(repository == Path.GetFileName(root) ? failure : null, stop);

        private sealed class Step(Exception? failure, CancellationTokenSource? stop) : IRepositoryProgress
        {
            public void Report(string value)
            {
                stop?.Cancel();
                if (failure is not null && value.StartsWith("analysing", StringComparison.Ordinal))
                    throw failure;
            }

            public void Advance()
            {
            }

            public void Dispose()
            {
            }
        }
    }
}
