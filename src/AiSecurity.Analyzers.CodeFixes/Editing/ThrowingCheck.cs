using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary><c>if (condition) leave;</c> in the shape that the code around it has.</summary>
internal static class ThrowingCheck
{
    private const string ExceptionType = "System.InvalidOperationException";

    /// <summary>The check, with what is done when the condition holds on a line of its own.</summary>
    public static IfStatementSyntax If(ExpressionSyntax condition, StatementSyntax leave, StatementSyntax neighbour)
    {
        var lineEnd = neighbour.DescendantTrivia().Concat(neighbour.SyntaxTree.GetRoot().DescendantTrivia()).FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var indentation = neighbour.GetLeadingTrivia().LastOrDefault();
        var outer = indentation.IsKind(SyntaxKind.WhitespaceTrivia) ? indentation.ToString() : "";
        var inner = outer + (outer.Length > 0 && outer[0] == '\t' ? "\t" : "    ");
        return SyntaxFactory.IfStatement(
            SyntaxFactory.Token(SyntaxKind.IfKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.OpenParenToken),
            condition.WithoutTrivia(),
            SyntaxFactory.Token(SyntaxKind.CloseParenToken).WithTrailingTrivia(lineEnd.IsKind(SyntaxKind.EndOfLineTrivia) ? lineEnd : SyntaxFactory.LineFeed),
            leave.WithLeadingTrivia(SyntaxFactory.Whitespace(inner)),
            @else: null);
    }

    /// <summary><c>throw new InvalidOperationException("...");</c></summary>
    public static StatementSyntax? Throw(string message, ReportedPlace place)
    {
        if (place.Symbols.FindType(ExceptionType) is not { } type)
            return null;

        var creation = (ExpressionSyntax)place.Generator.ObjectCreationExpression(place.Types.To(type), place.Generator.LiteralExpression(message));
        return SyntaxFactory.ThrowStatement(SyntaxFactory.Token(SyntaxKind.ThrowKeyword).WithTrailingTrivia(SyntaxFactory.Space), creation, SyntaxFactory.Token(SyntaxKind.SemicolonToken));
    }
}
