using System;

namespace AiSecurity.Guards;

/// <summary>UTF-16 pairs: never cut, never halved.</summary>
internal static class Surrogates
{
    /// <summary>The text with every half of a pair that stands alone replaced.</summary>
    public static string Repair(string text)
    {
        char[]? repaired = null;
        for (var index = 0; index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
                continue;
            if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
                index++;
            else
                (repaired ??= text.ToCharArray())[index] = '\uFFFD';
        }

        return repaired is null ? text : new string(repaired);
    }

    /// <summary>The index itself, or the one before when it stands inside a pair.</summary>
    public static int BorderAtOrBefore(string text, int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]) ? index - 1 : index;

    /// <summary>The first <paramref name="length"/> units at most.</summary>
    public static string Truncate(string text, int length) => text.Length <= length ? text : text.Substring(0, BorderAtOrBefore(text, length));

    /// <summary>The last <paramref name="length"/> units, and one more where a pair would be cut.</summary>
    public static string Tail(string text, int length) => text.Length <= length ? text : text.Substring(BorderAtOrBefore(text, text.Length - length));
}
