using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Data;

/// <summary>AISEC404: records in development only where the environment is in scope; elsewhere takes the switch out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RecordedContentFix() : PlaceFix(RuleIds.RecordedContent, "Record no content outside development", "record")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        switch (place.Node)
        {
            case AssignmentExpressionSyntax assignment:
                return HostEnvironment.TestAt(place) is { } test ? Replace(assignment.Right, test, place, edit) : SwitchRemoval.TryAdd(assignment, place, edit);
            case InvocationExpressionSyntax call:
                foreach (var argument in call.ArgumentList.Arguments)
                {
                    if (argument.Expression.IsKind(SyntaxKind.TrueLiteralExpression) && HostEnvironment.TestAt(place) is { } isDevelopment)
                        return Replace(argument.Expression, isDevelopment, place, edit);
                }

                if (SwitchRemoval.StatementOf(call) is not { } statement)
                    return false;
                edit.Remove(statement);
                return true;
            default:
                return false;
        }
    }

    private static bool Replace(ExpressionSyntax value, ExpressionSyntax replacement, ReportedPlace place, FileEdit edit)
    {
        edit.Replace(value, replacement);
        UnusedCode.Mark(value, place.Model, edit, place.CancellationToken);
        return true;
    }
}
