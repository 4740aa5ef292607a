using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>One variable of <c>var (endpoint, key) = (settings["Endpoint"], settings["Key"]);</c></summary>
/// <param name="Designation">Its name.</param>
/// <param name="Statement">The declaration of all.</param>
/// <param name="Index">Which of them it is.</param>
/// <param name="Value">What it is given.</param>
internal sealed record DeconstructedVariable(SingleVariableDesignationSyntax Designation, ExpressionStatementSyntax Statement, int Index, ExpressionSyntax Value)
{
    /// <summary>Null when its value does not stand on its own.</summary>
    public static DeconstructedVariable? Of(SingleVariableDesignationSyntax variable) =>
        variable.Parent is ParenthesizedVariableDesignationSyntax { Variables: var variables, Parent: DeclarationExpressionSyntax { Parent: AssignmentExpressionSyntax { Right: TupleExpressionSyntax tuple, Parent: ExpressionStatementSyntax statement } } }
        && variables.Count > 1 && tuple.Arguments.Count == variables.Count
            ? new(variable, statement, variables.IndexOf(variable), tuple.Arguments[variables.IndexOf(variable)].Expression)
            : null;

    /// <summary>Takes the variable and its value out.</summary>
    public void Remove(FileEdit edit)
    {
        var index = Index;
        edit.Change(Statement, current => Without((ExpressionStatementSyntax)current, index));
    }

    private static StatementSyntax Without(ExpressionStatementSyntax statement, int index)
    {
        var assignment = (AssignmentExpressionSyntax)statement.Expression;
        var declaration = (DeclarationExpressionSyntax)assignment.Left;
        var names = (ParenthesizedVariableDesignationSyntax)declaration.Designation;
        var tuple = (TupleExpressionSyntax)assignment.Right;
        if (names.Variables.Count > 2)
            return statement.WithExpression(assignment
                .WithLeft(declaration.WithDesignation(names.WithVariables(names.Variables.RemoveAt(index))))
                .WithRight(tuple.WithArguments(tuple.Arguments.RemoveAt(index))));

        // A tuple of one is none.
        var name = ((SingleVariableDesignationSyntax)names.Variables[1 - index]).Identifier.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space);
        var equals = assignment.OperatorToken.WithTrailingTrivia(SyntaxFactory.Space);
        var value = SyntaxFactory.EqualsValueClause(equals, tuple.Arguments[1 - index].Expression.WithoutTrivia());
        var only = SyntaxFactory.VariableDeclarator(name, null, value);
        return SyntaxFactory.LocalDeclarationStatement(SyntaxFactory.VariableDeclaration(declaration.Type, SyntaxFactory.SingletonSeparatedList(only)))
            .WithSemicolonToken(statement.SemicolonToken);
    }
}
