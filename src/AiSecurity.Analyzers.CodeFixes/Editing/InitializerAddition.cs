using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Sets one more member where an object is created.</summary>
internal static class InitializerAddition
{
    public static void Add(BaseObjectCreationExpressionSyntax creation, ExpressionSyntax setting, FileEdit edit)
    {
        if (creation.Initializer is { Expressions.Count: > 0 } filled)
            edit.Change(filled, current => ((InitializerExpressionSyntax)current).WithExpressions(SeparatedInsertion.After(((InitializerExpressionSyntax)current).Expressions, filled.Expressions.Count - 1, setting)));
        else
            edit.Change(creation, current => Filled((BaseObjectCreationExpressionSyntax)current, setting));
    }

    private static SyntaxNode Filled(BaseObjectCreationExpressionSyntax creation, ExpressionSyntax setting)
    {
        var open = SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(SyntaxFactory.Space);
        var close = SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(creation.GetTrailingTrivia());
        var initializer = SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression, open, SyntaxFactory.SingletonSeparatedList(setting), close);
        var bare = creation.WithInitializer(null);
        return bare.WithTrailingTrivia(SyntaxFactory.Space) is BaseObjectCreationExpressionSyntax spaced ? spaced.WithInitializer(initializer) : creation;
    }
}
