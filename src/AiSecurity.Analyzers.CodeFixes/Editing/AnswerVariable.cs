using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>The local variable that holds the answer which a text is taken from.</summary>
internal static class AnswerVariable
{
    private const int MaxVariables = 8;

    /// <summary>The first variable, also by way of others, whose type has what is asked for.</summary>
    public static (string Name, T Found)? Of<T>(ExpressionSyntax text, ReportedPlace place, Func<ITypeSymbol, T?> find)
        where T : class
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<SyntaxNode>();
        pending.Enqueue(text);
        while (pending.Count > 0 && seen.Count < MaxVariables)
        {
            foreach (var name in pending.Dequeue().DescendantNodesAndSelf(static node => node is not AnonymousFunctionExpressionSyntax).OfType<IdentifierNameSyntax>())
            {
                if (place.Model.GetSymbolInfo(name, place.CancellationToken).Symbol is not ILocalSymbol local || !seen.Add(local) || local.DeclaringSyntaxReferences.IsEmpty)
                    continue;
                if (ScopedSymbols.IsUsable(local, text.SpanStart, place.Model, place.CancellationToken) && find(local.Type) is { } found)
                    return (local.Name, found);
                if (local.DeclaringSyntaxReferences[0].GetSyntax(place.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value })
                    pending.Enqueue(value);
            }
        }

        return null;
    }
}
