using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>The call of a model, through a client that has pipelines, which a diagnostic speaks of.</summary>
internal static class PipelineCall
{
    private const int MaxVariables = 8;

    /// <summary>The call, with the place it stands at; null when there is none.</summary>
    public static async Task<(ReportedPlace Place, InvocationExpressionSyntax Call)?> OfAsync(ReportedPlace place, string kind)
    {
        if (Behind(place, kind) is { } call)
            return (place, call);

        // Where an answer comes into the program, when it is another file than the one that it leaves from.
        foreach (var source in place.Diagnostic.AdditionalLocations)
        {
            if (source.SourceTree is { } tree && place.Document.Project.GetDocument(tree) is { } document
                && await ReportedPlace.CreateAsync(document, source.SourceSpan, place.Diagnostic, place.CancellationToken).ConfigureAwait(false) is { } start && Behind(start, kind) is { } first)
                return (start, first);
        }

        return null;
    }

    /// <summary>The whole of <c>response.Text</c> for its last part.</summary>
    private static SyntaxNode WithOwner(SyntaxNode node) => node.Parent is MemberAccessExpressionSyntax access && access.Name == node ? access : node;

    /// <summary>At the place, or in what its variables are made of.</summary>
    private static InvocationExpressionSyntax? Behind(ReportedPlace place, string kind)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var pending = new Queue<SyntaxNode>();
        pending.Enqueue(WithOwner(place.Node));
        while (pending.Count > 0 && seen.Count < MaxVariables)
        {
            var node = pending.Dequeue();
            foreach (var call in node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Concat(node.Ancestors().OfType<InvocationExpressionSyntax>().Take(1)))
            {
                if (place.Model.GetSymbolInfo(call, place.CancellationToken).Symbol is IMethodSymbol method
                    && place.Symbols.RowsOf(method).Any(row => row.Role == Role.ModelCall && row["through"] is { } pipelines && pipelines.Split(',').Contains(kind)))
                    return call;
            }

            foreach (var name in node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
            {
                if (place.Model.GetSymbolInfo(name, place.CancellationToken).Symbol is not ILocalSymbol local || !seen.Add(local))
                    continue;
                if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(place.CancellationToken) is { } declaration
                    && ((declaration as VariableDeclaratorSyntax)?.Initializer?.Value ?? (declaration as ForEachStatementSyntax)?.Expression) is { } value)
                    pending.Enqueue(value);
            }
        }

        return null;
    }
}
