using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Tests.Catalog;

/// <summary>Whether a row of the catalog means something in a compilation; written without the analyzer's own look-ups, which it judges.</summary>
internal sealed class RowResolution(Compilation compilation)
{
    /// <summary>Attributes that name parameters, or for a property itself another property of its type.</summary>
    private static readonly string[] ParameterAttributes = ["name", "prompt", "instructions", "text", "documents", "value", "handler", "content", "program", "into", "role"];

    /// <summary>What of a row is missing; null when its type, its member and the parameter that takes the key are there.</summary>
    public string? Missing(CatalogRow row)
    {
        // An attribute of the user's own, in whatever namespace: no SDK has it.
        if (row.Role == Role.GuardAttribute && row.TypeName.StartsWith("*.", StringComparison.Ordinal))
            return null;
        var types = TypesNamed(row.TypeName);
        if (types.Count == 0)
            return $"no type {row.TypeName}";
        if (row.Role == Role.KeyCredential)
            return types.Exists(type => type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => parameter.Name == row["key"]))) ? null : $"no constructor with a parameter {row["key"]}";
        if (row["argument"] is { } argument && DocumentationCommentId.GetFirstSymbolForDeclarationId(argument, compilation) is null)
            return $"no {argument}";
        if (row.MemberName.Length == 0)
            return null;

        var members = types.SelectMany(type => MembersOf(type, row)).ToList();
        if (members.Count == 0)
            return $"no member {row.MemberName}";
        if (row.Role == Role.Inventory)
            return MissingPlaces(row, members);
        if (row.From is { } from && !members.Any(member => HasParameter(member, from)))
            return $"no parameter {row["from"]}";
        foreach (var attribute in ParameterAttributes)
        {
            if (MissingNames(row, attribute, members) is { } missing)
                return missing;
        }

        return row["endpoint"] is { } endpoint && !members.Any(member => (row.From is null || HasParameter(member, row.From)) && HasPath(member, endpoint)) ? $"no endpoint {endpoint}" : null;
    }

    /// <summary>What is missing of a row's way to Microsoft Entra ID; null when it is there, or the row names none.</summary>
    public string? MissingEntra(CatalogRow row)
    {
        if (row["entra"] is { } elsewhere && !Exists(elsewhere))
            return $"no {elsewhere}";

        var members = TypesNamed(row.TypeName).SelectMany(type => MembersOf(type, row)).ToList();
        if (row.ToLeavesOut)
            return members.Any(member => !HasParameter(member, row.From!)) ? null : "no overload without the key";
        if (row.To is not { } to)
            return null;
        if (members.Any(member => member is IMethodSymbol))
            return members.Any(member => HasParameter(member, to)) ? null : $"no overload with {row["to"]}";

        var property = TypesNamed(row.TypeName).SelectMany(type => type.GetMembers(to.Name)).OfType<IPropertySymbol>().FirstOrDefault();
        if (property is null)
            return $"no property {to.Name}";
        if (to.TypeName is not null)
            return MetadataNameOf(property.Type) == to.TypeName ? null : $"the property {to.Name} is a {MetadataNameOf(property.Type)}";
        return DocumentationCommentId.GetFirstSymbolForDeclarationId("F:" + to.Value, compilation) is null ? $"no {to.Value}" : null;
    }

    /// <summary>The names, separated by commas, that no overload has; a property's value has no name of its own.</summary>
    private static string? MissingNames(CatalogRow row, string attribute, List<ISymbol> members)
    {
        foreach (var name in row[attribute]?.Split(',').Where(static name => name != "*") ?? [])
        {
            var found = members.Exists(member => ParametersOf(member).Any(parameter => parameter.Name == name)
                || (member is IPropertySymbol && (attribute == "value" || HasProperty(member.ContainingType, name))));
            if (!found)
                return $"no parameter {name} for {attribute}=";
        }

        return null;
    }

    /// <summary>The places of an inventory's row that no overload has: parameters, properties of what a constructor makes, and properties of these.</summary>
    private static string? MissingPlaces(CatalogRow row, List<ISymbol> members)
    {
        foreach (var place in new[] { row["name"], row["tools"], row["endpoint"] }.SelectMany(places => places?.Split(',') ?? []))
        {
            var path = place.Split('.');
            var starts = members.SelectMany(ParametersOf).Where(parameter => parameter.Name == path[0]).Select(parameter => parameter.Type).ToList();
            if (starts.Count == 0 && row.MemberName == "#ctor")
                starts.AddRange(members.Select(member => PropertyOf(member.ContainingType, path[0])?.Type).OfType<ITypeSymbol>());
            if (!starts.Exists(type => path.Skip(1).Aggregate((ITypeSymbol?)type, (current, name) => PropertyOf(current, name)?.Type) is not null))
                return $"no place {place}";
        }

        return null;
    }

    /// <summary>A type or member by its documentation comment id; a method with the one parameter type that it must have.</summary>
    private bool Exists(string id)
    {
        var open = id.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is not null;

        var dot = id.LastIndexOf('.', open);
        return TypesNamed(id[2..dot]).SelectMany(type => type.GetMembers(id[(dot + 1)..open])).SelectMany(ParametersOf).Any(parameter => MetadataNameOf(parameter.Type) == id[(open + 1)..^1]);
    }

    private List<INamedTypeSymbol> TypesNamed(string name)
    {
        if (name.StartsWith("*.", StringComparison.Ordinal))
            return [.. compilation.GetSymbolsWithNameEverywhere(name[2..].Split('`')[0]).Where(type => type.MetadataName == name[2..])];
        var types = compilation.GetTypesByMetadataName(name);
        var dot = name.LastIndexOf('.');
        return [.. types.IsEmpty && dot > 0 ? compilation.GetTypesByMetadataName(name[..dot] + "+" + name[(dot + 1)..]) : types];
    }

    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type, CatalogRow row) => type.GetMembers().Where(member => row.MemberName switch
    {
        "#ctor" => member is IMethodSymbol { MethodKind: MethodKind.Constructor },
        "Item" when row.Member[0] == 'P' => member is IPropertySymbol { IsIndexer: true },
        var name => (member is IMethodSymbol == (row.Member[0] == 'M')) && (name.EndsWith('*') ? member.Name.StartsWith(name[..^1], StringComparison.Ordinal) : member.Name == name),
    });

    private static IEnumerable<IParameterSymbol> ParametersOf(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters,
        IPropertySymbol property => property.Parameters,
        _ => [],
    };

    private static bool HasParameter(ISymbol member, CatalogSlot slot) =>
        ParametersOf(member).Any(parameter => parameter.Name == slot.Name && (slot.TypeName is null || MetadataNameOf(parameter.Type) == slot.TypeName));

    private static bool HasPath(ISymbol member, string path)
    {
        if (member is IPropertySymbol { IsIndexer: false })
            return HasProperty(member.ContainingType, path);

        var parts = path.Split('.', 2);
        return ParametersOf(member).Any(parameter => parameter.Name == parts[0] && (parts.Length == 1 || HasProperty(parameter.Type, parts[1])));
    }

    private static bool HasProperty(ITypeSymbol? type, string name) => PropertyOf(type, name) is not null;

    private static IPropertySymbol? PropertyOf(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
                return property;
        }

        return null;
    }

    private static string MetadataNameOf(ITypeSymbol type)
    {
        var name = type.MetadataName;
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            name = outer.MetadataName + "+" + name;
        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + name : name;
    }
}

file static class CompilationSearch
{
    public static IEnumerable<INamedTypeSymbol> GetSymbolsWithNameEverywhere(this Compilation compilation, string name)
    {
        var pending = new Stack<INamespaceSymbol>([compilation.GlobalNamespace]);
        while (pending.TryPop(out var space))
        {
            foreach (var type in space.GetTypeMembers(name))
                yield return type;
            foreach (var inner in space.GetNamespaceMembers())
                pending.Push(inner);
        }
    }
}
