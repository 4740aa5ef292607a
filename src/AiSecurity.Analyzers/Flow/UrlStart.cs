using System;

namespace AiSecurity.Analyzers.Flow;

/// <summary>How a URL begins.</summary>
internal static class UrlStart
{
    /// <summary>Whether a text begins with a host and the slash after it, or with a path: what follows cannot choose where it goes.</summary>
    public static bool FixesHost(string? start)
    {
        if (start is null)
            return false;
        if (start.StartsWith("/", StringComparison.Ordinal) && !start.StartsWith("//", StringComparison.Ordinal))
            return true;

        var scheme = start.IndexOf("://", StringComparison.Ordinal);
        return scheme > 0 && start.IndexOfAny(['/', '?', '#'], scheme + 3) > scheme + 3;
    }
}
