using System;
using System.Collections.Generic;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>Formats that only keys of AI services have, recognised without knowing where the text goes.</summary>
/// <remarks>Scanned by hand: a pattern engine over every literal of a program costs too much, and can take for ever.</remarks>
internal static class KeyFormat
{
    /// <summary>The shortest text that can hold a known key, in characters.</summary>
    public const int MinLength = 37;

    private const int MaxLength = 100_000;

    /// <summary>Whether a text holds a prefix or mark of a known format, and so could be a part of a key.</summary>
    public static bool HasMark(string text) =>
        text.IndexOf("sk-", StringComparison.Ordinal) >= 0 || text.IndexOf("hf_", StringComparison.Ordinal) >= 0 || text.IndexOf("JQQJ99", StringComparison.Ordinal) >= 0
        || text.IndexOf("T3BlbkFJ", StringComparison.Ordinal) >= 0 || text.IndexOf("AzSe", StringComparison.Ordinal) >= 0;

    /// <summary>Whether a text holds a key of a known format.</summary>
    public static bool IsIn(string text)
    {
        if (text.Length is < MinLength or > MaxLength)
            return false;

        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && IsKeyCharacter(text[end]))
                end++;
            if (end - start >= MinLength && IsKey(text.Substring(start, end - start)))
                return true;
            start = end + 1;
        }

        return false;
    }

    private static bool IsKey(string token) => (IsAzureKey(token) || IsSearchKey(token) || IsOpenAIKey(token) || IsPrefixed(token)) && IsVaried(token);

    /// <summary>Azure AI services since 2024: 84 characters with a fixed mark at 52 and the provider's at 76.</summary>
    private static bool IsAzureKey(string token) =>
        token.Length == 84 && At(token, 52, "JQQJ99") && At(token, 76, "ACOG") && IsAlphanumeric(token, 0, token.Length);

    /// <summary>Azure AI Search: 52 characters with the provider's mark at 42.</summary>
    private static bool IsSearchKey(string token) => token.Length == 52 && At(token, 42, "AzSe") && IsAlphanumeric(token, 0, token.Length);

    /// <summary>OpenAI: "T3BlbkFJ" (Base64 of "OpenAI") in the middle, in old keys and in those of projects and service accounts.</summary>
    private static bool IsOpenAIKey(string token) =>
        token.StartsWith("sk-", StringComparison.Ordinal) && token.IndexOf("T3BlbkFJ", 3, StringComparison.Ordinal) > 10;

    private static bool IsPrefixed(string token) =>
        (token.StartsWith("sk-ant-", StringComparison.Ordinal) && token.Length >= 60)
        || (token.StartsWith("hf_", StringComparison.Ordinal) && token.Length == MinLength && IsAlphanumeric(token, 3, token.Length));

    /// <summary>Rows of one letter have the format too, but stand for a key in documentation: prefix and marks do not count.</summary>
    private static bool IsVaried(string token)
    {
        var seen = new HashSet<char>();
        var counted = token.Replace("T3BlbkFJ", "").Replace("JQQJ99", "").Replace("ACOG", "").Replace("AzSe", "");
        for (var i = PrefixLength(counted); i < counted.Length; i++)
            seen.Add(counted[i]);
        return seen.Count >= 10;
    }

    /// <summary>The length of <c>sk-proj-</c>, <c>sk-ant-api03-</c> and the like.</summary>
    private static int PrefixLength(string token)
    {
        if (!token.StartsWith("sk-", StringComparison.Ordinal))
            return token.StartsWith("hf_", StringComparison.Ordinal) ? 3 : 0;

        var dash = token.IndexOf('-', 3);
        return dash is > 0 and < 12 ? dash + 1 : 3;
    }

    private static bool At(string token, int index, string mark) => string.CompareOrdinal(token, index, mark, 0, mark.Length) == 0;

    private static bool IsAlphanumeric(string token, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!IsKeyCharacter(token[i]) || token[i] is '-' or '_')
                return false;
        }

        return true;
    }

    private static bool IsKeyCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_';
}
