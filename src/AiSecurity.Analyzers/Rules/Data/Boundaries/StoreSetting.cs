using System;
using System.Collections.Generic;
using AiSecurity.Analyzers.Settings.Files;

namespace AiSecurity.Analyzers.Rules.Data.Boundaries;

/// <summary>Tells the names of stores among the values of settings files.</summary>
internal static class StoreSetting
{
    private static readonly string[] Kinds = ["index", "collection", "container", "database", "table", "share", "catalog"];

    /// <summary>The stores that a setting names by its own name, also within a connection string.</summary>
    public static IEnumerable<string> StoresOf(SettingValue value)
    {
        if (IsStore(NameOf(value)))
        {
            yield return value.Text.Trim();
            yield break;
        }

        foreach (var part in value.Text.Split(';'))
        {
            var equals = part.IndexOf('=');
            if (equals > 0 && IsStore(part.Substring(0, equals)))
                yield return part.Substring(equals + 1).Trim();
        }
    }

    /// <summary>Whether a setting is the one that code reads by a name, through whichever sections of an environment it comes.</summary>
    public static bool IsRead(SettingValue value, string name)
    {
        name = name.Replace("__", ":").Trim(':');
        var full = value.Name.Replace("__", ":");
        return full.EndsWith(name, StringComparison.OrdinalIgnoreCase) && (full.Length == name.Length || full[full.Length - name.Length - 1] == ':');
    }

    /// <summary>The last word of a setting's name; of an element of a list, the list's.</summary>
    private static string NameOf(SettingValue value) => int.TryParse(value.LastName, out _) ? value.Section.Substring(value.Section.LastIndexOf(':') + 1) : value.LastName;

    private static bool IsStore(string name)
    {
        var letters = name.Replace("_", "").Replace("-", "").Replace(" ", "");
        foreach (var ending in new[] { "names", "name", "ids", "id", "es", "s" })
        {
            if (letters.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && letters.Length > ending.Length && IsKind(letters.Substring(0, letters.Length - ending.Length)))
                return true;
        }

        return IsKind(letters);
    }

    private static bool IsKind(string name) => Array.Exists(Kinds, kind => name.EndsWith(kind, StringComparison.OrdinalIgnoreCase));
}
