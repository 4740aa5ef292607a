using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Cli.Inventory;
using AiSecurity.Cli.Loading;

namespace AiSecurity.Cli.Scanning;

/// <summary>Loads and analyses everything that was asked for.</summary>
internal sealed class Scanner(ScanOptions options, IScanProgress progress)
{
    public static string Version { get; } =
        typeof(Scanner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    public async Task<ScanResult> RunAsync(CancellationToken cancellationToken)
    {
        var started = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        var sources = new List<RepositorySources>();
        foreach (var path in options.Paths.Distinct(StringComparer.Ordinal))
            sources.Add(await RepositoryFinder.FindAsync(path, cancellationToken));

        var results = new RepositoryResult[sources.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, sources.Count, parallel, async (index, token) => results[index] = await TryScanAsync(sources[index], token));
        return new ScanResult
        {
            ToolVersion = Version,
            Started = started,
            Duration = watch.Elapsed,
            PeakMemory = Process.GetCurrentProcess().PeakWorkingSet64,
            Repositories = [.. results],
            Rules = [.. RuleSet.All.Where(rule => options.Takes(rule.Id) && rule.Id != RuleIds.AgentInventory)],
        };
    }

    /// <summary>Whatever happens in one repository is a problem of that one: the others are scanned all the same.</summary>
    private async Task<RepositoryResult> TryScanAsync(RepositorySources sources, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            return await ScanAsync(sources, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new RepositoryResult
            {
                Name = sources.Name,
                Root = sources.Root,
                Projects = [.. sources.Projects.Select(project => new ProjectResult { Name = Path.GetFileNameWithoutExtension(project), Path = RelativePath.Of(sources.Root, project), Reading = Reading.None })],
                Problems = [.. sources.Problems, new Problem($"The scan failed, and nothing of the repository was judged: {exception.GetType().Name}: {exception.Message}")],
                Duration = watch.Elapsed,
            };
        }
    }

    private async Task<RepositoryResult> ScanAsync(RepositorySources sources, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        using var folder = new WorkFolder();
        using var task = progress.Begin(sources.Name, sources.Projects.Length);
        var repository = await new RepositoryLoader(folder, options.Load).LoadAsync(sources, task, cancellationToken);
        var analysis = new RepositoryAnalysis(repository, options);
        var projects = ImmutableArray.CreateBuilder<ProjectResult>();
        foreach (var project in repository.Projects)
        {
            task.Report($"analysing {Path.GetFileNameWithoutExtension(project.Path)}");
            projects.Add(await analysis.AnalyzeAsync(project, cancellationToken));
            task.Advance();
        }

        var reported = analysis.Findings().ToLookup(static finding => finding.Rule.Id == RuleIds.AgentInventory);
        return new RepositoryResult
        {
            Name = sources.Name,
            Root = sources.Root,
            Projects = projects.ToImmutable(),
            Findings = [.. reported[false]],
            Assets = [.. reported[true].Where(static note => note.Suppression is null).Select(AssetReader.Read)],
            Problems = repository.Problems,
            Duration = watch.Elapsed,
        };
    }
}
