using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>Whether the referenced version of an SDK offers Microsoft Entra ID in place of a member's key.</summary>
internal static class EntraCounterpart
{
    public static bool Exists(AiSymbols symbols, ISymbol member, CatalogRow row)
    {
        if (row["entra"] is { } elsewhere)
            return symbols.Exists(elsewhere);
        if (row.ToLeavesOut || row.To is { Value: not null })
            return true;
        if (row.To is not { } to)
            return false;

        member = member is IMethodSymbol { ReducedFrom: { } unreduced } ? unreduced : member;
        if (member is IPropertySymbol)
            return !member.ContainingType.GetMembers(to.Name).IsEmpty;

        foreach (var candidate in member.ContainingType.GetMembers(member.Name))
        {
            if (candidate is IMethodSymbol method && Takes(method, to))
                return true;
        }

        return false;
    }

    private static bool Takes(IMethodSymbol method, CatalogSlot slot)
    {
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Name == slot.Name && MetadataName.Of(parameter.Type) == slot.TypeName)
                return true;
        }

        return false;
    }
}
