using System;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>Tells a key from what people write in its place.</summary>
internal static class KeyText
{
    // Words of sample code, of local servers that want "some" key, and of instructions to the reader.
    private static readonly string[] PlaceholderWords =
    [
        "your", "placeholder", "changeme", "change-me", "change_me", "change me", "replace", "insert", "enter", "todo", "dummy", "fake", "example", "sample",
        "not-needed", "notneeded", "not_needed", "not-used", "unused", "ignored", "none", "no-key", "ollama", "lm-studio", "lmstudio", "xxx", "***", "...", "mock", "redacted",
    ];

    /// <summary>Whether a constant is meant as a key: it has a known format, or is neither a placeholder nor the name of a setting.</summary>
    public static bool IsKey(string text) => KeyFormat.IsIn(text) || !IsPlaceholder(text.Trim());

    private static bool IsPlaceholder(string text)
    {
        // No service hands out keys this short, and none with blanks in them.
        if (text.Length < 8 || HasBlank(text))
            return true;

        foreach (var c in text)
        {
            if (c is '<' or '>' or '{' or '}' or '[' or ']' or '%' or '$')
                return true;
        }

        foreach (var word in PlaceholderWords)
        {
            if (text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return IsMonotonous(text) || IsName(text);
    }

    /// <summary>Whether a text is made of words, as names of settings and phrases are: "AzureOpenAI:ApiKey", "test-key-1".</summary>
    private static bool IsName(string text)
    {
        var length = 0;
        var letters = 0;
        var digits = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (char.IsLetterOrDigit(c))
            {
                length++;
                _ = char.IsDigit(c) ? digits++ : letters++;
                continue;
            }

            if (c is not (' ' or '-' or '_' or ':' or '.' or '/'))
                return false;
            // A run of letters is a word, and so is a short number; letters and digits mixed over some length are a key.
            if (length >= 8 && (digits >= 16 || (letters > 0 && digits >= 3)))
                return false;
            (length, letters, digits) = (0, 0, 0);
        }

        return true;
    }

    private static bool IsMonotonous(string text)
    {
        var first = '\0';
        var second = '\0';
        foreach (var c in text)
        {
            if (c == '-' || c == first || c == second)
                continue;
            if (first == '\0')
                first = c;
            else if (second == '\0')
                second = c;
            else
                return false;
        }

        return true;
    }

    private static bool HasBlank(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                return true;
        }

        return false;
    }
}
