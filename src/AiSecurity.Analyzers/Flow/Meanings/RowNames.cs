using System;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Comma-separated names in an attribute of a row.</summary>
internal static class RowNames
{
    public static bool Has(string? names, string name)
    {
        if (names is null)
            return false;

        for (var start = 0; start <= names.Length - name.Length;)
        {
            var end = names.IndexOf(',', start);
            if (end < 0)
                end = names.Length;
            if (end - start == name.Length && string.CompareOrdinal(names, start, name, 0, name.Length) == 0)
                return true;
            start = end + 1;
        }

        return false;
    }
}
