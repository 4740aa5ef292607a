using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Sets one more member in the initializer of a creation, which may have none yet.</summary>
internal static class InitializerInsertion
{
    /// <param name="creation">The creation.</param>
    /// <param name="setting">The assignment as source code has it.</param>
    /// <param name="edit">Takes the change.</param>
    public static void Add(BaseObjectCreationExpressionSyntax creation, string setting, FileEdit edit)
    {
        var member = SyntaxFactory.ParseExpression(setting);
        if (creation.Initializer is { Expressions.Count: > 0 } filled)
            edit.Change(filled, current => ((InitializerExpressionSyntax)current).WithExpressions(SeparatedInsertion.After(((InitializerExpressionSyntax)current).Expressions, filled.Expressions.Count - 1, member)));
        else
            edit.Change(creation, current => Filled((BaseObjectCreationExpressionSyntax)current, member));
    }

    private static SyntaxNode Filled(BaseObjectCreationExpressionSyntax creation, ExpressionSyntax member)
    {
        var open = SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(SyntaxFactory.Space);
        var close = SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(creation.GetTrailingTrivia());
        var initializer = SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression, open, SyntaxFactory.SingletonSeparatedList(member), close);
        var bare = creation.WithInitializer(null);
        return bare.WithTrailingTrivia(SyntaxFactory.Space) is BaseObjectCreationExpressionSyntax spaced ? spaced.WithInitializer(initializer) : creation;
    }
}
