using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>What stands before an endpoint, of one role.</summary>
/// <param name="IsGuarded">Whether something lets only known callers, or only so many, through.</param>
/// <param name="Opening">What takes that back for everybody; null where nothing does.</param>
/// <param name="Refuses">Whether code of the project turns callers away by itself, whatever opens the endpoint.</param>
internal readonly record struct EndpointAccess(bool IsGuarded, SyntaxNode? Opening, bool Refuses = false)
{
    public static EndpointAccess Refusing { get; } = new(false, null, true);

    public EndpointAccess And(EndpointAccess other) => new(IsGuarded || other.IsGuarded, Opening ?? other.Opening, Refuses || other.Refuses);

    /// <summary>By the calls that hold for a mapping.</summary>
    public static EndpointAccess ByConventions(IEnumerable<InvocationExpressionSyntax> conventions, SyntaxNode mapping, Role role, ProjectView view)
    {
        var access = default(EndpointAccess);
        foreach (var call in conventions)
        {
            var name = EndpointNames.NameOf(call.Expression) ?? "";
            if (view.RowOf(new EndpointSite(call, name, Role.Authorization), Role.Authorization) is { } authorization && authorization["kind"] == "filter")
            {
                if (Guards(call, role, view) && ConditionalCode.Holds(call, mapping, view))
                    access = access with { Refuses = true };
                continue;
            }

            if (view.RowOf(new EndpointSite(call, name, role), role) is not { } row || row["kind"] is not null)
                continue;
            if (row["good"] != "false")
                access = access with { IsGuarded = access.IsGuarded || ConditionalCode.Holds(call, mapping, view) };
            else if (access.Opening is null && !view.IsDevelopment(call))
                access = access with { Opening = call };
        }

        return access;
    }

    /// <summary>By attributes of a member, of what it overrides, of its type and of the base types.</summary>
    public static EndpointAccess ByAttributes(ISymbol member, Role role, ProjectView view)
    {
        var access = default(EndpointAccess);
        for (ISymbol? current = member; current is not null; current = (current as IMethodSymbol)?.OverriddenMethod)
            access = access.And(Of(current.GetAttributes(), role, view));
        return access.And(ByType(member.ContainingType, role, view));
    }

    public static EndpointAccess ByType(ITypeSymbol type, Role role, ProjectView view)
    {
        var access = default(EndpointAccess);
        for (var current = type; current is not null; current = current.BaseType)
            access = access.And(Of(current.GetAttributes(), role, view));
        return access;
    }

    public static EndpointAccess Of(IEnumerable<AttributeData> attributes, Role role, ProjectView view)
    {
        var access = default(EndpointAccess);
        foreach (var attribute in attributes)
        {
            var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(view.CancellationToken);
            if (attribute.AttributeClass is not { } type)
                continue;
            // One attribute can be both: what lets everybody through wins.
            var rows = view.Symbols.RowOf(type, role);
            if (rows is { } row && row["kind"] is null)
            {
                if (row["good"] != "false")
                    access = access with { IsGuarded = true };
                else if (syntax is not null && !view.IsDevelopment(syntax))
                    access = access with { Opening = syntax };
            }
            else if (type is IErrorTypeSymbol)
            {
                access = access with { IsGuarded = access.IsGuarded || (role == Role.Authorization && type.Name.Contains("Authorize")) };
            }
            else if ((!type.DeclaringSyntaxReferences.IsEmpty && Refusal.By(type, role, view)) || NamesFilter(syntax, role, view))
            {
                access = access with { Refuses = true };
            }
        }

        return access;
    }

    /// <summary>Whether a filter or middleware is added that can turn a caller away: by its type argument, an object, a type or a function.</summary>
    public static bool Guards(InvocationExpressionSyntax call, Role role, ProjectView view)
    {
        if (call.Expression.DescendantNodesAndSelf().OfType<GenericNameSyntax>().LastOrDefault() is { Parent: not TypeArgumentListSyntax } generic && generic.TypeArgumentList.Arguments.Any(type => IsFilter(type, role, view)))
            return true;

        foreach (var argument in call.ArgumentList.Arguments)
        {
            switch (argument.Expression)
            {
                case AnonymousFunctionExpressionSyntax function when Refusal.In(function, role):
                case TypeOfExpressionSyntax { Type: var type } when IsFilter(type, role, view):
                case ObjectCreationExpressionSyntax { Type: var created } when IsFilter(created, role, view):
                    return true;
                case IdentifierNameSyntax or MemberAccessExpressionSyntax when TypeOf(view.SymbolOf(argument.Expression)) is { DeclaringSyntaxReferences.IsEmpty: false } kept && Refusal.By(kept, role, view):
                    return true;
                case IdentifierNameSyntax or MemberAccessExpressionSyntax when view.SymbolOf(argument.Expression) is IMethodSymbol method:
                    foreach (var reference in method.DeclaringSyntaxReferences)
                    {
                        if (Refusal.In(reference.GetSyntax(view.CancellationToken), role))
                            return true;
                    }

                    break;
            }
        }

        return false;
    }

    private static ITypeSymbol? TypeOf(ISymbol? variable) => variable switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary><c>[ServiceFilter(typeof(KeyFilter))]</c>.</summary>
    private static bool NamesFilter(SyntaxNode? attribute, Role role, ProjectView view)
    {
        foreach (var argument in (attribute as AttributeSyntax)?.ArgumentList?.Arguments ?? default)
        {
            if (argument.Expression is TypeOfExpressionSyntax { Type: var filter } && IsFilter(filter, role, view))
                return true;
        }

        return false;
    }

    private static bool IsFilter(TypeSyntax type, Role role, ProjectView view)
    {
        // Of a file that is not looked at nothing is known.
        if (!view.Sees(type.SyntaxTree))
            return true;

        // Created types have a symbol, no type.
        var model = view.ModelOf(type);
        return (model.GetSymbolInfo(type, view.CancellationToken).Symbol as ITypeSymbol ?? model.GetTypeInfo(type, view.CancellationToken).Type) is { } symbol && (view.Symbols.RowOf(symbol, role) is { } row ? row["good"] != "false" : Refusal.By(symbol, role, view));
    }
}
