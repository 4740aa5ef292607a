using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>Tells names of settings that speak of an AI service, by the catalog's words.</summary>
internal sealed class AiNames(ImmutableArray<CatalogRow> rows)
{
    /// <summary>Shorter words count only as whole words: "ai" is in "main".</summary>
    private const int MinPartLength = 6;

    /// <summary>Whether a word of the catalog is in a name: "AzureOpenAI:Key", "AZURE_OPENAI_KEY", "contentSafetyKey".</summary>
    public bool IsIn(string name) => IsIn(name, azureOnly: false);

    /// <summary>As <see cref="IsIn(string)"/>, for the words that stand for a service of Azure.</summary>
    public bool IsAzureServiceIn(string name) => IsIn(name, azureOnly: true);

    private bool IsIn(string name, bool azureOnly)
    {
        var words = WordsOf(name);
        foreach (var row in rows)
        {
            if ((!azureOnly || row["kind"] == "azure") && IsIn(words, row.Member))
                return true;
        }

        return false;
    }

    private static bool IsIn(List<string> words, string wanted)
    {
        for (var start = 0; start < words.Count; start++)
        {
            if (wanted.Length >= MinPartLength && words[start].IndexOf(wanted, StringComparison.Ordinal) >= 0)
                return true;

            // "Open" and "AI" are one word of the catalog.
            var joined = "";
            for (var end = start; end < words.Count && joined.Length < wanted.Length; end++)
            {
                joined += words[end];
                if (joined == wanted || joined == wanted + "s")
                    return true;
            }
        }

        return false;
    }

    /// <summary>The words of a name in lower case: what case, digits and other characters set apart.</summary>
    public static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var isLetter = i < name.Length && char.IsLetter(name[i]);
            var begins = isLetter && i > start && char.IsUpper(name[i]) && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (isLetter && !begins)
                continue;
            if (i > start)
                words.Add(name.Substring(start, i - start).ToLowerInvariant());
            start = isLetter ? i : i + 1;
        }

        return words;
    }
}
