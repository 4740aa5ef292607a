using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>Agents that the container gets by a function which makes them: one agent, whose name stands at the registration and all else inside.</summary>
internal sealed class AgentRegistrations(InventorySites sites)
{
    /// <summary>Whether what a place registers is made inside it, and listed there.</summary>
    public bool IsMadeInside(InventorySite registration) =>
        IsAgent(registration) && sites.All.Any(inner => IsAgent(inner) && Around(inner) == registration);

    /// <summary>The registration whose function makes an agent; null for other agents.</summary>
    public InventorySite? Around(InventorySite agent)
    {
        if (!IsAgent(agent))
            return null;

        var function = agent.Node.Ancestors().OfType<LambdaExpressionSyntax>().LastOrDefault(lambda => lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } && sites.At(call) is { } outer && IsAgent(outer));
        return function is null ? null : sites.At(function.Parent!.Parent!.Parent!);
    }

    private static bool IsAgent(InventorySite site) => site.Rows.Any(static row => row.Role == Role.Agent || (row.Role == Role.Inventory && row["kind"] == InventoryKind.Agent));
}
