using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>The texts that an object of the project holds.</summary>
internal static class ObjectTexts
{
    /// <summary>A value, and the objects all of whose texts are in it: <c>$"{note.Author}: {note.Text}"</c>.</summary>
    public static FlowValue WithWhole(FlowValue value)
    {
        if (value.Parts.Length < 2)
            return value;

        foreach (var group in value.Parts.Where(static part => part.Node is { Kind: FlowNodeKind.Part, Whole: not null, Symbol: not null }).GroupBy(static part => part.Node.Whole!))
        {
            var read = new HashSet<ISymbol>(group.Select(static part => part.Node.Symbol!), SymbolEqualityComparer.Default);
            if (read.Count > 1 && read.First().ContainingType is { } type && TextsOf(type) is { Count: > 1 } texts && texts.TrueForAll(read.Contains))
                value = value.Join(FlowValue.Of(group.Key));
        }

        return value;
    }

    /// <summary>The properties and fields of a type of the project that hold text or objects; what a library's types hold nobody sees.</summary>
    private static List<ISymbol> TextsOf(INamedTypeSymbol type)
    {
        if (type.DeclaringSyntaxReferences.IsEmpty || type.BaseType is not { SpecialType: SpecialType.System_Object })
            return [];
        return [.. type.GetMembers().Where(static member => member switch
        {
            IPropertySymbol { IsStatic: false, IsIndexer: false, Name: not "EqualityContract" } property => MayHoldText(property.Type),
            IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false } field => MayHoldText(field.Type),
            _ => false,
        })];
    }

    private static bool MayHoldText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || (type.IsReferenceType && type.TypeKind != TypeKind.Delegate);
}
