using System.Collections.Immutable;
using AiSecurity.Cli.Loading;
using AiSecurity.Cli.Scanning;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Cli.Fixing;

/// <summary>Finds out what fixes make of a repository. Writes nothing into it.</summary>
internal sealed class RepositoryFixer(FixOptions options, IScanProgress progress)
{
    public async Task<FixResult> RunAsync(string path, CancellationToken cancellationToken)
    {
        var sources = await RepositoryFinder.FindAsync(path, cancellationToken);
        var rules = new FixableDiagnostics(options.Scan, Directory.Exists(path) ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) : Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var task = progress.Begin(sources.Name, sources.Projects.Length);
        using var folder = new WorkFolder();
        var repository = await new RepositoryLoader(folder, options.Scan.Load).LoadAsync(sources, task, cancellationToken);
        var needs = await PackageNeed.FindAsync(repository, rules, options.TakesGuards, cancellationToken);
        if (needs.IsEmpty)
            return await FixAsync(repository, rules, needs, task, cancellationToken);

        using var trial = new WorkFolder();
        PackageNeed.WriteTargets(trial, needs);
        return await FixAsync(await new RepositoryLoader(trial, options.Scan.Load).LoadAsync(sources, task, cancellationToken), rules, needs, task, cancellationToken);
    }

    private static async Task<FixResult> FixAsync(LoadedRepository repository, FixableDiagnostics rules, ImmutableArray<PackageNeed> needs, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var rounds = new FixRounds(repository, rules);
        await rounds.RunAsync(progress, cancellationToken);
        var changes = await ChangesAsync(repository.Solution, rounds.Solution, cancellationToken);
        var (projects, packages) = PackageReferences.Write(changes, needs, project => FilesOf(repository.Solution, project));
        return new FixResult(
            repository.Sources.Name, repository.Sources.Root, [.. changes, .. projects], packages, await UnavailableAsync(repository, needs, cancellationToken), rounds.Found, rounds.Left, rounds.TakenBack,
            [.. repository.Projects.Where(static project => !FixRounds.CanFix(project)).Select(static project => project.Path)]);
    }

    /// <summary>What a project was given for a trial and does not know all the same.</summary>
    private static async Task<ImmutableArray<NeededPackage>> UnavailableAsync(LoadedRepository repository, ImmutableArray<PackageNeed> needs, CancellationToken cancellationToken)
    {
        var unavailable = ImmutableArray.CreateBuilder<NeededPackage>();
        foreach (var need in needs)
        {
            foreach (var project in repository.Solution.Projects.Where(project => project.FilePath == need.Project))
            {
                if (await project.GetCompilationAsync(cancellationToken) is { } compilation && compilation.GetTypesByMetadataName(need.Package.Type).IsEmpty)
                    unavailable.Add(need.Package);
            }
        }

        return [.. unavailable.Distinct()];
    }

    private static async Task<ImmutableArray<FileChange>> ChangesAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        var changes = new SortedDictionary<string, FileChange>(StringComparer.Ordinal);
        foreach (var id in after.GetChanges(before).GetProjectChanges().SelectMany(static project => project.GetChangedDocuments()))
        {
            var document = before.GetDocument(id)!;
            var old = await document.GetTextAsync(cancellationToken);
            var changed = await after.GetDocument(id)!.GetTextAsync(cancellationToken);
            if (!old.ContentEquals(changed))
                changes[document.FilePath!] = new FileChange(document.FilePath!, old.ToString(), changed.ToString(), FileChange.EncodingOf(document.FilePath!, old.Encoding));
        }

        return [.. changes.Values];
    }

    private static HashSet<string> FilesOf(Solution solution, string project) =>
        solution.Projects.Where(candidate => candidate.FilePath == project).SelectMany(static candidate => candidate.Documents).Select(static document => document.FilePath ?? "").ToHashSet(StringComparer.Ordinal);
}
