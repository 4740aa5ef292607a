using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC204: takes out what switches the encoding off; where nothing can be taken out, switches it on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class TemplateEncodingFix() : PlaceFix(RuleIds.TemplateEncoding, "Keep the encoding on", "encode")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit)
    {
        if (place.Node is not AssignmentExpressionSyntax assignment || !HarmlessExpression.Is(assignment.Right, place.Model, place.Symbols, place.CancellationToken))
            return false;

        if (assignment.Parent is InitializerExpressionSyntax initializer)
            InitializerMember.Remove(initializer, assignment, edit);
        else if (HarmlessExpression.Is(assignment.Left, place.Model, place.Symbols, place.CancellationToken) && StatementOf(assignment) is { } statement)
            edit.Remove(statement);
        else
            edit.Replace(assignment.Right, SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression));

        UnusedCode.Mark(assignment.Right, place.Model, edit, place.CancellationToken);
        return true;
    }

    /// <summary>The statement that is this assignment and nothing else; null when it is all that an <c>if</c>, a loop or a lambda does.</summary>
    private static SyntaxNode? StatementOf(AssignmentExpressionSyntax assignment) => assignment.Parent is not ExpressionStatementSyntax statement
        ? null
        : statement.Parent switch
        {
            GlobalStatementSyntax global => global,
            BlockSyntax => statement,
            _ => null,
        };
}
