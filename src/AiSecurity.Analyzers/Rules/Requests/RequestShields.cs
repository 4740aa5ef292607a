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
    /// <summary>The middleware of bots; rows of what their activities hold name it.</summary>
    private const string Turns = "turn";

    private readonly Lazy<FlowCompilation> _flow;
    private readonly CancellationToken _cancellationToken;
    private readonly Lazy<ActionShields> _actions;
    private readonly Lazy<EndpointShields> _endpoints;
    private readonly Lazy<HubShields> _hubs;
    private readonly Lazy<ProjectView> _view;
    private readonly Dictionary<SyntaxNode, bool> _known = [];

    public RequestShields(AiCompilation compilation, Compilation sources, Lazy<FlowCompilation> flow, CancellationToken cancellationToken)
    {
        (_flow, _cancellationToken) = (flow, cancellationToken);
        _view = new(() => ProjectView.OfSolution(compilation, sources, [.. sources.SyntaxTrees], cancellationToken));
        _actions = new(() => new ActionShields(_view.Value, flow.Value));
        _endpoints = new(() => new EndpointShields(_view.Value, flow.Value));
        _hubs = new(() => new HubShields(_view.Value, flow.Value));
    }

    /// <summary>Whether a request was looked at before the function that takes a text from it is called.</summary>
    public bool Cover(FlowArrival arrival, bool isWhole)
    {
        var pipelines = _flow.Value.Pipelines;
        if (pipelines.Covers(Turns, "*") && IsOfTurn(arrival.Source))
            return true;
        var hasHubs = pipelines.Covers(HubShields.Pipeline, "*");
        if (!hasHubs && !pipelines.Covers(EndpointShields.Pipeline, "*") && !pipelines.Covers(ActionShields.Pipeline, "*"))
            return false;
        // Where the filters are placed, other files may say.
        if (!isWhole || FunctionOf(arrival.Source) is not { } function)
            return true;
        if (!_known.TryGetValue(function, out var isCovered))
            _known.Add(function, isCovered = IsCovered(function, hasHubs));
        return isCovered;
    }

    private bool IsCovered(SyntaxNode function, bool hasHubs)
    {
        if (hasHubs && _hubs.Value.HubAt(function) is { } hub)
            return _hubs.Value.Cover(hub);
        return _actions.Value.ActionAt(function) is { } action ? _actions.Value.Cover(action) : _endpoints.Value.Cover(function);
    }

    /// <summary>Whether a text is what somebody wrote to a bot, which its middleware gets first.</summary>
    private bool IsOfTurn(FlowNode source) => source.Root.Site is { } site && _view.Value.Trees.Contains(site.SyntaxTree)
        && _view.Value.SymbolOf(site) is { } read && _view.Value.Symbols.RowsOf(read).Any(static row => row["covers"] == Turns);

    private SyntaxNode? FunctionOf(FlowNode source) => source.Root is { Symbol: IParameterSymbol { ContainingSymbol: IMethodSymbol method } }
        ? method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_cancellationToken)
        : source.Root.Site?.Ancestors().FirstOrDefault(static node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax);
}
