using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>The endpoints of a project that have an AI service behind them, and what stands before each.</summary>
internal sealed class EndpointFinder
{
    private readonly ProjectView _view;
    private readonly ModelReach _reach;
    private readonly LimiterReach _limiters;
    private readonly CallSites _callers;
    private readonly Lazy<ProjectGuards> _authorization;
    private readonly Lazy<ProjectGuards> _limits;
    private readonly List<Mapping> _mappings = [];

    /// <summary>Found once for each mapping: one maps all controllers.</summary>
    private readonly Dictionary<SyntaxNode, List<InvocationExpressionSyntax>> _conventions = [];

    private EndpointFinder(ProjectView view, ModelReach reach)
    {
        _view = view;
        _reach = reach;
        _limiters = new LimiterReach(view);
        _callers = new CallSites(view);
        _authorization = new(() => ProjectGuards.Of(Role.Authorization, view));
        _limits = new(() => ProjectGuards.Of(Role.RateLimit, view));
        foreach (var site in view.Trees.SelectMany(tree => view.NamesOf(tree).Sites))
        {
            if (site.Role == Role.Endpoint && site.Node is InvocationExpressionSyntax call && view.RowOf(site, Role.Endpoint)?["kind"] is { } kind and not "group")
                _mappings.Add(new Mapping(call, site.Name, kind));
        }
    }

    public static IEnumerable<ModelEndpoint> Find(ProjectView view)
    {
        var reach = new ModelReach(view);
        // Where no name can mean a model, nothing is bound at all.
        if (reach.Bodies.Count == 0 && !view.Trees.Any(tree => view.NamesOf(tree).Sites.Any(static site => site.IsAgent)))
            return [];

        var found = new EndpointFinder(view, reach).Find().ToList();
        return found.Count == 0 || LoopbackServer.Is(view) ? [] : [.. found, .. OpenOrigins.Beside(found, view)];
    }

    private IEnumerable<ModelEndpoint> Find()
    {
        foreach (var mapping in _mappings)
        {
            if (mapping.Kind is "route" or "agent" && !RunsInDevelopment(mapping.Call, 0) && (mapping.Kind == "agent" || (mapping.Handler is { } handler && _reach.From(handler)))
                && !LibraryMapping.Is(mapping.Call, _view, _callers))
                yield return OfMapping(mapping);
        }

        var hubs = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var endpoint in new EndpointMethods(_view, _reach).Find())
        {
            hubs.Add(endpoint.Method.ContainingType);
            if (!IsMappedInDevelopment(endpoint))
                yield return OfMethod(endpoint);
        }

