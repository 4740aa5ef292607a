using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>A run-time guard that the project refers to, with the member that a fix calls.</summary>
internal sealed record GuardMember(INamedTypeSymbol Type, CatalogRow Row)
{
    public string Method => Row.MemberName;

    /// <summary>What a new variable, parameter or field is called.</summary>
    public string Name => Row["as"]!;

    /// <summary>Null when the package that has it is not referenced.</summary>
    public static GuardMember? Of(string guards, AiSymbols symbols)
    {
        foreach (var row in symbols.Catalog[Role.Guard])
        {
            if (row["guards"] == guards && row["as"] is not null && symbols.FindType(row.TypeName) is { } type && type.GetMembers(row.MemberName == "#ctor" ? ".ctor" : row.MemberName).OfType<IMethodSymbol>().Any())
                return new GuardMember(type, row);
        }

        return null;
    }

    /// <summary>Whether a value of that type is one.</summary>
    public bool Is(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, Type))
                return true;
        }

        return false;
    }

    /// <summary>The member that puts it into the container; null when it has none.</summary>
    public ExtensionName? Registration => ExtensionName.Of(Row["register"]);

    /// <summary>The member that puts it into the pipeline of a client; null when it has none.</summary>
    public ExtensionName? Pipeline => ExtensionName.Of(Row["pipeline"]);
}
