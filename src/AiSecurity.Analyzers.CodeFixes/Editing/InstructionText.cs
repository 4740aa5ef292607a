using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Instructions taken apart: what the application wrote, and what it put in between.</summary>
/// <param name="Constant">The instructions, which speak of the rest as the text of the next message.</param>
/// <param name="Rest">The rest as one text.</param>
/// <param name="Parts">The expressions that the rest is made of.</param>
internal sealed record InstructionText(ExpressionSyntax Constant, ExpressionSyntax Rest, ImmutableArray<ExpressionSyntax> Parts)
{
    private const string Phrase = "the text in the next user message";

    /// <summary>The two parts; null when the application wrote nothing of it, or all.</summary>
    public static InstructionText? Split(ExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken)
    {
        var foreign = new List<SyntaxNode>();
        var hasConstant = false;
        foreach (var leaf in LeavesOf(text, model, cancellationToken))
        {
            if (leaf is not InterpolatedStringExpressionSyntax interpolated)
            {
                if (IsOwn(leaf, model, cancellationToken))
                    hasConstant = true;
                else
                    foreign.Add(leaf);
                continue;
            }

            hasConstant |= interpolated.Contents.OfType<InterpolatedStringTextSyntax>().Any(static content => !string.IsNullOrWhiteSpace(content.TextToken.ValueText));
            foreign.AddRange(interpolated.Contents.OfType<InterpolationSyntax>().Where(hole => !IsOwn(hole.Expression, model, cancellationToken)));
        }

        if (!hasConstant || foreign.Count == 0)
            return null;

        // (a ?? b) goes with its parentheses.
        for (var i = 0; i < foreign.Count; i++)
        {
            while (foreign[i] != text && foreign[i].Parent is ParenthesizedExpressionSyntax parenthesized)
                foreign[i] = parenthesized;
        }

        var texts = foreign.Select(Shown).Distinct().ToList();
        var changed = text.ReplaceNodes(foreign, (original, _) => PhraseFor(original, texts.IndexOf(Shown(original)), texts.Count));
        return new InstructionText(
            Joined(changed).WithTriviaFrom(text), RestOf(foreign, texts, model, cancellationToken), foreign.Select(ExpressionOf).ToImmutableArray());
    }

    /// <summary>The operands of a sum of strings, in order.</summary>
    private static List<ExpressionSyntax> LeavesOf(ExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken)
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
    private static bool IsOwn(ExpressionSyntax part, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetConstantValue(part, cancellationToken).HasValue || (model.GetTypeInfo(part, cancellationToken).Type is { } type && CleanTypes.Is(type)))
            return true;

        return model.GetOperation(part, cancellationToken) is { } operation
            && new ValueTrace(model, cancellationToken).SourcesOf(operation).All(static source => source.ConstantValue.HasValue);
    }

    private static ExpressionSyntax ExpressionOf(SyntaxNode part)
    {
        var expression = (part as InterpolationSyntax)?.Expression ?? (ExpressionSyntax)part;
        while (expression is ParenthesizedExpressionSyntax parenthesized)
            expression = parenthesized.Expression;
        return expression;
    }

    private static string Shown(SyntaxNode part) =>
        (part is InterpolationSyntax { AlignmentClause: not null } or InterpolationSyntax { FormatClause: not null } ? part : ExpressionOf(part)).ToString();

    private static SyntaxNode PhraseFor(SyntaxNode part, int index, int count)
    {
        var phrase = count == 1 ? Phrase : $"{Phrase.Substring(0, 8)} {index + 1}{Phrase.Substring(8)}";
        return part is InterpolationSyntax
            ? SyntaxFactory.InterpolatedStringText(SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, phrase, phrase, default))
            : SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(phrase)).WithTriviaFrom(part);
    }

    /// <summary>Strings that nothing is put into any more lose their <c>$</c>, and literals on one line become one.</summary>
    private static ExpressionSyntax Joined(ExpressionSyntax text)
    {
        var source = text.ReplaceNodes(
            text.DescendantNodesAndSelf().OfType<InterpolatedStringExpressionSyntax>().Where(static interpolated => interpolated.Parent is not InterpolationSyntax),
            static (original, _) => Plain(original));
        if (source is not BinaryExpressionSyntax)
            return source;

        var literals = source.DescendantNodes().Where(static node => node is not BinaryExpressionSyntax).ToList();
        var isOneLine = literals.All(static node => node.IsKind(SyntaxKind.StringLiteralExpression) && node.ToString()[0] == '"' && !node.ToString().StartsWith("\"\"\"", System.StringComparison.Ordinal))
            && !source.ToString().Contains('\n');
        return isOneLine
            ? SyntaxFactory.ParseExpression("\"" + string.Concat(literals.Select(static literal => literal.ToString()).Select(static literal => literal.Substring(1, literal.Length - 2))) + "\"")
            : source;
    }

    private static ExpressionSyntax Plain(InterpolatedStringExpressionSyntax interpolated)
    {
        // A parser never makes two texts side by side.
        if (interpolated.Contents.OfType<InterpolationSyntax>().Any())
            return SyntaxFactory.ParseExpression(interpolated.ToString()).WithTriviaFrom(interpolated);

        var start = interpolated.StringStartToken.ValueText;
        var isRaw = start.Contains("\"\"\"");
        var contents = string.Concat(interpolated.Contents.Select(static content => content.ToString()));
        // In raw strings braces are never doubled.
        if (!isRaw)
            contents = contents.Replace("{{", "{").Replace("}}", "}");
        return SyntaxFactory.ParseExpression(start.Replace("$", "") + contents + interpolated.StringEndToken.ValueText).WithTriviaFrom(interpolated);
    }

    private static ExpressionSyntax RestOf(List<SyntaxNode> foreign, List<string> texts, SemanticModel model, CancellationToken cancellationToken)
    {
        var expression = ExpressionOf(foreign[0]);
        if (texts.Count == 1 && texts[0] == expression.ToString() && model.GetTypeInfo(expression, cancellationToken).Type?.SpecialType == SpecialType.System_String)
            return expression.WithoutTrivia();

        var holes = texts.Select(static text => text[0] == '{' ? text : "{" + (NeedsParentheses(text) ? "(" + text + ")" : text) + "}");
        return SyntaxFactory.ParseExpression(texts.Count == 1 ? "$\"" + holes.Single() + "\"" : "$\"" + string.Join("\\n", holes.Select(static (hole, index) => $"{index + 1}. {hole}")) + "\"");
    }

    /// <summary>A colon would begin a format.</summary>
    private static bool NeedsParentheses(string text) => text.Contains(':') && text[0] != '(';
}
