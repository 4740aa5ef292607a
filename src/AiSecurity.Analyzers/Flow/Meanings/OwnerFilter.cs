using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>
/// Searches of a type that ask for what one person, customer or tenant owns: the same index holds what others own, and a search beside them that asks for everything finds that too. By syntax, each type read
/// once for a kind of search. Safe for concurrent use.
/// </summary>
internal static class OwnerFilter
{
    private static readonly ConditionalWeakTable<SyntaxNode, Tuple<string, Dictionary<string, ExpressionSyntax>>> Known = new();

    /// <summary>Whose a document can be, in the names of fields and of what they are compared with.</summary>
    private static readonly HashSet<string> Owners = new(
        ["tenant", "owner", "user", "customer", "account", "holder", "patient", "employee", "member", "requester", "organization", "organisation", "org", "principal", "creator", "groups", "acl", "permissions", "readers", "subscriber"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The filter by owner of another search on the same index in the type; null where there is none, and in code for those who may see everything.</summary>
    public static ExpressionSyntax? Beside(SyntaxNode search, CatalogRow row)
    {
        if (search is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var index } } || SimpleNames.Of(index) is not { } name || search.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return null;

        var kind = $"{row.MemberName} {row["filter"]}";
        if (!Known.TryGetValue(type, out var known) || known.Item1 != kind)
        {
            known = Tuple.Create(kind, FiltersIn(type, row));
            Known.Remove(type);
            Known.GetValue(type, _ => known);
        }

        return known.Item2.TryGetValue(name, out var filter) && !search.Span.Contains(filter.Span) && !IsForAll(type.Identifier) && search.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } body && !NamesOwnerOf(body) ? filter : null;
    }

    /// <summary>By the name of the index, in the member that is searched.</summary>
    private static Dictionary<string, ExpressionSyntax> FiltersIn(TypeDeclarationSyntax type, CatalogRow row)
    {
        var places = row["filter"]!.Split(',').Select(static place => place.Split(':')).ToList();
        var found = new Dictionary<string, ExpressionSyntax>();
        foreach (var call in type.DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression is MemberAccessExpressionSyntax { Expression: var index, Name.Identifier.ValueText: var method } && method == row.MemberName && SimpleNames.Of(index) is { } name && !found.ContainsKey(name)
                && FiltersOf(call, places).FirstOrDefault(IsByOwner) is { } filter)
                found.Add(name, filter);
        }

        return found;
    }

    private static IEnumerable<ExpressionSyntax> FiltersOf(InvocationExpressionSyntax call, List<string[]> places)
    {
        foreach (var argument in call.ArgumentList.Arguments)
        {
            var name = argument.NameColon?.Name.Identifier.ValueText;
            foreach (var place in places)
            {
                if (place.Length == 1 && place[0] == name)
                    yield return argument.Expression;
                foreach (var set in place.Length == 1 ? [] : SetIn(argument.Expression, place[1]))
                    yield return set;
            }
        }
    }

    /// <summary>What options are given for their filter: where they are made, and in the member that hands them over.</summary>
    private static IEnumerable<ExpressionSyntax> SetIn(ExpressionSyntax options, string member)
    {
        if (options is not IdentifierNameSyntax { Identifier.ValueText: var name })
            return AssignedIn(options, member);
        return options.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } body ? [] : body.DescendantNodes().SelectMany(node => node switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } made } variable when variable.Identifier.ValueText == name => AssignedIn(made, member),
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax target, Name.Identifier.ValueText: var set }, Right: var value } when target.Identifier.ValueText == name && set == member => [value],
            _ => [],
        });
    }

    private static IEnumerable<ExpressionSyntax> AssignedIn(ExpressionSyntax made, string member) =>
        (made as BaseObjectCreationExpressionSyntax)?.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Where(assignment => assignment.Left is IdentifierNameSyntax left && left.Identifier.ValueText == member).Select(static assignment => assignment.Right) ?? [];

    /// <summary>A filter that is always the same asks for nobody's own.</summary>
    private static bool IsByOwner(ExpressionSyntax filter) =>
        filter is not LiteralExpressionSyntax && filter.DescendantNodesAndSelf().Any(static node => node is IdentifierNameSyntax) && filter.DescendantTokens().Any(static token => NamesOwner(token.ValueText));

    /// <summary>Code that compares owners after the search, and code for administrators.</summary>
    private static bool NamesOwnerOf(MemberDeclarationSyntax body) =>
        (body is MethodDeclarationSyntax method && IsForAll(method.Identifier))
        || body.DescendantNodes().Any(static node => node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" or "Contains" } }
            && node.DescendantTokens().Any(static token => NamesOwner(token.ValueText)));

    private static bool IsForAll(SyntaxToken name) => name.ValueText.IndexOf("Admin", StringComparison.Ordinal) >= 0;

    /// <summary>Whether one of the words of a text does: <c>tenantId</c>, <c>owner_id eq</c>.</summary>
    private static bool NamesOwner(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsLetter(text[start]))
                continue;
            var end = start + 1;
            while (end < text.Length && char.IsLetter(text[end]) && !(char.IsUpper(text[end]) && char.IsLower(text[end - 1])))
                end++;
            if (Owners.Contains(text.Substring(start, end - start)))
                return true;
            start = end - 1;
        }

        return false;
    }
}
