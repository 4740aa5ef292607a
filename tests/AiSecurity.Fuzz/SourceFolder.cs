namespace AiSecurity.Fuzz;

/// <summary>The C# files of a folder, in the same order on every machine.</summary>
internal sealed class SourceFolder(string folder)
{
    private static readonly string[] Generated = ["bin", "obj", ".git"];

    public List<(string Path, string Name)> Files(int longest) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(file => !file.Name.Split('/').Any(Generated.Contains) && new FileInfo(file.Path).Length is > 0 and var length && length <= longest)
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];
}
