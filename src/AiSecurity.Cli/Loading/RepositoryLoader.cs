using System.Collections.Immutable;
using AiSecurity.Cli.Scanning;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Cli.Loading;

/// <summary>Loads a repository as completely as the machine allows: MSBuild first, then what only reading the files gives.</summary>
internal sealed class RepositoryLoader(WorkFolder folder, LoadOptions options)
{
    public async Task<LoadedRepository> LoadAsync(RepositorySources sources, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var problems = new ProblemBook();
        var solution = await LoadWithMsBuildAsync(sources, problems, progress, cancellationToken) ?? new AdhocWorkspace().CurrentSolution;
        var packages = await RestoredPackages.ReadAsync(folder, cancellationToken);
        var reader = new SourceReader(sources.Root);
        var projects = ImmutableArray.CreateBuilder<LoadedProject>();
        foreach (var path in sources.Projects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var ids = solution.Projects.Where(project => IsReadable(project, path)).Select(static project => project.Id).ToImmutableArray();
            if (ids.IsEmpty)
            {
                (solution, var read) = reader.ReadProject(solution, path, problems.Of(path), cancellationToken);
                projects.Add(read);
                continue;
            }

            var missing = MissingFor(solution.GetProject(ids[0])!, packages);
            foreach (var id in ids)
                solution = ProjectCompletion.AddMissing(solution, id, missing);
            projects.Add(new LoadedProject(path, ids, missing.IsEmpty ? Reading.Complete : Reading.Names, missing.IsEmpty ? [] : [MissingPackages(path, missing), .. packages.MissingFor(path) is null ? problems.Of(path) : []]));
        }

        if (!sources.LooseFiles.IsEmpty)
        {
            (solution, var loose) = reader.ReadLoose(solution, FolderOf(sources.LooseFiles), sources.LooseFiles, cancellationToken);
            projects.Add(loose);
        }

        solution = reader.Connect(solution);
        foreach (var id in projects.SelectMany(static project => project.Ids))
        {
            solution = await BulkSeverity.RemoveAsync(solution, id, cancellationToken);
            if (options.Preset is { } preset)
                solution = ProjectCompletion.AddPreset(solution, id, preset);
        }

        return new LoadedRepository(sources, solution, projects.ToImmutable(), [.. sources.Problems, .. problems.General]);
    }

    private async Task<Solution?> LoadWithMsBuildAsync(RepositorySources sources, ProblemBook problems, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (!options.UsesMsBuild || sources.Projects.IsEmpty)
            return null;

        var load = new MsBuildLoad(folder);
        problems.AddRange(sources.Projects.Where(MsBuildPath.IsTakenForAnother).Select(static project => new Problem("MSBuild takes a percent sign and two digits in a path, such as %20, for another character and finds no files there", project)));
        // MSBuild takes one broken file for a broken solution.
        var solution = await load.RunAsync([.. sources.Projects.Where(project => problems.IsWellFormed(project) && !MsBuildPath.IsTakenForAnother(project))], options.Restores, progress, cancellationToken);
        problems.AddRange(load.Problems);
        return solution;
    }

    /// <summary>A project whose evaluation failed may still be there, empty; one that others refer to may be there with files that are not.</summary>
    private static bool IsReadable(Project project, string path) => !MsBuildPath.IsTakenForAnother(path) && string.Equals(project.FilePath, path, StringComparison.Ordinal) && project.DocumentIds.Count > 0;

    /// <summary>Packages that a project refers to itself, and those that come with the projects it refers to.</summary>
    private static ImmutableSortedSet<string> MissingFor(Project project, RestoredPackages packages)
    {
        var missing = MissingFor(project.FilePath!, packages);
        foreach (var id in project.Solution.GetProjectDependencyGraph().GetProjectsThatThisProjectTransitivelyDependsOn(project.Id))
            missing = missing.Union(MissingFor(project.Solution.GetProject(id)!.FilePath!, packages));
        return missing;
    }

    /// <summary>Where NuGet never got to write, everything is missing that the project file names.</summary>
    private static ImmutableSortedSet<string> MissingFor(string path, RestoredPackages packages) =>
        packages.MissingFor(path) ?? SourceReader.TryReadFile(path, [])?.Packages.ToImmutableSortedSet(StringComparer.OrdinalIgnoreCase) ?? [];

    private static Problem MissingPackages(string path, ImmutableSortedSet<string> missing) =>
        new($"{missing.Count} {(missing.Count == 1 ? "package was" : "packages were")} not restored, and what is called of {(missing.Count == 1 ? "it" : "them")} is judged as far as the tool knows it: {string.Join(", ", missing)}", path);

    private static string FolderOf(ImmutableArray<string> files)
    {
        var common = Path.GetDirectoryName(files[0])!;
        while (!files.All(file => file.StartsWith(common + Path.DirectorySeparatorChar, StringComparison.Ordinal)) && Path.GetDirectoryName(common) is { } parent)
            common = parent;
        return common;
    }
}
