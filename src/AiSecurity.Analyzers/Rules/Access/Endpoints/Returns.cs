using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>What a method of the project gives back.</summary>
internal static class Returns
{
    public static IEnumerable<ExpressionSyntax> Of(ISymbol? symbol, ProjectView view)
    {
        foreach (var reference in symbol?.DeclaringSyntaxReferences ?? ImmutableArray<SyntaxReference>.Empty)
        {
            var declaration = reference.GetSyntax(view.CancellationToken);
            if (!view.Sees(declaration.SyntaxTree))
                continue;
            foreach (var node in declaration.DescendantNodes(static node => node is not LambdaExpressionSyntax))
            {
                if (node is ReturnStatementSyntax { Expression: { } returned })
                    yield return returned;
                else if (node is ArrowExpressionClauseSyntax { Expression: var value } arrow && arrow.Parent == declaration)
                    yield return value;
            }
        }
    }
}
