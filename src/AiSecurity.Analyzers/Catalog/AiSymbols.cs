using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>The catalog's rows as symbols of one compilation. Answers are found when first asked for and kept; safe for concurrent use.</summary>
/// <remarks>
/// Types are compared by metadata name and never by assembly: Azure.Identity's credentials live in two assemblies since 2026, and a
/// compilation may see both.
/// </remarks>
internal sealed class AiSymbols(Compilation compilation, AiCatalog catalog)
{
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<CatalogRow>> _rows = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(ITypeSymbol, Role), CatalogRow?> _roles = new();
    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> _types = new();

    public AiCatalog Catalog { get; } = catalog;

    /// <summary>The rows about a method, constructor or property, about what it overrides, or what it implements for a library; empty for most symbols.</summary>
    public ImmutableArray<CatalogRow> RowsOf(ISymbol member)
    {
        member = member is IMethodSymbol { ReducedFrom: { } unreduced } ? unreduced.OriginalDefinition : member.OriginalDefinition;
        return _rows.TryGetValue(member, out var known) ? known : _rows[member] = FindRows(member);
    }

    /// <summary>The row that gives a type, or a type that it derives from, a role; null when none does.</summary>
    public CatalogRow? RowOf(ITypeSymbol? type, Role role)
    {
        if (type is null or IErrorTypeSymbol)
            return null;

        return _roles.GetOrAdd((type.OriginalDefinition, role), key => FindRole(key.Item1, key.Item2));
    }

    public bool Is(ITypeSymbol? type, Role role) => RowOf(type, role) is not null;

    /// <summary>The type of that metadata name, or one of them when two assemblies define it; null when none does.</summary>
    public INamedTypeSymbol? FindType(string metadataName) =>
        _types.GetOrAdd(metadataName, name =>
        {
            if (compilation.GetTypeByMetadataName(name) is { } single)
                return single;

            var all = compilation.GetTypesByMetadataName(name);
            foreach (var type in all)
            {
                if (compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
                    return type;
            }

            return null;
        });

    /// <summary>Whether the referenced version of an SDK has what a row's <c>entra=</c> names; rows without it always do.</summary>
    public bool Exists(string member)
    {
        var parameterStart = member.IndexOf('(');
        var name = parameterStart < 0 ? member : member.Substring(0, parameterStart);
        if (name.StartsWith("T:", System.StringComparison.Ordinal))
            return FindType(name.Substring(2)) is not null;

        var dot = name.LastIndexOf('.');
        var type = FindNestedType(name.Substring(2, dot - 2));
        if (type is null)
            return false;

        var parameterType = parameterStart < 0 ? null : member.Substring(parameterStart + 1).TrimEnd(')');
        foreach (var candidate in type.GetMembers(name.Substring(dot + 1)))
        {
            if (parameterType is null || (candidate is IMethodSymbol method && HasParameter(method, parameterType)))
                return true;
        }

        return false;
    }

    /// <summary>Finds <c>Namespace.Outer.Inner</c> as documentation comments write it.</summary>
    public INamedTypeSymbol? FindNestedType(string name)
    {
        if (FindType(name) is { } type)
            return type;

        var dot = name.LastIndexOf('.');
        return dot < 0 ? null : FindType(name.Substring(0, dot) + "+" + name.Substring(dot + 1));
    }

    private static bool HasParameter(IMethodSymbol method, string typeName)
    {
        foreach (var parameter in method.Parameters)
        {
            if (MetadataName.Of(parameter.Type) == typeName)
                return true;
        }

        return false;
    }

    private ImmutableArray<CatalogRow> FindRows(ISymbol member)
    {
        if (member.ContainingType is not { } type)
            return ImmutableArray<CatalogRow>.Empty;
        // Members of a C# 14 extension block stand in a nested type that source code never names; Roslyn 4.8 has no word for its kind.
        if (type.ContainingType is { IsStatic: true } outer && !type.CanBeReferencedByName)
            type = outer;

        var candidates = member is IMethodSymbol { MethodKind: MethodKind.Constructor }
            ? Catalog.Index.Constructors(type.Name)
            : Catalog.Index.Members(member is IPropertySymbol { IsIndexer: true } ? "Item" : member.Name);
        if (!candidates.IsEmpty)
        {
            var typeName = MetadataName.Of(type);
            var found = candidates.RemoveAll(row => !row.IsOnType(typeName) || !IsMeant(row, member));
            if (!found.IsEmpty)
                return found;
        }

        var overridden = (ISymbol?)(member as IMethodSymbol)?.OverriddenMethod ?? (member as IPropertySymbol)?.OverriddenProperty;
        return overridden is null ? RowsOfContract(member, type, candidates) : FindRows(overridden.OriginalDefinition);
    }

    /// <summary>The rows about the interface member that a library's member implements. The project's own implementations are looked into instead.</summary>
    private ImmutableArray<CatalogRow> RowsOfContract(ISymbol member, INamedTypeSymbol type, ImmutableArray<CatalogRow> candidates)
    {
        if (candidates.IsEmpty || !type.DeclaringSyntaxReferences.IsEmpty)
            return ImmutableArray<CatalogRow>.Empty;

        foreach (var contract in type.AllInterfaces)
        {
            var contractName = MetadataName.Of(contract);
            var found = candidates.RemoveAll(row => !row.IsOnType(contractName));
            if (found.IsEmpty)
                continue;
            foreach (var declared in contract.GetMembers(member.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared)?.OriginalDefinition, member))
                    return found;
            }
        }

        return ImmutableArray<CatalogRow>.Empty;
    }

    /// <summary>A source may be one overload among others, told by a parameter: a reader of a path opens a file, a reader of a stream holds what the stream holds.</summary>
    private static bool IsMeant(CatalogRow row, ISymbol member)
    {
        if (row.Role != Role.Source || row.From is not { } from || member is not IMethodSymbol method)
            return true;

        foreach (var parameter in method.Parameters)
        {
            if (parameter.Name == from.Name && (from.TypeName is null || MetadataName.Of(parameter.Type) == from.TypeName))
                return true;
        }

        return false;
    }

    private CatalogRow? FindRole(ITypeSymbol type, Role role)
    {
        for (var current = type; current is not null and not IErrorTypeSymbol; current = current.BaseType)
        {
            foreach (var row in Catalog.Index.Types(current.Name))
            {
                if (row.Role == role && row.IsOnType(MetadataName.Of(current)))
                    return row;
            }
        }

        foreach (var contract in type.AllInterfaces)
        {
            foreach (var row in Catalog.Index.Types(contract.Name))
            {
                if (row.Role == role && row.IsOnType(MetadataName.Of(contract)))
                    return row;
            }
        }

        return null;
    }
}
