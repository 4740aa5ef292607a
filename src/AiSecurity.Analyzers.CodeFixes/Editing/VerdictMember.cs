using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>The member of an answer that says whether a text is good, by the catalog's rows.</summary>
/// <param name="Row">The row.</param>
/// <param name="Path">The properties from the answer to it: <c>Value.Flagged</c>.</param>
/// <param name="Property">The last of them.</param>
internal sealed record VerdictMember(CatalogRow Row, string Path, IPropertySymbol Property)
{
    private const int MaxDepth = 3;

    /// <summary>The only verdict with that attribute in an answer; null when there is none, or several that all had to be asked.</summary>
    public static VerdictMember? Of(ITypeSymbol answer, string attribute, AiSymbols symbols)
    {
        var found = new List<VerdictMember>();
        var pending = new Queue<(ITypeSymbol Type, string Path, int Depth)>();
        pending.Enqueue((answer, "", 0));
        while (pending.Count > 0)
        {
            var (type, path, depth) = pending.Dequeue();
            var own = PropertiesOf(type).SelectMany(property => symbols.RowsOf(property)
                .Where(row => row.Role == Role.Verdict && row[attribute] is not null)
                .Select(row => new VerdictMember(row, path + property.Name, property))).ToList();
            found.AddRange(own);
            if (own.Count > 0 || depth == MaxDepth)
                continue;
            // Response<T>.Value, and the parts of an answer.
            foreach (var property in PropertiesOf(type))
            {
                if (property.Type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } next && !SymbolEqualityComparer.Default.Equals(next, type) && (depth == 0 || property.Name != "Value"))
                    pending.Enqueue((next, path + property.Name + ".", depth + 1));
            }
        }

        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The verdict of a variable.</summary>
    public ExpressionSyntax On(string variable) => SyntaxFactory.ParseExpression(variable + "." + Path);

    private static IEnumerable<IPropertySymbol> PropertiesOf(ITypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType!)
        {
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public })
                    yield return property;
            }
        }
    }
}
