using System;
using AiSecurity.Analyzers.Catalog;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>What the names of an answer's members say, where the answer is a type of the project's own.</summary>
internal static class VerdictWords
{
    /// <summary>The value that means the text is good; null when the name does not tell.</summary>
    public static bool? GoodWhen(string name, AiSymbols symbols)
    {
        foreach (var row in symbols.Catalog[Role.VerdictWord])
        {
            if (name.IndexOf(row.Member, StringComparison.OrdinalIgnoreCase) >= 0)
                return row["good"] == "true";
        }

        return null;
    }
}
