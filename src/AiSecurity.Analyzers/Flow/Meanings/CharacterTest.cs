using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Meanings;

/// <summary>Tests of one character, and what a text of characters that pass them has passed.</summary>
internal static class CharacterTest
{
    public const string InvalidCharacters = "GetInvalidFileNameChars";

    /// <summary>Of a character that is named: it harms nobody.</summary>
    private const Guards Harmless = Guards.AllowList | Guards.Path;

    /// <summary><c>char.IsLetterOrDigit</c>, <c>c => char.IsLetter(c) || c == '-'</c>, <c>c => !invalid.Contains(c)</c>.</summary>
    public static Guards Of(ExpressionSyntax function, SemanticModel model, CancellationToken cancellationToken) => function switch
    {
        LambdaExpressionSyntax { ExpressionBody: { } body } => OfTest(body, model, cancellationToken, 0),
        MemberAccessExpressionSyntax method when IsLetterTest(method) => Harmless,
        _ => Guards.None,
    };

    /// <summary><c>c => char.IsLetterOrDigit(c) ? c : '_'</c></summary>
    public static Guards OfChoice(ExpressionSyntax function, SemanticModel model, CancellationToken cancellationToken)
    {
        if (function is not SimpleLambdaExpressionSyntax { Parameter.Identifier.ValueText: var name, ExpressionBody: ConditionalExpressionSyntax choice })
            return Guards.None;
        if (IsNamed(choice.WhenTrue, name) && OfConstant(choice.WhenFalse) is var otherwise)
            return otherwise & OfTest(choice.Condition, model, cancellationToken, 0);
        return IsNamed(choice.WhenFalse, name) ? OfConstant(choice.WhenTrue) & OfNegated(choice.Condition, model, cancellationToken, 0) : Guards.None;
    }

    private static Guards OfTest(ExpressionSyntax test, SemanticModel model, CancellationToken cancellationToken, int depth) => depth > 50 ? Guards.None : test switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => OfTest(inner, model, cancellationToken, depth + 1),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } either => OfTest(either.Left, model, cancellationToken, depth + 1) & OfTest(either.Right, model, cancellationToken, depth + 1),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both => OfTest(both.Left, model, cancellationToken, depth + 1) | OfTest(both.Right, model, cancellationToken, depth + 1),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var negated } => OfNegated(negated, model, cancellationToken, depth + 1),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right: var constant } => OfConstant(constant),
        IsPatternExpressionSyntax { Pattern: var pattern } => OfPattern(pattern, depth + 1),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } when IsLetterTest(method) => Harmless,
        _ => Guards.None,
    };

    /// <summary><c>invalid.Contains(c)</c>, of which the text has none.</summary>
    private static Guards OfNegated(ExpressionSyntax test, SemanticModel model, CancellationToken cancellationToken, int depth) => test switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } when depth < 50 => OfNegated(inner, model, cancellationToken, depth + 1),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Contains", Expression: var set } }
            when model.OperationOf(set, cancellationToken) is { } characters && CleanedText.IsInvalidCharacters(characters, model, cancellationToken) => Guards.Path,
        _ => Guards.None,
    };

    /// <summary>Characters and ranges that are named; what is between two of them is seen by whoever wrote it.</summary>
    private static Guards OfPattern(PatternSyntax pattern, int depth) => depth > 50 ? Guards.None : pattern switch
    {
        ParenthesizedPatternSyntax { Pattern: var inner } => OfPattern(inner, depth + 1),
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.OrPattern } either => OfPattern(either.Left, depth + 1) & OfPattern(either.Right, depth + 1),
        BinaryPatternSyntax { RawKind: (int)SyntaxKind.AndPattern, Left: RelationalPatternSyntax { Expression: var from }, Right: RelationalPatternSyntax { Expression: var to } } => OfConstant(from) & OfConstant(to),
        ConstantPatternSyntax { Expression: var constant } => OfConstant(constant),
        _ => Guards.None,
    };

    private static Guards OfConstant(ExpressionSyntax constant) => constant is LiteralExpressionSyntax { Token.Value: char named }
        ? named is '/' or '\\' ? Guards.None : char.IsLetterOrDigit(named) || named is '-' or '_' or '.' ? Harmless : Guards.Path
        : Guards.None;

    private static bool IsLetterTest(MemberAccessExpressionSyntax method) =>
        method.Expression.ToString() is "char" or "Char" or "System.Char" && method.Name.Identifier.ValueText is
            "IsLetter" or "IsDigit" or "IsLetterOrDigit" or "IsNumber" or "IsAsciiLetter" or "IsAsciiDigit" or "IsAsciiLetterOrDigit" or "IsAsciiHexDigit" or "IsAsciiLetterLower" or "IsAsciiLetterUpper";

    private static bool IsNamed(ExpressionSyntax expression, string name) => expression is IdentifierNameSyntax { Identifier.ValueText: var used } && used == name;
}
