using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Whether a search asks for everything that fits the question, whoever asked it: <c>filter=options:Filter</c> of its row says where a filter would be.</summary>
internal static class RetrievalFilter
{
    /// <summary>True only when no filter can be there; a filter that is always the same is none.</summary>
    public static bool IsMissing(CatalogRow row, IOperation call, ImmutableArray<GivenValue> arguments)
    {
        if (row["filter"] is not { } filter)
            return false;

        foreach (var place in filter.Split(','))
        {
            var colon = place.IndexOf(':');
            if (!IsMissing(colon < 0 ? place : place.Substring(0, colon), colon < 0 ? null : place.Substring(colon + 1), call, arguments))
                return false;
        }

        return true;
    }

    private static bool IsMissing(string parameter, string? member, IOperation call, ImmutableArray<GivenValue> arguments)
    {
        foreach (var (argument, _) in arguments)
        {
            if (argument.Parameter?.Name != parameter)
                continue;
            var value = Operations.Unwrap(argument.Value);
            if (value.Syntax == call.Syntax || value is IDefaultValueOperation || value.ConstantValue is { HasValue: true, Value: null })
                return true;
            return member is null ? value.ConstantValue.HasValue : IsUnset(argument.Value.Syntax, member);
        }

        return true;
    }

    /// <summary>Whether the options are made here and nothing gives their filter a value.</summary>
    private static bool IsUnset(SyntaxNode options, string member)
    {
        if (options is BaseObjectCreationExpressionSyntax creation)
            return !Sets(creation.Initializer, member);
        if (options is not IdentifierNameSyntax { Identifier.ValueText: var name } || BodyAround(options) is not { } body)
            return false;

        var declarators = body.DescendantNodes().OfType<VariableDeclaratorSyntax>().Where(variable => variable.Identifier.ValueText == name).ToList();
        return declarators.Count == 1 && declarators[0].Initializer?.Value is BaseObjectCreationExpressionSyntax made && !Sets(made.Initializer, member)
            && !body.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use != options && use.Identifier.ValueText == name && MayFill(use, member, options));
    }

    /// <summary>Whether a use of the options may give them a filter: by an assignment, or by handing them to somebody else than the search.</summary>
    private static bool MayFill(IdentifierNameSyntax use, string member, SyntaxNode asked) => use.Parent switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Parent: AssignmentExpressionSyntax { Right: var value } assignment } access when assignment.Left == access => name == member && !IsConstant(value),
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } => true,
        MemberAccessExpressionSyntax => false,
        // The next page of the same search.
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => asked.Parent?.Parent?.Parent is not InvocationExpressionSyntax search || !SyntaxFactory.AreEquivalent(call.Expression, search.Expression),
        _ => true,
    };

    private static bool Sets(InitializerExpressionSyntax? initializer, string member) =>
        initializer?.Expressions.Any(expression => expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: var name }, Right: var value } && name == member && !IsConstant(value)) == true;

    private static bool IsConstant(ExpressionSyntax value) => value is LiteralExpressionSyntax or DefaultExpressionSyntax;

    private static SyntaxNode? BodyAround(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is GlobalStatementSyntax { Parent: var file } ? file : node.FirstAncestorOrSelf<MemberDeclarationSyntax>();
}
