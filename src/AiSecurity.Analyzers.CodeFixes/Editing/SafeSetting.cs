using System.Linq;
using AiSecurity.Analyzers.Rules.Execution;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Writes the safe value of a setting, which the diagnostic brings along, in place of what stands there.</summary>
internal static class SafeSetting
{
    public static bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (!place.Diagnostic.Properties.TryGetValue(WrittenSettingRule.SafeValue, out var good) || good is null || ValueOf(place.Node) is not { } value)
            return false;

        switch (Innermost(value))
        {
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } text:
                edit.Replace(text, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(good)));
                return true;
            case LiteralExpressionSyntax literal when literal.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression or SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression:
                edit.Replace(literal, SyntaxFactory.ParseExpression(good));
                return true;
            // The constant of a text is replaced by the text: where the setting is no text, this does not compile and is not offered.
            case MemberAccessExpressionSyntax access when place.Model.GetConstantValue(access, place.CancellationToken) is { HasValue: true, Value: string }:
                edit.Replace(access, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(good)));
                return true;
            case MemberAccessExpressionSyntax access when place.Model.GetSymbolInfo(access, place.CancellationToken).Symbol is { IsStatic: true }:
                edit.Replace(access.Name, SyntaxFactory.IdentifierName(good));
                return true;
            default:
                return false;
        }
    }

    private static ExpressionSyntax? ValueOf(SyntaxNode node) => node switch
    {
        AssignmentExpressionSyntax assignment => assignment.Right,
        ArgumentSyntax argument => argument.Expression,
        ExpressionSyntax expression => expression,
        _ => null,
    };

    /// <summary><c>Never</c> in <c>new Policy(Never)</c>.</summary>
    private static ExpressionSyntax Innermost(ExpressionSyntax value)
    {
        while (true)
        {
            switch (value)
            {
                case ParenthesizedExpressionSyntax inner:
                    value = inner.Expression;
                    break;
                case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments, Initializer: null }:
                    value = arguments.Single().Expression;
                    break;
                default:
                    return value;
            }
        }
    }
}
