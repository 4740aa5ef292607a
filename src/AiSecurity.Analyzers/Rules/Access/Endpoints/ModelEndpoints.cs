using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>The endpoints with an AI service behind them, found once for all rules: those that a file tells by itself while it is typed, all of them at the end. Safe for concurrent use.</summary>
internal sealed class ModelEndpoints
{
    private readonly AiCompilation _compilation;
    private readonly FlowCompilation _flow;
    private readonly BoundNames _bound;
    private readonly bool _answersNobody;
    private readonly ConcurrentDictionary<SyntaxTree, bool> _files = new();
    private readonly object _end = new();
    private ImmutableArray<ModelEndpoint> _all;

    private ModelEndpoints(AiCompilation compilation, Compilation whole, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _flow = FlowFactStore.For(compilation, whole, cancellationToken).Shared;
        _bound = BoundNames.For(compilation, whole, cancellationToken);
        _answersNobody = !whole.SyntaxTrees.Any(tree => EndpointNames.Of(tree, compilation.Symbols.Catalog, cancellationToken).MayAnswer);
    }

    public static ModelEndpoints For(AiCompilation compilation, Compilation whole, CancellationToken cancellationToken) =>
        compilation.Once(() => new ModelEndpoints(compilation, whole, cancellationToken));

    public ImmutableArray<ModelEndpoint> Of(SemanticModelAnalysisContext file) => _answersNobody
        ? ImmutableArray<ModelEndpoint>.Empty
        : _compilation.PerFile(file.SemanticModel.SyntaxTree, () => Find(file));

    public ImmutableArray<ModelEndpoint> OfAll(Compilation whole, CancellationToken cancellationToken)
    {
        if (_answersNobody)
            return ImmutableArray<ModelEndpoint>.Empty;

        lock (_end)
        {
            if (!_all.IsDefault)
                return _all;

            // A file that is only typed in is not the whole.
            var trees = whole.SyntaxTrees.Where(_files.ContainsKey).ToImmutableArray();
            var view = ProjectView.OfSolution(_compilation, whole, trees, cancellationToken, _bound);
            return _all = EndpointFinder.Find(view).ToImmutableArray();
        }
    }

    private ImmutableArray<ModelEndpoint> Find(SemanticModelAnalysisContext file)
    {
        var tree = file.SemanticModel.SyntaxTree;
        _files[tree] = true;
        _bound.Take(file.SemanticModel, file.CancellationToken);
        return OwnFile.Tells(_compilation, file)
            ? EndpointFinder.Find(ProjectView.OfFile(_compilation, file)).ToImmutableArray()
            : ImmutableArray<ModelEndpoint>.Empty;
    }
}
