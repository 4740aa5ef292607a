using System;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>The paths by which the REST operations of models are known.</summary>
internal static class ModelPath
{
    private static readonly string[] MediaTypes = ["application/", "text/", "image/", "audio/", "video/", "multipart/"];

    /// <summary>Whether a text holds one, or begins with one whose slash stands in the base address: <c>client.PostAsync("v1/messages")</c>.</summary>
    public static bool IsIn(string text, AiCatalog catalog)
    {
        foreach (var row in catalog[Role.ModelPath])
        {
            var start = text.IndexOf(row.Member, StringComparison.OrdinalIgnoreCase);
            if (start >= 0 ? Ends(text, start + row.Member.Length) : row.Member[0] == '/' && text.StartsWith(row.Member.Substring(1), StringComparison.OrdinalIgnoreCase) && Ends(text, row.Member.Length - 1))
                return true;
        }

        return false;
    }

    /// <summary>Whether the path ends there: <c>/v1/messages/count_tokens</c> is another operation.</summary>
    private static bool Ends(string text, int end) =>
        end >= text.Length || (!char.IsLetterOrDigit(text[end]) && text[end] is not ('_' or '-') && (text[end] != '/' || end + 1 == text.Length || !char.IsLetter(text[end + 1])));

    /// <summary>Whether a text holds the whole path of any operation: a word after a slash that does not begin the host. What ends in a slash is still to be told.</summary>
    public static bool IsAny(string text)
    {
        if (text.EndsWith("/", StringComparison.Ordinal) || Array.Exists(MediaTypes, kind => text.StartsWith(kind, StringComparison.Ordinal)))
            return false;

        var host = text.IndexOf("://", StringComparison.Ordinal);
        var end = text.IndexOf('?');
        for (var slash = text.IndexOf('/', host < 0 ? 0 : host + 3); slash >= 0 && (end < 0 || slash < end); slash = text.IndexOf('/', slash + 1))
        {
            if (slash + 1 < text.Length && char.IsLetterOrDigit(text[slash + 1]))
                return true;
        }

        return false;
    }
}
