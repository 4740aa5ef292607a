using System;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;

namespace AiSecurity.Analyzers.Rules.Resources.Assignments;

/// <summary>The roles of Azure that the catalog knows, by id and by name.</summary>
internal sealed class AzureRoles(ImmutableArray<CatalogRow> rows)
{
    /// <summary>The role that lets its holder do more than use a resource and that a text names; null for other texts.</summary>
    public CatalogRow? PowerfulIn(string text)
    {
        foreach (var row in rows)
        {
            if (row["kind"] is not null && (text.IndexOf(row.Member, StringComparison.OrdinalIgnoreCase) >= 0 || IsName(text, row)))
                return row;
        }

        return null;
    }

    /// <summary>The role of a name as rows write it.</summary>
    public CatalogRow? Named(string name)
    {
        foreach (var row in rows)
        {
            if (Array.IndexOf(NamesOf(row), name) >= 0)
                return row;
        }

        return null;
    }

    /// <summary>The name that the role has today, as the portal shows it.</summary>
    public static string TitleOf(CatalogRow role) => NamesOf(role)[0].Replace('_', ' ');

    /// <summary>The name as members of SDKs have it.</summary>
    public static string IdentifierOf(CatalogRow role) => NamesOf(role)[0].Replace("_", "");

    /// <summary>The name that the role has today, and those that it had before, with <c>_</c> for spaces.</summary>
    public static string[] NamesOf(CatalogRow role) => role["name"]!.Split(',');

    private static bool IsName(string text, CatalogRow role)
    {
        if (text.Length >= 64)
            return false;

        var written = text.Replace(" ", "").Trim('\'');
        return Array.Exists(NamesOf(role), name => written.Equals(name.Replace("_", ""), StringComparison.OrdinalIgnoreCase));
    }
}
