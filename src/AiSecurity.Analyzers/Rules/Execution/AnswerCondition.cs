using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution;

/// <summary>Conditions that ask whether there is a request, and of what type: they decide nothing about it.</summary>
internal static class AnswerCondition
{
    public static bool IsAboutShape(ExpressionSyntax condition) => condition switch
    {
        ParenthesizedExpressionSyntax inner => IsAboutShape(inner.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => IsAboutShape(not.Operand),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both => IsAboutShape(both.Left) && IsAboutShape(both.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } equality when equality.Right.IsKind(SyntaxKind.NullLiteralExpression) => true,
        BinaryExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Length" }, Right: LiteralExpressionSyntax } => true,
        IsPatternExpressionSyntax { Pattern: var pattern } => IsAboutShape(pattern),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Any" } } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => name.StartsWith("TryGet", System.StringComparison.Ordinal),
        LiteralExpressionSyntax => true,
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
