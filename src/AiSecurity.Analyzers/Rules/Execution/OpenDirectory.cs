using System;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>Paths that hold everything: a root, a drive, all home directories, any path.</summary>
internal static class OpenDirectory
{
    private static readonly string[] Roots = ["", "*", "**", "~", "/home", "/root", "/etc", "/var", "/usr", "/users", "/mnt", "c:/users", "c:/windows"];

    public static bool Is(string path)
    {
        var name = path.Trim().Replace('\\', '/').TrimEnd('/').ToLowerInvariant();
        return (path.Length > 0 && Array.IndexOf(Roots, name) >= 0) || (name.Length == 2 && name[1] == ':') || name.EndsWith("/*", StringComparison.Ordinal);
    }
}
