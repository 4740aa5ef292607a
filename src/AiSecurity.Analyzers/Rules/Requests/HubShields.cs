using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Names;
using AiSecurity.Analyzers.Flow.Pipelines;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Requests;

/// <summary>Filters of hubs that ask a shield: those for all hubs, and those that the options of one hub add.</summary>
internal sealed class HubShields
{
    public const string Pipeline = "hub";

    private readonly ProjectView _view;

    /// <summary>The hubs whose own options add a filter; null where one is for all, or nobody sees where it is added.</summary>
    private readonly HashSet<string>? _hubs = [];

    public HubShields(ProjectView view, FlowCompilation flow)
    {
        _view = view;
        var types = flow.Pipelines.TypesOf(Pipeline);
        foreach (var body in flow.Names.All.Where(body => types.Any(body.Mentions.Contains)))
        {
            foreach (var name in body.Node.DescendantNodes().OfType<SimpleNameSyntax>().Where(name => types.Contains(name.Identifier.ValueText) && IsAdded(name)))
            {
                if (HubOf(name) is { } hub)
                    _hubs?.Add(hub);
                else
                    _hubs = null;
            }
        }

        if (_hubs is { Count: 0 })
            _hubs = null;
    }

    /// <summary>The hub whose clients call a function; null for other functions.</summary>
    public INamedTypeSymbol? HubAt(SyntaxNode function)
    {
        if (function is not MethodDeclarationSyntax || !_view.Trees.Contains(function.SyntaxTree))
            return null;
        var hub = _view.ModelOf(function).GetDeclaredSymbol(function, _view.CancellationToken)?.ContainingType;
        for (var type = hub; type is not null; type = type.BaseType)
        {
            if (_view.RowOf(type, Role.Endpoint)?["kind"] == Pipeline)
                return hub;
        }

        return null;
    }

    public bool Cover(INamedTypeSymbol hub) => _hubs is null || _hubs.Contains(hub.Name);

    /// <summary>A container that makes the filter adds it to nothing, and neither does the filter itself.</summary>
    private bool IsAdded(SimpleNameSyntax name) => name.Ancestors().OfType<InvocationExpressionSyntax>().FirstOrDefault() is { } call && ServiceRegistration.Of(call, _view.Symbols.Catalog) is null
        && name.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText != name.Identifier.ValueText;

    /// <summary>The type argument of the call whose options a filter is added to: <c>AddHubOptions&lt;ChatHub&gt;</c>.</summary>
    private static string? HubOf(SyntaxNode name) => name.Ancestors().OfType<LambdaExpressionSyntax>().Select(static options => options.Parent?.Parent?.Parent).OfType<InvocationExpressionSyntax>()
        .Select(static call => ((call.Expression as MemberAccessExpressionSyntax)?.Name as GenericNameSyntax)?.TypeArgumentList.Arguments[0]).OfType<TypeSyntax>().Select(SimpleNames.Of).FirstOrDefault();
}
