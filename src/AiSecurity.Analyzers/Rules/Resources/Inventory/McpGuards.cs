using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>What bounds the tools of an MCP server: a list of those that are allowed, and a person who approves calls.</summary>
internal static class McpGuards
{
    public static IEnumerable<string> Of(InventorySite site, InventorySites sites, SiteValue values, AiFile file)
    {
        foreach (var row in site.Rows)
        {
            if (row.Role == Role.McpServer && values.Find(site, row["unless"]) is not null)
                yield return GuardName.AllowedTools;
            if (row.Role == Role.Approval && values.Find(site, row["value"]) is { } policy && !WrittenSetting.IsBad(policy, row, file))
                yield return GuardName.Approval;
        }

        foreach (var assigned in (site.Node as BaseObjectCreationExpressionSyntax)?.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [])
        {
            if (sites.At(assigned)?.RowOf(Role.Approval) is { } row && !WrittenSetting.IsBad(assigned.Right, row, file))
                yield return GuardName.Approval;
        }
    }
}
