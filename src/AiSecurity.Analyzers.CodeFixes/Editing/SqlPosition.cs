using System;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Tells from the SQL in front of a place whether a value may stand there.</summary>
internal static class SqlPosition
{
    /// <summary>Stands for a value in SQL that has been read.</summary>
    public const char Value = '?';

    private static readonly string[] WordsBeforeValues = ["LIKE", "BETWEEN", "LIMIT", "OFFSET"];

    /// <summary>Whether a value comes next: after a comparison, in a list of values, but not where a name or a keyword stands.</summary>
    public static bool IsValue(string before)
    {
        var end = TrimmedEnd(before, before.Length);
        if (end == 0)
            return false;

        var word = WordBefore(before, end);
        if (Is(word, "AND"))
        {
            // BETWEEN ? AND
            var first = TrimmedEnd(before, end - word.Length);
            return first > 0 && before[first - 1] == Value && Is(WordBefore(before, TrimmedEnd(before, first - 1)), "BETWEEN");
        }

        return before[end - 1] switch
        {
            '=' or '<' or '>' => true,
            '(' or ',' => IsInListOfValues(before, end),
            _ => Array.Exists(WordsBeforeValues, known => Is(word, known)),
        };
    }

    /// <summary><c>IN (</c> or <c>VALUES (?,</c></summary>
    private static bool IsInListOfValues(string before, int end)
    {
        var depth = 0;
        for (var i = end - 1; i >= 0; i--)
        {
            if (before[i] == ')')
                depth++;
            if (before[i] == '(' && depth-- == 0)
                return WordBefore(before, TrimmedEnd(before, i)) is var word && (Is(word, "IN") || Is(word, "VALUES"));
        }

        return false;
    }

    private static string WordBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return text.Substring(start, end - start);
    }

    /// <summary>Without the blanks at the end, also those that are written as <c>\n</c>.</summary>
    private static int TrimmedEnd(string text, int end)
    {
        while (end > 0)
        {
            if (char.IsWhiteSpace(text[end - 1]))
                end--;
            else if (end > 1 && text[end - 2] == '\\' && (text[end - 1] is 'n' or 'r' or 't'))
                end -= 2;
            else
                break;
        }

        return end;
    }

    private static bool Is(string word, string keyword) => word.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
