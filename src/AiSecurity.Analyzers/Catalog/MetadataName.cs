using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>Full metadata names of types, as the catalog writes them.</summary>
internal static class MetadataName
{
    /// <summary>Namespace, outer types and name: <c>Namespace.Outer+Inner`1</c>. Arrays and type parameters have only their short name.</summary>
    public static string Of(ITypeSymbol type)
    {
        var name = type.MetadataName;
        ISymbol current = type.OriginalDefinition;
        while (current.ContainingType is { } outer)
        {
            name = outer.MetadataName + "+" + name;
            current = outer;
        }

        for (var container = current.ContainingNamespace; container is { IsGlobalNamespace: false }; container = container.ContainingNamespace)
            name = container.Name + "." + name;

        return name;
    }
}
