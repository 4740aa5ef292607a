using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>Conditions that ask whether there is a request, and of what type, or that look at another text: they decide nothing about it.</summary>
internal static class AnswerCondition
{
    /// <param name="condition">The condition.</param>
    /// <param name="asked">The state of a run that asks for an approval, as its row names it; null where there is none.</param>
    public static bool IsAboutShape(ExpressionSyntax condition, string? asked) => condition switch
    {
        ParenthesizedExpressionSyntax inner => IsAboutShape(inner.Expression, asked),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => IsAboutShape(not.Operand, asked),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both => IsAboutShape(both.Left, asked) && IsAboutShape(both.Right, asked),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } equality when equality.Right.IsKind(SyntaxKind.NullLiteralExpression) => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression, Right: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var state } } when state == asked => true,
        BinaryExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" }, Right: LiteralExpressionSyntax } => true,
        IsPatternExpressionSyntax { Pattern: var pattern } => IsAboutShape(pattern),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Any" } } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => name.StartsWith("TryGet", System.StringComparison.Ordinal),
        LiteralExpressionSyntax => true,
        _ => false,
    };

    /// <summary>Whether a condition asks if there is a text, or what a shield says of one.</summary>
    public static bool IsAboutText(ExpressionSyntax condition, AiCatalog catalog) => condition switch
    {
        ParenthesizedExpressionSyntax inner => IsAboutText(inner.Expression, catalog),
        AwaitExpressionSyntax awaited => IsAboutText(awaited.Expression, catalog),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => IsAboutText(not.Operand, catalog),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both =>
            (IsAboutText(both.Left, catalog) || IsAboutShape(both.Left, null)) && (IsAboutText(both.Right, catalog) || IsAboutShape(both.Right, null)),
        MemberAccessExpressionSyntax { Expression: ParenthesizedExpressionSyntax answer } => IsAboutText(answer, catalog),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax, Name.Identifier.ValueText: "IsNullOrEmpty" or "IsNullOrWhiteSpace" } } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var asked, Name.Identifier.ValueText: var name } } => ShieldNames.AreIn(SimpleNames.Of(asked) ?? "", name, isContract: true, catalog),
        _ => false,
    };

    public static bool IsAboutShape(PatternSyntax pattern)
    {
        foreach (var node in pattern.DescendantNodesAndSelf())
        {
            switch (node)
            {
                case DiscardPatternSyntax:
                case RelationalPatternSyntax { Expression: not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } }:
                case ConstantPatternSyntax { Expression: LiteralExpressionSyntax literal } when !literal.IsKind(SyntaxKind.NullLiteralExpression):
                    return false;
            }
        }

        return true;
    }
}
