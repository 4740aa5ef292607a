using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Flow.Bodies;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Text that is put together where it stands: sums of strings and interpolated strings.</summary>
internal static class ComposedText
{
    /// <summary>The parts that the application did not write, holes and operands, in order; and whether it wrote any.</summary>
    public static (List<SyntaxNode> Foreign, bool HasConstant) PartsOf(ExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken)
    {
        var foreign = new List<SyntaxNode>();
        var hasConstant = false;
        foreach (var leaf in LeavesOf(text, model, cancellationToken))
        {
            if (leaf is InterpolatedStringExpressionSyntax interpolated)
            {
                hasConstant |= interpolated.Contents.OfType<InterpolatedStringTextSyntax>().Any(static content => !string.IsNullOrWhiteSpace(content.TextToken.ValueText));
                foreign.AddRange(interpolated.Contents.OfType<InterpolationSyntax>().Where(hole => !IsOwn(hole.Expression, model, cancellationToken)));
            }
            else if (IsOwn(leaf, model, cancellationToken))
            {
                hasConstant = true;
            }
            else
            {
                foreign.Add(leaf);
            }
        }

        return (foreign, hasConstant);
    }

    /// <summary>The operands of a sum of strings, in order.</summary>
    public static List<ExpressionSyntax> LeavesOf(ExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken)
    {
        var leaves = new List<ExpressionSyntax>();
        var pending = new Stack<ExpressionSyntax>();
        pending.Push(text);
        while (pending.Count > 0)
        {
            var current = pending.Pop();
            if (current is ParenthesizedExpressionSyntax parenthesized)
            {
                pending.Push(parenthesized.Expression);
            }
            else if (current is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && model.GetTypeInfo(sum, cancellationToken).Type?.SpecialType == SpecialType.System_String)
            {
                pending.Push(sum.Right);
                pending.Push(sum.Left);
            }
            else
            {
                leaves.Add(current);
            }
        }

        return leaves;
    }

    /// <summary>Whether a part is the application's own: a constant, also by way of variables, or a value that holds no text.</summary>
    public static bool IsOwn(ExpressionSyntax part, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetConstantValue(part, cancellationToken).HasValue || (model.GetTypeInfo(part, cancellationToken).Type is { } type && CleanTypes.Is(type)))
            return true;

        return model.OperationOf(part, cancellationToken) is { } operation
            && new ValueTrace(model, cancellationToken).SourcesOf(operation).All(static source => source.ConstantValue.HasValue);
    }

    /// <summary>The expression of a hole or operand, without parentheses.</summary>
    public static ExpressionSyntax ExpressionOf(SyntaxNode part)
    {
        var expression = (part as InterpolationSyntax)?.Expression ?? (ExpressionSyntax)part;
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        return expression;
    }

    /// <summary>The expression, or empty text where it is null: in a string that is put together, that was no difference.</summary>
    public static ExpressionSyntax NeverNull(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(expression, cancellationToken) is { Nullability.FlowState: NullableFlowState.MaybeNull, Type.SpecialType: SpecialType.System_String }
            ? SyntaxFactory.ParseExpression((expression is ConditionalExpressionSyntax or AssignmentExpressionSyntax ? $"({expression})" : expression.ToString()) + " ?? \"\"")
            : expression.WithoutTrivia();

    /// <summary>Strings that nothing is put into any more lose their <c>$</c>, and literals on one line become one.</summary>
    public static ExpressionSyntax Tidy(ExpressionSyntax text)
    {
        var plain = text.ReplaceNodes(
            text.DescendantNodesAndSelf().OfType<InterpolatedStringExpressionSyntax>().Where(static interpolated => interpolated.Parent is not InterpolationSyntax),
            static (original, _) => Plain(original));
        if (plain is not BinaryExpressionSyntax)
            return plain;

        var operands = new List<(SyntaxToken Plus, ExpressionSyntax Operand)>();
        var rest = plain;
        for (; rest is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum; rest = sum.Left)
            operands.Add((sum.OperatorToken, sum.Right));
        operands.Add((default, rest));
        operands.Reverse();
        for (var i = operands.Count - 1; i > 0; i--)
        {
            if (Merged(operands[i - 1].Operand, operands[i].Plus, operands[i].Operand) is not { } merged)
                continue;
            operands[i - 1] = (operands[i - 1].Plus, merged);
            operands.RemoveAt(i);
        }

        return operands.Skip(1).Aggregate(operands[0].Operand, static (left, next) => SyntaxFactory.BinaryExpression(SyntaxKind.AddExpression, left, next.Plus, next.Operand));
    }

    private static ExpressionSyntax? Merged(ExpressionSyntax left, SyntaxToken plus, ExpressionSyntax right)
    {
        var between = left.GetTrailingTrivia().Concat(plus.GetAllTrivia()).Concat(right.GetLeadingTrivia());
        if (!IsPlainLiteral(left) || !IsPlainLiteral(right) || between.Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
            return null;

        var (first, second) = (left.ToString(), right.ToString());
        return SyntaxFactory.ParseExpression(first.Substring(0, first.Length - 1) + second.Substring(1)).WithLeadingTrivia(left.GetLeadingTrivia()).WithTrailingTrivia(right.GetTrailingTrivia());
    }

    private static bool IsPlainLiteral(ExpressionSyntax operand) =>
        operand.IsKind(SyntaxKind.StringLiteralExpression) && operand.ToString() is var text && text[0] == '"' && !text.StartsWith("\"\"\"", System.StringComparison.Ordinal);

    private static ExpressionSyntax Plain(InterpolatedStringExpressionSyntax interpolated)
    {
        // A parser never makes two texts side by side.
        if (interpolated.Contents.OfType<InterpolationSyntax>().Any())
            return SyntaxFactory.ParseExpression(interpolated.ToString()).WithTriviaFrom(interpolated);

        var start = interpolated.StringStartToken.ValueText;
        var contents = string.Concat(interpolated.Contents.Select(static content => content.ToString()));
        // In raw strings braces are never doubled.
        if (!start.Contains("\"\"\""))
            contents = contents.Replace("{{", "{").Replace("}}", "}");
        return SyntaxFactory.ParseExpression(start.Replace("$", "") + contents + interpolated.StringEndToken.ValueText).WithTriviaFrom(interpolated);
    }
}
