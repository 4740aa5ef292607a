using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Names;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>
/// The calls that hold for what an invocation maps: on its result, on the groups above it, and on both where they are handed through methods and variables.
/// </summary>
internal sealed class RouteConventions
{
    /// <summary>Groups, variables and methods between a call and what it holds for.</summary>
    private const int MaxDepth = 12;

    private readonly ProjectView _view;
    private readonly CallSites _callers;
    private readonly List<InvocationExpressionSyntax> _found = [];
    private readonly HashSet<SyntaxNode> _visited = [];

    private RouteConventions(ProjectView view, CallSites callers) => (_view, _callers) = (view, callers);

    public static List<InvocationExpressionSyntax> Of(InvocationExpressionSyntax mapping, ProjectView view, CallSites callers)
    {
        var conventions = new RouteConventions(view, callers);
        conventions.Outward(mapping, 0);
        conventions.Inward(BuilderOf(mapping), 0);
        return conventions._found;
    }

    /// <summary>What a mapping is called on; for a static call, what it is given first.</summary>
    private static ExpressionSyntax? BuilderOf(InvocationExpressionSyntax call) => call switch
    {
        { Expression: MemberAccessExpressionSyntax { Expression: not (PredefinedTypeSyntax or AliasQualifiedNameSyntax) } access } when !IsTypeName(access.Expression) => access.Expression,
        { ArgumentList.Arguments: { Count: > 0 } arguments } => arguments[0].Expression,
        _ => null,
    };

    private static bool IsTypeName(ExpressionSyntax expression) => EndpointNames.NameOf(expression) is { Length: > 10 } name && name.EndsWith("Extensions", System.StringComparison.Ordinal);

    private void Outward(ExpressionSyntax expression, int depth)
    {
        if (depth > MaxDepth || !_visited.Add(expression))
            return;

        var current = expression;
        while (true)
        {
            if (current.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or PostfixUnaryExpressionSyntax)
                current = (ExpressionSyntax)current.Parent;
            else if (current.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == current)
                Add((InvocationExpressionSyntax)(current = next), depth);
            else
                break;
        }

        switch (current.Parent)
        {
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }:
                Uses(_view.ModelOf(variable).GetDeclaredSymbol(variable, _view.CancellationToken), variable, depth);
                break;
            case AssignmentExpressionSyntax assignment when assignment.Right == current:
                Uses(_view.SymbolOf(assignment.Left), assignment, depth);
                break;
            case ReturnStatementSyntax or ArrowExpressionClauseSyntax:
                foreach (var caller in _callers.Of(current))
                    Outward(caller, depth + 1);
                break;
            case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax handedTo } argument when handedTo.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" }:
                Parameter(handedTo, argument, depth);
                break;
        }
    }

    /// <summary>The calls on a group before it came here.</summary>
    private void Inward(ExpressionSyntax? builder, int depth)
    {
        if (depth > MaxDepth || builder is null || !_visited.Add(builder))
            return;

        switch (builder)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                Inward(parenthesized.Expression, depth);
                break;
            case CastExpressionSyntax cast:
                Inward(cast.Expression, depth);
                break;
            case InvocationExpressionSyntax call:
                Add(call, depth);
                foreach (var returned in Returns.Of(_view.SymbolOf(call), _view))
                    Inward(returned, depth + 1);
                Inward(BuilderOf(call), depth + 1);
                break;
            case IdentifierNameSyntax or MemberAccessExpressionSyntax when _view.SymbolOf(builder) is { } symbol:
                Inward(symbol, builder, depth);
                break;
        }
    }

    private void Inward(ISymbol symbol, ExpressionSyntax use, int depth)
    {
        if (symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol } parameter)
        {
            foreach (var argument in _callers.ArgumentsFor(parameter, use))
                Inward(argument, depth + 1);
        }

        Uses(symbol, use, depth);
        foreach (var reference in symbol is ILocalSymbol or IFieldSymbol ? symbol.DeclaringSyntaxReferences : ImmutableArray<SyntaxReference>.Empty)
        {
            if (reference.GetSyntax(_view.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: var value } && _view.Sees(value.SyntaxTree))
                Inward(value, depth + 1);
        }
    }

    /// <summary>The calls on a variable, wherever they stand in the body or type.</summary>
    private void Uses(ISymbol? symbol, SyntaxNode inside, int depth)
    {
        if (symbol is null)
            return;
        SyntaxNode? scope = symbol is IFieldSymbol or IPropertySymbol
            ? inside.FirstAncestorOrSelf<TypeDeclarationSyntax>()
            : inside.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>();
        foreach (var name in FileIndex.Of(inside.SyntaxTree, _view.CancellationToken).NamesOf(symbol.Name))
        {
            if (scope?.FullSpan.Contains(name.FullSpan) == false)
                continue;
            if (name.Parent is ReturnStatementSyntax && symbol is ILocalSymbol or IParameterSymbol)
            {
                foreach (var caller in _callers.Of(name))
                    Outward(caller, depth + 1);
            }

            if (name.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access || access.Expression != name
                || IsMapping(call) || !SymbolEqualityComparer.Default.Equals(_view.SymbolOf(name), symbol))
                continue;
            if (HasRow(call))
            {
                _found.Add(call);
                Outward(call, depth + 1);
            }
        }
    }

    /// <summary>A call on the way: a convention, or a method of the project that puts conventions on what it is called on.</summary>
    private void Add(InvocationExpressionSyntax call, int depth)
    {
        if (HasRow(call))
            _found.Add(call);
        else if (!IsMapping(call))
            Parameter(call, null, depth);
    }

    private void Parameter(InvocationExpressionSyntax call, ArgumentSyntax? argument, int depth)
    {
        if (depth > MaxDepth || _view.SymbolOf(call) is not IMethodSymbol method)
            return;
        var declared = method.ReducedFrom ?? method;
        var ordinal = argument is null ? 0 : call.ArgumentList.Arguments.IndexOf(argument) + (method.ReducedFrom is null ? 0 : 1);
        if (declared.DeclaringSyntaxReferences.IsEmpty || (argument is null && !declared.IsExtensionMethod) || ordinal >= declared.Parameters.Length)
            return;
        var body = declared.DeclaringSyntaxReferences[0].GetSyntax(_view.CancellationToken);
        if (_view.Sees(body.SyntaxTree) && _visited.Add(body))
            Uses(declared.Parameters[ordinal], body, depth + 1);
    }

    private bool IsMapping(InvocationExpressionSyntax call) => Rows(call, Role.Endpoint);

    private bool HasRow(InvocationExpressionSyntax call) => Rows(call, Role.Authorization) || Rows(call, Role.RateLimit);

    private bool Rows(InvocationExpressionSyntax call, Role role)
    {
        if (EndpointNames.NameOf(call.Expression) is not { } name)
            return false;
        foreach (var row in _view.Symbols.Catalog.Index.Members(name))
        {
            if (row.Role == role)
                return true;
        }

        return false;
    }
}
