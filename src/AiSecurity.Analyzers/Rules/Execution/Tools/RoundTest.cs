using System;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Whether all that a condition of a filter compares is how often something was called: that bounds a conversation, and asks nobody.</summary>
internal static class RoundTest
{
    /// <param name="condition">The condition.</param>
    /// <param name="rounds">The members that count rounds and calls.</param>
    public static bool Is(ExpressionSyntax condition, string[] rounds) => condition switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Is(inner, rounds),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both => Is(both.Left, rounds) && Is(both.Right, rounds),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.GreaterThanOrEqualExpression or (int)SyntaxKind.LessThanExpression or (int)SyntaxKind.LessThanOrEqualExpression or (int)SyntaxKind.EqualsExpression } comparison =>
            Counts(comparison.Left, rounds) || Counts(comparison.Right, rounds),
        IsPatternExpressionSyntax { Expression: var tested } => Counts(tested, rounds),
        _ => false,
    };

    private static bool Counts(ExpressionSyntax value, string[] rounds) => value switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } => Array.IndexOf(rounds, name) >= 0,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression } or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } => true,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Counts(sum.Left, rounds) || Counts(sum.Right, rounds),
        _ => false,
    };
}
