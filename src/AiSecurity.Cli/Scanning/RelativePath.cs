namespace AiSecurity.Cli.Scanning;

/// <summary>Paths as reports name them.</summary>
internal static class RelativePath
{
    public static string Of(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
