using System;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>How a URL begins.</summary>
internal static class UrlStart
{
    private static readonly char[] Ends = ['/', '?', '#'];

    /// <summary>Whether a text begins with a host and the slash after it, or with a path: what follows cannot choose where it goes.</summary>
    public static bool FixesHost(string? start)
    {
        if (start is null)
            return false;
        if (start.StartsWith("/", StringComparison.Ordinal) && !start.StartsWith("//", StringComparison.Ordinal))
            return true;

        var scheme = start.IndexOf("://", StringComparison.Ordinal);
        return scheme > 0 && start.IndexOfAny(Ends, scheme + 3) > scheme + 3;
    }

    /// <summary>Whether a text that begins so is the address of a web page, whatever its host.</summary>
    public static bool IsWeb(string start) => start.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || start.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text that begins so can still be the address of another host: <c>/</c> can go on as <c>//contoso.com</c>.</summary>
    public static bool IsOpen(string start) => start.Length == 1 || start[1] == '\\';

    /// <summary>Whether a text that follows something else ends the host, so that what follows the text cannot choose it: <c>/users/</c> after an address.</summary>
    public static bool EndsHost(string? text)
    {
        if (text is null)
            return false;

        var slashes = text.IndexOf("//", StringComparison.Ordinal);
        return text.IndexOfAny(Ends, slashes < 0 ? 0 : slashes + 2) >= 0;
    }
}
