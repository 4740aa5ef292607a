using System.Globalization;
using System.Text;

namespace AiSecurity.Guards;

/// <summary>Characters that show nothing, or the one before again: more of them than a few say no more.</summary>
internal static class Padding
{
    /// <summary>So many in a row still count.</summary>
    private const int Kept = 4;

    /// <summary>Where one is after walking back over <paramref name="count"/> characters that say something, but not before <paramref name="floor"/>.</summary>
    public static int StepBack(string text, int end, int count, int floor, out bool reached)
    {
        var index = end;
        var run = 0;
        while (count > 0 && index > floor)
        {
            index--;
            run = IsPadding(text, index) ? run + 1 : 0;
            if (run <= Kept)
                count--;
        }

        reached = count == 0;
        return index;
    }

    /// <summary>The text with long runs made short; null when it has none.</summary>
    public static string? Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        var run = 0;
        for (var index = 0; index < text.Length; index++)
        {
            run = IsPadding(text, index) ? run + 1 : 0;
            if (run <= Kept)
                squeezed.Append(text[index]);
        }

        return squeezed.Length == text.Length ? null : squeezed.ToString();
    }

    /// <summary>Halves of pairs never are: to leave one out would make another character of its neighbour.</summary>
    private static bool IsPadding(string text, int index)
    {
        var character = text[index];
        return !char.IsSurrogate(character) && ((index + 1 < text.Length && text[index + 1] == character) || ShowsNothing(character));
    }

    private static bool ShowsNothing(char character) => char.IsWhiteSpace(character)
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        || character is '\u115F' or '\u1160' or '\u2800' or '\u3164' or '\uFFA0';
}
