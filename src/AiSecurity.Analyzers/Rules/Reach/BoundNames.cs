using System;
using System.Collections.Concurrent;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Reach;

/// <summary>What names mean that can lead to an endpoint or to a model, kept from the files' own models for the end of the compilation. Safe for concurrent use.</summary>
internal sealed class BoundNames
{
    /// <summary>An editor looks at a file or two of a compilation, a build at all of them.</summary>
    private const int FilesOfAnEditor = 2;

    private readonly ProjectView _whole;
    private readonly Lazy<ModelReach> _reach;
    private readonly ConcurrentDictionary<SyntaxNode, ISymbol?> _symbols = new();
    private readonly ConcurrentDictionary<SyntaxTree, bool> _files = new();

    private BoundNames(ProjectView whole) => (_whole, _reach) = (whole, new Lazy<ModelReach>(() => new ModelReach(whole)));

    public static BoundNames For(AiCompilation compilation, Compilation whole, CancellationToken cancellationToken) => compilation.Once(() =>
        new BoundNames(new ProjectView(compilation, FlowFactStore.For(compilation, whole, cancellationToken).Shared, whole.LateModelOf, [.. whole.SyntaxTrees], CancellationToken.None)));

    public bool TryGet(SyntaxNode node, out ISymbol? symbol) => _symbols.TryGetValue(node, out symbol);

    /// <summary>Keeps what the end will ask for of a file: it costs least while the compiler has bound the file.</summary>
    public void Take(SemanticModel model, CancellationToken cancellationToken)
    {
        if (!_files.TryAdd(model.SyntaxTree, true) || _files.Count <= FilesOfAnEditor)
            return;

        foreach (var site in _whole.NamesOf(model.SyntaxTree).Sites)
            Add(site.Bound);
        foreach (var body in _whole.Flow.Names.Of(model.SyntaxTree))
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
        return info.Symbol ?? CandidateCall.ResolveAny(node, info, model, cancellationToken);
    }
}
