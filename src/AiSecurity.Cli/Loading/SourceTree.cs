using System.Collections.Immutable;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Loading;

/// <summary>Walks folders of source code. Leaves out what builds and package managers make, and notes what it may not read.</summary>
internal sealed class SourceTree
{
    private static readonly ImmutableHashSet<string> NoSource =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "bin", "obj", "node_modules", "artifacts", ".git", ".vs", ".idea");

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

            foreach (var child in entries.OfType<DirectoryInfo>().Where(IsSource).Select(static entry => entry.FullName).OrderDescending(StringComparer.Ordinal))
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

    /// <summary>Links may lead around in circles.</summary>
    private static bool IsSource(DirectoryInfo folder) => !NoSource.Contains(folder.Name) && folder.LinkTarget is null;
}
