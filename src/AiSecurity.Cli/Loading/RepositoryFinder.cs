using System.Collections.Immutable;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Loading;

/// <summary>Tells what a path on the command line stands for: a solution, a project, a folder or a file.</summary>
internal static class RepositoryFinder
{
    public static async Task<RepositorySources> FindAsync(string path, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            return InFolder(Path.TrimEndingDirectorySeparator(full));
        if (!File.Exists(full))
            throw new ScanPathException($"There is nothing at '{path}'. Give a solution, a project, a folder or a C# file.");

        switch (Path.GetExtension(full).ToLowerInvariant())
        {
            case ".sln" or ".slnx" or ".slnf":
                var (projects, problems) = await SolutionFile.ReadAsync(full, cancellationToken);
                return new(NameOf(full), RootOf(Path.GetDirectoryName(full)!), projects, [], problems);
            case ".csproj":
                return new(NameOf(full), RootOf(Path.GetDirectoryName(full)!), [full], [], []);
            case ".cs":
                return new(Path.GetFileName(full), RootOf(Path.GetDirectoryName(full)!), [], [full], []);
            default:
                throw new ScanPathException($"'{path}' is no solution, project, folder or C# file.");
        }
    }

    private static RepositorySources InFolder(string folder)
    {
        var tree = new SourceTree();
        var files = tree.Files(folder, static file => IsProject(file) || IsCode(file)).ToList();
        var projects = files.Where(IsProject).ToImmutableArray();
        var owned = projects.Select(static project => Path.GetDirectoryName(project) + Path.DirectorySeparatorChar).ToHashSet(StringComparer.Ordinal);
        var loose = files.Where(file => IsCode(file) && !IsOwned(file, owned, folder)).ToImmutableArray();
        return new(NameOf(folder), RootOf(folder), projects, loose, [.. tree.Problems]);
    }

    private static bool IsOwned(string file, HashSet<string> owned, string folder)
    {
        for (var parent = Path.GetDirectoryName(file); parent is not null && parent.Length >= folder.Length; parent = Path.GetDirectoryName(parent))
        {
            if (owned.Contains(parent + Path.DirectorySeparatorChar))
                return true;
        }

        return false;
    }

    private static string RootOf(string folder)
    {
        for (var parent = folder; parent is not null; parent = Path.GetDirectoryName(parent))
        {
            // A work tree has a file of that name.
            if (Path.Exists(Path.Combine(parent, ".git")))
                return parent;
        }

        return folder;
    }

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path) is { Length: > 0 } name && File.Exists(path) ? name : Path.GetFileName(path);

    private static bool IsProject(string file) => file.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);

    private static bool IsCode(string file) => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);
}
