using System.Globalization;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Execution;

/// <summary>AISEC305: counts the rounds of a loop, and writes a smaller number into a cap.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UnboundedLoopFix() : PlaceFix(RuleIds.UnboundedLoop, "Stop at a limit", "limit")
{
    private const string LimitProperty = "limit";
    private const string WaitProperty = "wait";

    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (!place.Diagnostic.Properties.TryGetValue(LimitProperty, out var text) || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit))
            return false;

        switch (place.Node)
        {
            case WhileStatementSyntax or ForStatementSyntax when RoundCounter.Of((StatementSyntax)place.Node, limit, place.Diagnostic.Properties.ContainsKey(WaitProperty), place.Model) is { } counted:
                edit.Replace(place.Node, counted);
                return true;
            case AssignmentExpressionSyntax { Right: var value } when IsNumber(value):
                edit.Replace(value, Number(limit));
                return true;
            case ArgumentSyntax { Expression: var value } when IsNumber(value):
                edit.Replace(value, Number(limit));
                return true;
            case ExpressionSyntax { Parent: ArgumentSyntax } value when IsNumber(value):
                edit.Replace(value, Number(limit));
                return true;
            default:
                return false;
        }
    }

    /// <summary><c>int.MaxValue</c> or a number: what else stands there has its meaning elsewhere too.</summary>
    private static bool IsNumber(ExpressionSyntax value) =>
        value.IsKind(SyntaxKind.NumericLiteralExpression) || value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "MaxValue" };

    private static LiteralExpressionSyntax Number(int limit) => SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(limit));
}
