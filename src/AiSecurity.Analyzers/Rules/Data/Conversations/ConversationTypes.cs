using System;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Data.Conversations;

/// <summary>Which types hold what was said: histories, lists of messages, threads and sessions of agents.</summary>
internal sealed class ConversationTypes(AiFile file)
{
    private const string Element = "element";

    /// <summary>What an own type calls that which was said.</summary>
    private static readonly string[] SaidAs = ["Content", "Text", "Message"];

    /// <summary>By the names that the type is written with: derived types end as their base does, as <c>ChatHistoryAgentThread</c>.</summary>
    public bool MayBe(TypeSyntax type)
    {
        foreach (var name in type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
        {
            if (IsList(name.Identifier.ValueText) || file.Compilation.Symbols.Catalog[Role.Conversation].Any(row => name.Identifier.ValueText.EndsWith(row.SimpleTypeName, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    public string? KindOf(ISymbol member) => member switch
    {
        IFieldSymbol field => KindOf(field.Type),
        IPropertySymbol property => KindOf(property.Type),
        _ => null,
    };

    /// <summary><c>history</c> where something must add to it, <c>session</c> where every call does; null for types that hold none, or one for each key.</summary>
    public string? KindOf(ITypeSymbol? type)
    {
        if (RowOf(type) is { } row)
            return row["kind"] == Element ? null : row["kind"];

        var element = type switch
        {
            IArrayTypeSymbol => null,
            INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } named when IsList(named.Name) => arguments[0],
            _ => null,
        };
        return (RowOf(element) is { } message && message["kind"] == Element) || IsOwnTurn(element) ? "history" : null;
    }

    /// <summary>A type of the application's own that says who said what: <c>record Turn(Role Role, string Content)</c>.</summary>
    private static bool IsOwnTurn(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } && !DataTypes.IsFramework(type.ContainingNamespace)
        && type.GetMembers("Role").Any(static member => member is IPropertySymbol) && SaidAs.Any(name => type.GetMembers(name).Any(static member => member is IPropertySymbol { Type.SpecialType: SpecialType.System_String }));

    /// <summary>The property by which a service finds a conversation again; null where it keeps none.</summary>
    public string? IdOf(ITypeSymbol? type) => RowOf(type)?["name"];

    private CatalogRow? RowOf(ITypeSymbol? type) => type is null ? null : file.Compilation.Symbols.RowOf(type, Role.Conversation);

    private static bool IsList(string type) => type is "List" or "IList" or "Collection" or "ICollection" or "ConcurrentQueue" or "ConcurrentBag" or "Queue" or "LinkedList" or "ObservableCollection" or "HashSet";
}
