using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Pipelines;

/// <summary>Where the project puts its shields into pipelines of one kind, and which clients come out behind them. By name, without binding.</summary>
internal sealed class ShieldSites
{
    /// <summary>Methods and variables between a shield and the client that somebody gets.</summary>
    private const int MaxSteps = 8;

    private readonly FlowCompilation _flow;
    private readonly IReadOnlyCollection<string> _types;
    private readonly HashSet<SyntaxNode> _seen = [];

    public ShieldSites(FlowCompilation flow, string pipeline)
    {
        _flow = flow;
        _types = flow.Pipelines.TypesOf(pipeline);
        foreach (var step in flow.Pipelines.StepsOf(pipeline))
            Follow(step, 0);
        foreach (var body in flow.Names.All)
        {
            if (!_types.Any(body.Mentions.Contains))
                continue;
            foreach (var name in body.Node.DescendantNodes(static node => node is not AttributeListSyntax).OfType<SimpleNameSyntax>())
            {
                if (_types.Contains(name.Identifier.ValueText) && !IsInside(name, name.Identifier.ValueText) && PlacedBy(name) is { } place)
                    Follow(place, 0);
            }
        }
    }

    /// <summary>The clients behind a shield; one that is unknown can be any.</summary>
    public HashSet<ClientScope> Scopes { get; } = [];

    /// <summary>Whether it is known where a shield is put into a pipeline, if only by a method that nobody calls.</summary>
    public bool IsPlaced => _seen.Count > 0;

    private static bool IsInside(SyntaxNode node, string type) => node.Ancestors().OfType<TypeDeclarationSyntax>().Any(around => around.Identifier.ValueText == type);

    /// <summary>The creation, type argument or declaration by which a type gets to work; null where it is only named.</summary>
    private SyntaxNode? PlacedBy(SimpleNameSyntax name) => name.Parent switch
    {
        ObjectCreationExpressionSyntax or TypeOfExpressionSyntax or MemberAccessExpressionSyntax => name,
        // A type that is registered by itself gets to work where somebody asks for it by its name.
        TypeArgumentListSyntax { Arguments.Count: var count, Parent: GenericNameSyntax { Parent: var user } } => (user as InvocationExpressionSyntax ?? user?.Parent as InvocationExpressionSyntax) is { } call
            ? count == 1 && ServiceRegistration.Of(call, _flow.Symbols.Catalog) is not null ? null : call
            : null,
        VariableDeclarationSyntax { Variables: { Count: 1 } variables } when variables[0].Initializer?.Value is ImplicitObjectCreationExpressionSyntax created => created,
        _ => null,
    };

    /// <summary>Who gets the value of an expression that a shield stands in.</summary>
    private void Follow(SyntaxNode place, int step)
    {
        if (!_seen.Add(place))
            return;
        if (step >= MaxSteps)
        {
            Scopes.Add(ClientScope.Unknown);
            return;
        }

        for (var node = place; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case InvocationExpressionSyntax call when RegistrationIn(call) is { } registration:
                    Scopes.Add(ClientScope.Of(registration));
                    return;
                case VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax or FieldDeclarationSyntax } variable:
                    FollowVariable(variable, variable.Identifier.ValueText, step);
                    return;
                case AssignmentExpressionSyntax { Left: var target, Right: var value } when value.Span.Contains(place.Span) && TargetOf(target) is { } name && ClientVariables.Declaration(name, node) is VariableDeclaratorSyntax variable:
                    FollowVariable(variable, name, step);
                    return;
                case MethodDeclarationSyntax method:
                    FollowCalls(method.Identifier.ValueText, step);
                    return;
                case LocalFunctionStatementSyntax function:
                    FollowCalls(function.Identifier.ValueText, step);
                    return;
                case MemberDeclarationSyntax:
                    Scopes.Add(ClientScope.Unknown);
                    return;
            }
        }

        Scopes.Add(ClientScope.Unknown);
    }

    /// <summary>The registration that a chain of calls begins with, also through a variable that holds its builder.</summary>
    private ServiceRegistration? RegistrationIn(ExpressionSyntax chain)
    {
        while (true)
        {
            switch (chain)
            {
                case InvocationExpressionSyntax call:
                    if (ServiceRegistration.Of(call, _flow.Symbols.Catalog) is { } registration)
                        return registration;
                    chain = call.Expression;
                    break;
                case MemberAccessExpressionSyntax access:
                    chain = access.Expression;
                    break;
                case IdentifierNameSyntax { Identifier.ValueText: var name } when ClientVariables.Declaration(name, chain) is VariableDeclaratorSyntax { Initializer.Value: InvocationExpressionSyntax value } && !value.Span.Contains(chain.Span):
                    chain = value;
                    break;
                default:
                    return null;
            }
        }
    }

    private static string? TargetOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var member } => member,
        _ => null,
    };

    /// <summary>Who calls a model by a variable is behind the shield; who gets it from there, too.</summary>
    private void FollowVariable(VariableDeclaratorSyntax variable, string name, int step)
    {
        if (ClientVariables.ValuesOf(variable) is not { Count: 1 })
        {
            Scopes.Add(ClientScope.Unknown);
            return;
        }

        Scopes.Add(ClientScope.OfVariable(variable));
        foreach (var use in ClientVariables.UsesOf(variable, name))
        {
            if (use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use)
                continue;
            if (use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } access && access.Expression == use && IsModelCall(called))
                continue;
            Follow(use, step + 1);
        }
    }

    private void FollowCalls(string method, int step)
    {
        var isUsed = false;
        foreach (var body in _flow.Uses.UsersOf(method))
        {
            foreach (var use in body.Node.DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (use.Identifier.ValueText != method)
                    continue;
                isUsed = true;
                Follow(use, step + 1);
            }
        }

        // A library's own way to add its shield, which a program does not go.
        if (!isUsed && !_flow.IsProgram)
            Scopes.Add(ClientScope.Unknown);
    }

    private bool IsModelCall(string name) => _flow.Symbols.Catalog.Index.Members(name).Any(static row => row.Role == Role.ModelCall);
}