        foreach (var mapping in new AnsweringHubs(_view, _reach).Find(_mappings, hubs))
        {
            if (!RunsInDevelopment(mapping.Call, 0))
                yield return OfMapping(mapping);
        }
    }

    private ModelEndpoint OfMapping(Mapping mapping)
    {
        var conventions = ConventionsOf(mapping);
        return new ModelEndpoint(EndpointMethods.NameIn(mapping.Call).Identifier.GetLocation(), mapping.Name, mapping.Kind, Of(Role.Authorization, _authorization), Of(Role.RateLimit, _limits));

        EndpointAccess Of(Role role, Lazy<ProjectGuards> guards)
        {
            var access = EndpointAccess.ByConventions(conventions, mapping.Call, role, _view);
            if (mapping.Kind == "route" && mapping.Handler is { } handler)
                access = access.And(ByHandler(handler, role)).And(ByLimiter(handler, role));
            if (mapping.Kind == "hub" && mapping.TypeArgument(_view) is { } hub)
                access = access.And(EndpointAccess.ByType(hub, role, _view));
            return By(access, guards.Value, isMvc: false);
        }
    }

    private List<InvocationExpressionSyntax> ConventionsOf(Mapping mapping)
    {
        if (!_conventions.TryGetValue(mapping.Call, out var known))
            _conventions.Add(mapping.Call, known = RouteConventions.Of(mapping.Call, _view, _callers));
        return known;
    }

    private ModelEndpoint OfMethod(EndpointMethod endpoint)
    {
        return new ModelEndpoint(endpoint.Declaration.Identifier.GetLocation(), endpoint.Method.Name, endpoint.Kind, Of(Role.Authorization, _authorization), Of(Role.RateLimit, _limits));

        EndpointAccess Of(Role role, Lazy<ProjectGuards> guards)
        {
            var access = EndpointAccess.ByAttributes(endpoint.Method, role, _view);
            access = access.And(ByLimiter(endpoint.Declaration, role));
            if (Refusal.In((SyntaxNode?)endpoint.Declaration.Body ?? endpoint.Declaration.ExpressionBody, role))
                access = access.And(EndpointAccess.Refusing);
            var mappings = MappingsOf(endpoint);
            if (mappings.Count > 0)
            {
                var ways = mappings.ConvertAll(mapping => EndpointAccess.ByConventions(ConventionsOf(mapping), mapping.Call, role, _view));
                access = access.And(new EndpointAccess(ways.TrueForAll(static way => way.IsGuarded), ways.Find(static way => way.Opening is not null).Opening, ways.TrueForAll(static way => way.Refuses)));
            }

            return By(access, guards.Value, isMvc: endpoint.Kind is "action" or "page");
        }
    }

    /// <summary>An opened endpoint steps out of policies; middleware and filters of the project are asked all the same.</summary>
    private static EndpointAccess By(EndpointAccess access, ProjectGuards guards, bool isMvc)
    {
        if (access.Refuses || guards.HasMiddleware || (isMvc && guards.HasMvcFilter && access.Opening is null))
            return new EndpointAccess(true, null);
        return access with { IsGuarded = access.IsGuarded || guards.HasFallback };
    }

    private EndpointAccess ByHandler(ExpressionSyntax handler, Role role)
    {
        var info = _view.ModelOf(handler).GetSymbolInfo(handler, _view.CancellationToken);
        if ((info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is not { } symbol)
            return handler is AnonymousFunctionExpressionSyntax && Refusal.In(handler, role) ? EndpointAccess.Refusing : default;

        var access = EndpointAccess.Of(symbol.GetAttributes(), role, _view);
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            if (symbol is IMethodSymbol or ILocalSymbol && Refusal.In(reference.GetSyntax(_view.CancellationToken), role))
                return access.And(EndpointAccess.Refusing);
        }

        return access;
    }

    private EndpointAccess ByLimiter(SyntaxNode handler, Role role) => role == Role.RateLimit && _limiters.From(handler) ? EndpointAccess.Refusing : default;

    private List<Mapping> MappingsOf(EndpointMethod endpoint) => endpoint.Kind switch
    {
        "action" => _mappings.FindAll(static mapping => mapping.Kind == "controllers"),
        "page" => _mappings.FindAll(static mapping => mapping.Kind == "pages"),
        "hub" or "grpc" => _mappings.FindAll(mapping => mapping.Kind == endpoint.Kind && SymbolEqualityComparer.Default.Equals(mapping.TypeArgument(_view), endpoint.Method.ContainingType)),
        _ => [],
    };

    private bool IsMappedInDevelopment(EndpointMethod endpoint) => _view.IsDevelopment(endpoint.Declaration)
        || (MappingsOf(endpoint) is { Count: > 0 } mappings && mappings.TrueForAll(mapping => RunsInDevelopment(mapping.Call, 0)));

    /// <summary>Whether a call is made on a developer's machine only, by what stands around it or around all calls of its method.</summary>
    private bool RunsInDevelopment(SyntaxNode call, int depth)
    {
        if (_view.IsDevelopment(call))
            return true;
        if (depth > 5)
            return false;
        var callers = _callers.Of(call).ToList();
        return callers.Count > 0 && callers.TrueForAll(caller => RunsInDevelopment(caller, depth + 1));
    }
}
