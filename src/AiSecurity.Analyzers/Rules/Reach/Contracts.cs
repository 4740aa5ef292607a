using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules.Reach;

/// <summary>Which member runs when an interface's or a base type's is called.</summary>
internal static class Contracts
{
    /// <summary>Whether a call of one member can run another: itself, an override of it, or an implementation.</summary>
    public static bool IsMetBy(ISymbol contract, ISymbol member)
    {
        for (var current = member; current is not null; current = (ISymbol?)(current as IMethodSymbol)?.OverriddenMethod ?? (current as IPropertySymbol)?.OverriddenProperty)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, contract))
                return true;
        }

        if (contract.ContainingType is not { TypeKind: TypeKind.Interface } || member.ContainingType is not { } type)
            return false;

        foreach (var implemented in type.AllInterfaces)
        {
            if (!SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, contract.ContainingType))
                continue;
            foreach (var declared in implemented.GetMembers(contract.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(declared.OriginalDefinition, contract)
                    && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared)?.OriginalDefinition, member.OriginalDefinition))
                    return true;
            }
        }

        return false;
    }
}
