using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Graph;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Requests;

/// <summary>Filters of the project that look at the requests of some endpoints and actions: whether the one that a text comes in by has such a filter. What cannot be told has.</summary>
internal sealed class RequestShields
{
    private readonly Lazy<FlowCompilation> _flow;
    private readonly CancellationToken _cancellationToken;
    private readonly Lazy<ActionShields> _actions;
    private readonly Lazy<EndpointShields> _endpoints;
    private readonly Dictionary<SyntaxNode, bool> _known = [];

    public RequestShields(AiCompilation compilation, Compilation sources, Lazy<FlowCompilation> flow, CancellationToken cancellationToken)
    {
        (_flow, _cancellationToken) = (flow, cancellationToken);
        var view = new Lazy<ProjectView>(() => ProjectView.OfSolution(compilation, sources, [.. sources.SyntaxTrees], cancellationToken));
        _actions = new(() => new ActionShields(view.Value, flow.Value));
        _endpoints = new(() => new EndpointShields(view.Value, flow.Value));
    }

    /// <summary>Whether a request was looked at before the function that takes a text from it is called.</summary>
    public bool Cover(FlowArrival arrival, bool isWhole)
    {
        if (!_flow.Value.Pipelines.Covers(EndpointShields.Pipeline, "*") && !_flow.Value.Pipelines.Covers(ActionShields.Pipeline, "*"))
            return false;
        // Where the filters are placed, other files may say.
        if (!isWhole || FunctionOf(arrival.Source) is not { } function)
            return true;
        if (!_known.TryGetValue(function, out var isCovered))
            _known.Add(function, isCovered = _actions.Value.ActionAt(function) is { } action ? _actions.Value.Cover(action) : _endpoints.Value.Cover(function));
        return isCovered;
    }

    private SyntaxNode? FunctionOf(FlowNode source) => source.Root is { Symbol: IParameterSymbol { ContainingSymbol: IMethodSymbol method } }
        ? method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellationToken)
        : source.Root.Site?.Ancestors().FirstOrDefault(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax);
}
