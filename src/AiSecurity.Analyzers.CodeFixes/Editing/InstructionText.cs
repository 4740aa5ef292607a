using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
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
    /// <summary>The two parts; null when the application wrote nothing of it, or all.</summary>
    public static InstructionText? Split(ExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken)
    {
        var (foreign, hasConstant) = ComposedText.PartsOf(text, model, cancellationToken);
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
            ComposedText.Tidy(changed).WithTriviaFrom(text), RestOf(foreign, texts, model, cancellationToken), foreign.Select(ComposedText.ExpressionOf).ToImmutableArray());
    }

    private static string Shown(SyntaxNode part) =>
        (part is InterpolationSyntax { AlignmentClause: not null } or InterpolationSyntax { FormatClause: not null } ? part : ComposedText.ExpressionOf(part)).ToString();

    private static SyntaxNode PhraseFor(SyntaxNode part, int index, int count)
    {
        var phrase = count == 1 ? "the text in the next user message" : $"text {index + 1} in the next user message";
        return part is InterpolationSyntax
            ? SyntaxFactory.InterpolatedStringText(SyntaxFactory.Token(default, SyntaxKind.InterpolatedStringTextToken, phrase, phrase, default))
            : SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(phrase)).WithTriviaFrom(part);
    }

    private static ExpressionSyntax RestOf(List<SyntaxNode> foreign, List<string> texts, SemanticModel model, CancellationToken cancellationToken)
    {
        var expression = ComposedText.ExpressionOf(foreign[0]);
        if (texts.Count == 1 && texts[0] == expression.ToString() && model.GetTypeInfo(expression, cancellationToken).Type?.SpecialType == SpecialType.System_String)
            return ComposedText.NeverNull(expression, model, cancellationToken);

        // A colon outside of parentheses would begin a format.
        var holes = texts.Select(static text => text[0] == '{' ? text : text.Contains(':') ? "{(" + text + ")}" : "{" + text + "}");
        return SyntaxFactory.ParseExpression(texts.Count == 1 ? "$\"" + holes.Single() + "\"" : "$\"" + string.Join("\\n", holes.Select(static (hole, index) => $"{index + 1}. {hole}")) + "\"");
    }
}
