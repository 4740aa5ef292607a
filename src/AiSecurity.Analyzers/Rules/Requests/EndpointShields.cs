using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Names;
using AiSecurity.Analyzers.Flow.Pipelines;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Requests;

/// <summary>Filters on routes and groups of routes that ask a shield.</summary>
internal sealed class EndpointShields(ProjectView view, FlowCompilation flow)
{
    public const string Pipeline = "endpoint";

    private readonly IReadOnlyCollection<string> _types = flow.Pipelines.TypesOf(Pipeline);
    private readonly IReadOnlyCollection<SyntaxNode> _steps = flow.Pipelines.StepsOf(Pipeline);
    private readonly bool _isPlaced = flow.Pipelines.StepsOf(Pipeline).Count > 0 || new ShieldSites(flow, Pipeline).Scopes.Count > 0;
    private readonly CallSites _callers = new(view);

    /// <summary>Whether all routes that a function answers have such a filter; what answers none here is called in ways that nobody sees.</summary>
    public bool Cover(SyntaxNode function)
    {
        if (!flow.Pipelines.Covers(Pipeline, "*"))
            return false;
        var mappings = MappingsOf(function).ToList();
        return !_isPlaced || mappings.Count == 0 || !view.Trees.Contains(function.SyntaxTree)
            || mappings.TrueForAll(mapping => LibraryMapping.Is(mapping, view, _callers) || RouteConventions.Of(mapping, view, _callers).Exists(Asks));
    }

    /// <summary>The calls that make a function the handler of a route.</summary>
    private IEnumerable<InvocationExpressionSyntax> MappingsOf(SyntaxNode function)
    {
        var mappings = view.Trees.SelectMany(tree => view.NamesOf(tree).Sites).Where(static site => site.Role == Role.Endpoint).Select(static site => site.Node).OfType<InvocationExpressionSyntax>();
        var name = function switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            LocalFunctionStatementSyntax local => local.Identifier.ValueText,
            _ => null,
        };
        return mappings.Where(call => call.ArgumentList.Arguments.Any(argument => argument.Expression == function || (name is not null && SimpleNames.Of(argument.Expression) == name && IsNamed(function, argument.Expression))));
    }

    private bool IsNamed(SyntaxNode function, ExpressionSyntax name) =>
        view.SymbolOf(name) is IMethodSymbol handler && handler.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(view.CancellationToken) == function);

    /// <summary>Whether a convention adds one of the filters; an object of a type that is not in sight may be any.</summary>
    private bool Asks(InvocationExpressionSyntax convention)
    {
        if (_steps.Contains(convention))
            return true;
        if (view.RowOf(new EndpointSite(convention, SimpleNames.Of(convention.Expression) ?? "", Role.Authorization), Role.Authorization)?["kind"] != "filter")
            return false;
        if (((convention.Expression as MemberAccessExpressionSyntax)?.Name ?? convention.Expression) is GenericNameSyntax { TypeArgumentList.Arguments: var types } && types.Any(type => _types.Contains(SimpleNames.Of(type) ?? "")))
            return true;
        return convention.ArgumentList.Arguments.Any(argument => argument.Expression is not AnonymousFunctionExpressionSyntax
            && (view.ModelOf(convention).GetTypeInfo(argument.Expression, view.CancellationToken).Type is not { TypeKind: TypeKind.Class } made || _types.Contains(made.Name)));
    }
}
