using System.Collections.Immutable;
using AiSecurity.Cli.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.MSBuild;

namespace AiSecurity.Cli.Loading;

/// <summary>Restores and loads projects through MSBuild. What fails is noted, never thrown.</summary>
internal sealed class MsBuildLoad(WorkFolder folder)
{
    private readonly List<Problem> _problems = [];

    /// <summary>What MSBuild and NuGet said, with the project it is about.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    public async Task<Solution?> RunAsync(ImmutableArray<string> projects, bool restores, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var file = folder.File("scan.slnx");
        await SolutionFile.WriteAsync(file, projects, cancellationToken);
        if (restores)
        {
            progress.Report("restoring packages");
            await RestoreAsync(file, cancellationToken);
        }

        progress.Report("loading projects");
        return await LoadAsync(file, progress, cancellationToken);
    }

    private async Task RestoreAsync(string solution, CancellationToken cancellationToken)
    {
        var properties = ScanProperties.ForRestore(folder).Select(static property => $"-p:{property.Key}={property.Value}");
        try
        {
            var (exitCode, output) = await ChildProcess.RunDotnetAsync(folder.Path, ["restore", solution, "--nologo", "-v:q", .. properties], cancellationToken);
            if (exitCode != 0)
                _problems.AddRange(RestoreMessages.Read(output));
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            _problems.Add(new Problem($"Packages were not restored, because dotnet did not start: {exception.Message}"));
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
                _problems.Add(new Problem(failure.Diagnostic.Message));
        });
        try
        {
            return await workspace.OpenSolutionAsync(solution, new LoadProgress(progress), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _problems.Add(new Problem($"MSBuild did not load the projects: {exception.Message}"));
            return null;
        }
    }
}
