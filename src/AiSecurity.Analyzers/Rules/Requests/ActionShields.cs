using System;
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

/// <summary>Filters of actions and controllers that ask a shield: those that attributes name, and those for all.</summary>
internal sealed class ActionShields
{
    public const string Pipeline = "action";

    private readonly ProjectView _view;
    private readonly IReadOnlyCollection<string> _types;

    /// <summary>Whether the filter is everybody's, as code says that names it; one that no attribute names either is placed in a way that nobody sees here.</summary>
    private readonly Lazy<bool> _isForAll;

    public ActionShields(ProjectView view, FlowCompilation flow)
    {
        (_view, _types) = (view, flow.Pipelines.TypesOf(Pipeline));
        _isForAll = new(() => _types.Count > 0 && (new ShieldSites(flow, Pipeline).Scopes.Count > 0 || !view.Trees.Any(IsNamedIn)));
    }

    /// <summary>The action that a function is; null for other functions.</summary>
    public IMethodSymbol? ActionAt(SyntaxNode function)
    {
        if (function is not MethodDeclarationSyntax || !_view.Trees.Contains(function.SyntaxTree) || _view.ModelOf(function).GetDeclaredSymbol(function, _view.CancellationToken) is not IMethodSymbol method)
            return null;
        return TypesOf(method).Any(type => _view.RowOf(type, Role.Endpoint)?["kind"] == "action" || type.GetAttributes().Any(attribute => _view.RowOf(attribute.AttributeClass, Role.Endpoint)?["kind"] == "action")) ? method : null;
    }

    /// <summary>Whether a filter stands before an action: by an attribute of its own, of what it overrides, of its type or a base of that.</summary>
    public bool Cover(IMethodSymbol action)
    {
        if (_isForAll.Value || TypesOf(action).Any(IsFiltered))
            return true;
        for (IMethodSymbol? current = action; current is not null; current = current.OverriddenMethod)
        {
            if (IsFiltered(current))
                return true;
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
            yield return type;
    }

    private bool IsFiltered(ISymbol member) => member.GetAttributes().Any(attribute => IsFilter(attribute.AttributeClass?.Name) || attribute.ConstructorArguments.Any(argument => argument.Kind == TypedConstantKind.Type && IsFilter((argument.Value as ITypeSymbol)?.Name)));

    private bool IsNamedIn(SyntaxTree tree) => tree.GetRoot(_view.CancellationToken).DescendantNodes().OfType<AttributeSyntax>()
        .Any(attribute => IsFilter(SimpleNames.Of(attribute.Name)) || IsFilter(SimpleNames.Of(attribute.Name) + nameof(Attribute))
            || attribute.DescendantNodes().OfType<TypeOfExpressionSyntax>().Any(type => IsFilter(SimpleNames.Of(type.Type))));

    private bool IsFilter(string? type) => type is not null && _types.Contains(type);
}
