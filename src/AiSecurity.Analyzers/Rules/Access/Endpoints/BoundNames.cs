using System;
using System.Collections.Concurrent;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>What names mean that can lead to an endpoint or to a model, kept from the files' own models. Safe for concurrent use.</summary>
/// <param name="whole">All files of the compilation, looked at by name only.</param>
internal sealed class BoundNames(ProjectView whole)
{
    private readonly ConcurrentDictionary<SyntaxNode, ISymbol?> _symbols = new();
    private readonly Lazy<ModelReach> _reach = new(() => new ModelReach(whole));

    public bool TryGet(SyntaxNode node, out ISymbol? symbol) => _symbols.TryGetValue(node, out symbol);

    public void Take(SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var site in whole.NamesOf(model.SyntaxTree).Sites)
            Add(site.Bound);
        foreach (var body in whole.Flow.Names.Of(model.SyntaxTree))
        {
            if (!_reach.Value.Bodies.Contains(body))
                continue;
            foreach (var node in body.Node.DescendantNodesAndSelf())
            {
                if (node is SimpleNameSyntax name && _reach.Value.MayLead(name))
                    Add(ModelReach.SiteOf(name));
            }
        }

        void Add(SyntaxNode node) => _symbols.GetOrAdd(node, _ => Resolve(node, model, cancellationToken));
    }

    /// <summary>The symbol behind a node, also where an argument's type is missing.</summary>
    public static ISymbol? Resolve(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        var info = model.GetSymbolInfo(node, cancellationToken);
        if (info.Symbol is { } symbol)
            return symbol;
        if (CandidateCall.Resolve(node, info, model, cancellationToken) is { } resolved)
            return resolved;
        // All overloads of a convention mean the same.
        return info.CandidateReason == CandidateReason.OverloadResolutionFailure && info.CandidateSymbols.Length > 0 ? info.CandidateSymbols[0] : null;
    }
}
