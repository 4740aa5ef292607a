using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>What the function around a place allows new calls there to do.</summary>
internal static class CallingFunction
{
    /// <summary>The innermost lambda, local function, top-level statement or member.</summary>
    public static SyntaxNode? Of(SyntaxNode node) =>
        node.FirstAncestorOrSelf<SyntaxNode>(static candidate => candidate is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax or MemberDeclarationSyntax);

    public static bool CanAwait(SyntaxNode node) => Of(node) switch
    {
        AnonymousFunctionExpressionSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
        GlobalStatementSyntax => true,
        MemberDeclarationSyntax member => member.Modifiers.Any(SyntaxKind.AsyncKeyword),
        _ => false,
    };

    /// <summary>A cancellation token in scope; null when there is none.</summary>
    public static ExpressionSyntax? Cancellation(ReportedPlace place)
    {
        foreach (var symbol in place.Model.LookupSymbols(place.Node.SpanStart))
        {
            if (symbol is IParameterSymbol { Type: { Name: "CancellationToken" } } or ILocalSymbol { Type: { Name: "CancellationToken" } } && ScopedSymbols.IsUsable(symbol, place.Node.SpanStart, place.Model, place.CancellationToken))
                return SyntaxFactory.IdentifierName(symbol.Name);
        }

        return null;
    }

    /// <summary>Awaits a task, or waits for it where nothing can be awaited.</summary>
    public static ExpressionSyntax Finish(ExpressionSyntax task, bool canAwait)
    {
        if (canAwait)
            return SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), task);

        var awaiter = SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, task, SyntaxFactory.IdentifierName("GetAwaiter")));
        return SyntaxFactory.InvocationExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, awaiter, SyntaxFactory.IdentifierName("GetResult")));
    }
}
