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
            if (row["name"] == name)
                return row;
        }

        return null;
    }

    /// <summary>The name as the portal shows it.</summary>
    public static string TitleOf(CatalogRow role) => role["name"]!.Replace('_', ' ');

    /// <summary>The name as members of SDKs have it.</summary>
    public static string IdentifierOf(CatalogRow role) => role["name"]!.Replace("_", "");

    private static bool IsName(string text, CatalogRow role) =>
        text.Length < 64 && text.Replace(" ", "").Trim('\'').Equals(IdentifierOf(role), StringComparison.OrdinalIgnoreCase);
}
