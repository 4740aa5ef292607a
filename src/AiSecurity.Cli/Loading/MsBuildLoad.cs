using System.Collections.Immutable;
using AiSecurity.Cli.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace AiSecurity.Cli.Loading;

/// <summary>Restores and loads projects through MSBuild. What fails is noted, never thrown.</summary>
internal sealed class MsBuildLoad(WorkFolder folder)
{
    private const int MaxRestores = 4;

    private readonly List<Problem> _problems = [];

    /// <summary>What MSBuild and NuGet said, with the project it is about.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    public async Task<Solution?> RunAsync(ImmutableArray<string> projects, bool restores, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (restores)
        {
            progress.Report("restoring packages");
            await RestoreAsync(projects, cancellationToken);
        }

        progress.Report("loading projects");
        var file = folder.File("scan.slnx");
        await SolutionFile.WriteAsync(file, [await WriteStartAsync(cancellationToken), .. projects], cancellationToken);
        return await LoadAsync(file, progress, cancellationToken);
    }

    /// <summary>
    /// The first project decides which MSBuild loads them all. One outside the repository does not ask its global.json, which may name an SDK that is not installed.
    /// </summary>
    private async Task<string> WriteStartAsync(CancellationToken cancellationToken)
    {
        var file = folder.File("!start.csproj");
        await File.WriteAllTextAsync(file, "<Project />", cancellationToken);
        return file;
    }

    /// <summary>One project that cannot be evaluated, such as one whose workload is not installed, stops a restore for all: then again without it.</summary>
    private async Task RestoreAsync(ImmutableArray<string> projects, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRestores && !projects.IsEmpty; round++)
        {
            var file = folder.File($"restore{round}.slnx");
            await SolutionFile.WriteAsync(file, projects, cancellationToken);
            var messages = await RestoreAsync(file, cancellationToken);
            _problems.AddRange(messages);
            var restored = await RestoredPackages.ReadAsync(folder, cancellationToken);
            var failed = projects.Where(project => restored.MissingFor(project) is null).ToList();
            projects = [.. failed.Where(project => !messages.Any(message => message.Path == project))];
            if (projects.Length == failed.Count)
                return;
        }
    }

    private async Task<ImmutableArray<Problem>> RestoreAsync(string solution, CancellationToken cancellationToken)
    {
        var properties = ScanProperties.ForRestore(folder).Select(static property => $"-p:{property.Key}={property.Value}");
        try
        {
            var (exitCode, output) = await ChildProcess.RunDotnetAsync(folder.Path, ["restore", solution, "--nologo", "-v:q", .. properties], cancellationToken);
            return exitCode == 0 ? [] : [.. RestoreMessages.Read(output)];
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return [new Problem($"Packages were not restored, because dotnet did not start: {exception.Message}")];
        }
    }

    private async Task<Solution?> LoadAsync(string solution, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var workspace = MSBuildWorkspace.Create(ScanProperties.For(folder));
        workspace.SkipUnrecognizedProjects = true;
        using var registration = workspace.RegisterWorkspaceFailedHandler(failure =>
        {
            if (failure.Diagnostic.Kind != WorkspaceDiagnosticKind.Failure)
                return;
            lock (_problems)
                _problems.Add(new Problem(ToolMessage.Of(failure.Diagnostic.Message)));
        });
        try
        {
            return await workspace.OpenSolutionAsync(solution, new LoadProgress(progress), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _problems.Add(new Problem($"MSBuild did not load the projects: {ToolMessage.Of(exception.Message)}"));
            return null;
        }
    }
}
