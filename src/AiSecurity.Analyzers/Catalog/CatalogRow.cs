using System;
using System.Collections.Immutable;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>One line of the catalog: a role, the member or pattern that has it, and attributes.</summary>
/// <param name="Role">What the member or pattern is.</param>
/// <param name="Member">The second column: a documentation-comment style name without parameters, or a pattern.</param>
/// <param name="Attributes">The <c>key=value</c> columns, the package row's first.</param>
/// <param name="Package">The NuGet package the row speaks of; empty outside one.</param>
/// <param name="Line">Zero-based line in its file.</param>
internal sealed record CatalogRow(Role Role, string Member, ImmutableDictionary<string, string> Attributes, string Package, int Line)
{
    /// <summary>Metadata name of the type, for rows about a type or a member; the pattern itself for others.</summary>
    public string TypeName { get; } = TypePart(Member);

    /// <summary>Name of the member, <c>#ctor</c> for constructors, empty for rows about a type or a pattern.</summary>
    public string MemberName { get; } = MemberPart(Member);

    /// <summary>The parameter or property that takes the key: <c>from=name:Type</c>.</summary>
    public CatalogSlot? From { get; } = CatalogSlot.Parse(Attributes.GetValueOrDefault("from"));

    /// <summary>The parameter or property that takes an Entra ID credential instead: <c>to=name:Type</c>.</summary>
    public CatalogSlot? To { get; } = CatalogSlot.Parse(Attributes.GetValueOrDefault("to"));

    /// <summary>Whether leaving the key argument out is the way to Entra ID: <c>to=()</c>.</summary>
    public bool ToLeavesOut => Attributes.GetValueOrDefault("to") == "()";

    /// <summary>Metadata name of the last part of <see cref="TypeName"/>, the name that source code shows.</summary>
    public string SimpleTypeName { get; } = SimpleName(TypePart(Member));

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    /// <summary>Whether the metadata name of a type is the row's; <c>*.Name</c> stands for that name in any namespace.</summary>
    public bool IsOnType(string metadataName) =>
        TypeName.StartsWith("*.", StringComparison.Ordinal)
            ? metadataName.EndsWith(TypeName.Substring(1), StringComparison.Ordinal) || metadataName == TypeName.Substring(2)
            : metadataName == TypeName || (metadataName.IndexOf('+') > 0 && metadataName.Replace('+', '.') == TypeName);

    /// <summary>Whether a member name is the row's; <c>*</c> at the end of the row's name stands for any continuation.</summary>
    public bool IsNamed(string name) =>
        MemberName.EndsWith("*", StringComparison.Ordinal)
            ? name.StartsWith(MemberName.Substring(0, MemberName.Length - 1), StringComparison.Ordinal)
            : name == MemberName;

    private static string TypePart(string member)
    {
        if (member.Length < 2 || member[1] != ':')
            return member;

        return member[0] == 'T' ? member.Substring(2) : member.Substring(2, Math.Max(0, LastDot(member) - 2));
    }

    private static string MemberPart(string member) =>
        member.Length < 2 || member[1] != ':' || member[0] == 'T' ? "" : member.Substring(LastDot(member) + 1);

    private static int LastDot(string member) => member.LastIndexOf('.');

    private static string SimpleName(string typeName)
    {
        var name = typeName.Substring(Math.Max(typeName.LastIndexOf('.'), typeName.LastIndexOf('+')) + 1);
        var arity = name.IndexOf('`');
        return arity < 0 ? name : name.Substring(0, arity);
    }
}
