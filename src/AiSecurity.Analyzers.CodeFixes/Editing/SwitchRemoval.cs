using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Takes out the assignment of a switch; where nothing can be taken out, switches it off.</summary>
internal static class SwitchRemoval
{
    public static bool TryAdd(AssignmentExpressionSyntax assignment, ReportedPlace place, FileEdit edit)
    {
        if (!HarmlessExpression.Is(assignment.Right, place.Model, place.Symbols, place.CancellationToken))
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

    /// <summary>The statement that is this expression and nothing else; null when it is all that an <c>if</c>, a loop or a lambda does.</summary>
    public static SyntaxNode? StatementOf(ExpressionSyntax expression) => expression.Parent is not ExpressionStatementSyntax statement
        ? null
        : statement.Parent switch
        {
            GlobalStatementSyntax global => global,
            BlockSyntax => statement,
            _ => null,
        };
}
