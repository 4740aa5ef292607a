using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>Rows that an application adds in additional files named <c>AiSecurity.catalog.txt</c> or <c>*.aisecurity.txt</c>.</summary>
internal static class UserCatalog
{
    /// <summary>Larger files, in characters, are not read: no catalog is that long.</summary>
    private const int MaxLength = 1_000_000;

    public static bool IsCatalog(AdditionalText file)
    {
        var name = Path.GetFileName(file.Path);
        return name.Equals("AiSecurity.catalog.txt", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".aisecurity.txt", StringComparison.OrdinalIgnoreCase);
    }

    public static ImmutableArray<CatalogRow> RowsOf(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray<CatalogRow>.Empty;
        foreach (var file in files)
        {
            if (IsCatalog(file))
                rows = rows.AddRange(Parse(file, cancellationToken).Rows);
        }

        return rows;
    }

    public static (ImmutableArray<CatalogRow> Rows, ImmutableArray<CatalogError> Errors) Parse(AdditionalText file, CancellationToken cancellationToken)
    {
        var text = file.GetText(cancellationToken);
        if (text is null)
            return (ImmutableArray<CatalogRow>.Empty, ImmutableArray<CatalogError>.Empty);
        return text.Length > MaxLength
            ? (ImmutableArray<CatalogRow>.Empty, ImmutableArray.Create(new CatalogError(0, "the file is longer than 1,000,000 characters, and nothing in it is read")))
            : CatalogParser.Parse(text);
    }

    /// <summary>Why a row fits nothing in a compilation, as a clause; null when it does, or speaks of no member.</summary>
    public static string? Unresolved(CatalogRow row, AiSymbols symbols)
    {
        if (row.Member.Length < 2 || row.Member[1] != ':' || row.TypeName.StartsWith("*.", StringComparison.Ordinal))
            return null;
        if (symbols.FindNestedType(row.TypeName) is not { } type)
            return $"there is no type '{row.TypeName}' in this project or its references";
        if (row.MemberName.Length == 0)
            return null;

        var name = row.MemberName == "#ctor" ? ".ctor" : row.MemberName;
        foreach (var member in type.GetMembers())
        {
            if (member.Name == name || row.IsNamed(member.Name) || (member is IPropertySymbol { IsIndexer: true } && name == "Item"))
                return HasSlot(member, row) ? null : $"no parameter '{row.From!.Name}' of that type in any overload of '{row.MemberName}'";
        }

        return $"the type '{row.TypeName}' has no member '{row.MemberName}'";

        bool HasSlot(ISymbol _, CatalogRow wanted) => wanted.From is not { } slot || type.GetMembers().Any(member => member is IMethodSymbol method
            && (method.Name == name || wanted.IsNamed(method.Name)) && method.Parameters.Any(parameter => parameter.Name == slot.Name && (slot.TypeName is null || MetadataName.Of(parameter.Type) == slot.TypeName)));
    }
}
