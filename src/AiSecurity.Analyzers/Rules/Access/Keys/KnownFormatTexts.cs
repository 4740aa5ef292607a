using System.Collections.Generic;
using System.Threading;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>The texts of a literal, sum or interpolated string in which a key can show by its format.</summary>
internal static class KnownFormatTexts
{
    public static IEnumerable<(string Text, SyntaxNode Place)> Of(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is InterpolatedStringTextSyntax part)
        {
            var whole = KeyFormat.HasMark(part.TextToken.ValueText) ? Constant(part.Parent!, model, cancellationToken) : null;
            yield return whole is null ? (part.TextToken.ValueText, part) : (whole, part.Parent!);
            yield break;
        }

        if (node is not ExpressionSyntax expression)
            yield break;

        if (ConstantText.Fold(expression) is { } folded)
        {
            yield return (folded, expression);
            yield break;
        }

        // A sum with something else in it: as a whole where that is constant too, else piece by piece.
        var literals = new List<LiteralExpressionSyntax>();
        foreach (var inner in expression.DescendantNodes())
        {
            if (inner is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Parent.IsKind(SyntaxKind.AddExpression))
                literals.Add(literal);
        }

        if (literals.Exists(static literal => KeyFormat.HasMark(literal.Token.ValueText)) && Constant(expression, model, cancellationToken) is { } constant)
        {
            yield return (constant, expression);
            yield break;
        }

        foreach (var literal in literals)
            yield return (literal.Token.ValueText, literal);
    }

    private static string? Constant(SyntaxNode expression, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetConstantValue(expression, cancellationToken) is { HasValue: true, Value: string text } ? text : null;
}
