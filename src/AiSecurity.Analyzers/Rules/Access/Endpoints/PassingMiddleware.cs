using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>Middleware that calls the next one whatever it has found: what it sets as a status turns nobody away.</summary>
internal static class PassingMiddleware
{
    /// <summary>Whether the innermost function around a token, inside a body, is one.</summary>
    public static bool Holds(SyntaxToken token, SyntaxNode body)
    {
        for (var node = token.Parent; node is not null; node = node.Parent)
        {
            var block = node switch
            {
                AnonymousFunctionExpressionSyntax function => function.Block,
                BaseMethodDeclarationSyntax method => method.Body,
                LocalFunctionStatementSyntax local => local.Body,
                _ => null,
            };
            if (block is not null)
                return GoesOn(block);
            if (node == body)
                return false;
        }

        return false;
    }

    private static bool GoesOn(BlockSyntax block)
    {
        if (block.Statements.Count == 0)
            return false;
        var last = block.Statements[block.Statements.Count - 1];
        var call = last switch
        {
            ExpressionStatementSyntax statement => statement.Expression,
            ReturnStatementSyntax { Expression: { } returned } => returned,
            _ => null,
        };
        if (Awaited(call) is not InvocationExpressionSyntax { Expression: var called } || !IsNext(called))
            return false;

        foreach (var node in block.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if (node != last && node is ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax)
                return false;
        }

        return true;
    }

    private static ExpressionSyntax? Awaited(ExpressionSyntax? expression)
    {
        if (expression is AwaitExpressionSyntax awaited)
            expression = awaited.Expression;
        return expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var task } } ? task : expression;
    }

    /// <summary><c>next(context)</c>, <c>_next.Invoke(context)</c>.</summary>
    private static bool IsNext(ExpressionSyntax called)
    {
        if (called is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Expression: var invoked })
            called = invoked;
        return EndpointNames.NameOf(called)?.TrimStart('_').Equals("next", StringComparison.OrdinalIgnoreCase) == true;
    }
}
