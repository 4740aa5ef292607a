namespace AiSecurity.Cli.Loading;

/// <summary>Paths as MSBuild reads them.</summary>
internal static class MsBuildPath
{
    /// <summary>Whether a path holds what MSBuild takes for an escaped character: it looks for the files of such a project elsewhere, and says nothing when there are none.</summary>
    public static bool IsTakenForAnother(string path)
    {
        for (var i = path.IndexOf('%', StringComparison.Ordinal); i >= 0 && i + 2 < path.Length; i = path.IndexOf('%', i + 1))
        {
            if (char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
                return true;
        }

        return false;
    }
}
