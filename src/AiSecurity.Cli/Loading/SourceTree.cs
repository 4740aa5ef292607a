using System.Collections.Immutable;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Loading;

/// <summary>Walks folders of source code. Leaves out what builds and package managers make, and notes what it may not read.</summary>
internal sealed class SourceTree
{
    private static readonly ImmutableHashSet<string> NoSource =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "node_modules", ".git", ".vs", ".idea");

    /// <summary>What builds write into, where it is theirs: source code may be in folders of these names, too.</summary>
    private static readonly ImmutableHashSet<string> Output = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "bin", "obj");

    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>All files below a folder whose name passes, in a stable order. Folders that <paramref name="enters"/> refuses are left out.</summary>
    public IEnumerable<string> Files(string folder, Func<string, bool> takes, Func<string, bool>? enters = null)
    {
        var folders = new Stack<string>([folder]);
        while (folders.Count > 0)
        {
            var current = folders.Pop();
            if (Read(current) is not { } entries)
                continue;

            foreach (var file in entries.OfType<FileInfo>().Select(static entry => entry.FullName).Order(StringComparer.Ordinal))
            {
                if (takes(file))
                    yield return file;
            }

            var holdsOutput = HoldsOutput(current, entries);
            foreach (var child in entries.OfType<DirectoryInfo>().Where(child => IsSource(child, holdsOutput)).Select(static entry => entry.FullName).OrderDescending(StringComparer.Ordinal))
            {
                if (enters is null || Enters(enters, child))
                    folders.Push(child);
            }
        }
    }

    /// <summary>Whoever decides may look into the folder; one that cannot be read is entered, and noted there.</summary>
    private static bool Enters(Func<string, bool> enters, string folder)
    {
        try
        {
            return enters(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private FileSystemInfo[]? Read(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _problems.Add(new Problem($"The folder cannot be read: {exception.Message}", folder));
            return null;
        }
    }

    /// <summary>Whether builds write beside the entries of a folder: a project file is there, or it is the one that the SDK calls so for the output of all.</summary>
    private static bool HoldsOutput(string folder, FileSystemInfo[] entries) =>
        Path.GetFileName(folder).Equals("artifacts", StringComparison.OrdinalIgnoreCase)
        || entries.Any(static entry => entry is FileInfo && entry.Extension.EndsWith("proj", StringComparison.OrdinalIgnoreCase));

    /// <summary>Links may lead around in circles.</summary>
    private static bool IsSource(DirectoryInfo folder, bool besideOutput) =>
        !NoSource.Contains(folder.Name) && folder.LinkTarget is null && !(Output.Contains(folder.Name) && (besideOutput || IsLeftOver(folder.FullName)));

    /// <summary>Whether a build has written here, of a project that is gone or elsewhere.</summary>
    private static bool IsLeftOver(string folder) =>
        File.Exists(Path.Combine(folder, "project.assets.json")) || Directory.Exists(Path.Combine(folder, "Debug")) || Directory.Exists(Path.Combine(folder, "Release"));
}
