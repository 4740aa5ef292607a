using System;
using System.Collections.Generic;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>What somebody who mistyped a name may have meant.</summary>
internal static class ClosestName
{
    /// <summary>More letters wrong than that is another word.</summary>
    private const int MaxMistakes = 3;

    /// <summary>The known name with the fewest letters to change; null when none is close.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        string? closest = null;
        var fewest = Math.Min(MaxMistakes, name.Length / 2) + 1;
        foreach (var candidate in known)
        {
            var mistakes = MistakesBetween(name, candidate);
            if (mistakes < fewest || (mistakes == fewest && closest is not null && string.CompareOrdinal(candidate, closest) < 0))
                (closest, fewest) = (candidate, mistakes);
        }

        return closest;
    }

    /// <summary>Letters to put in, take out, replace or swap with the next; case is none.</summary>
    private static int MistakesBetween(string name, string other)
    {
        if (Math.Abs(name.Length - other.Length) > MaxMistakes)
            return int.MaxValue;

        var (beforeLast, last, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
            last[j] = j;
        for (var i = 1; i <= name.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (Same(name[i - 1], other[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(name[i - 1], other[j - 2]) && Same(name[i - 2], other[j - 1]))
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[other.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
