using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Graph;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Agents;

/// <summary>Whether each request makes another agent that stays in its service: follows callers from the creation to what comes from outside.</summary>
/// <param name="view">The files to look at.</param>
/// <param name="isServer">Whether what nobody calls in these files may be called by requests.</param>
internal sealed class AgentLifetime(ProjectView view, bool isServer)
{
    /// <summary>Callers of callers.</summary>
    private const int MaxDepth = 12;

    /// <summary>Members that make a value once and keep it.</summary>
    private static readonly string[] Caches = ["GetOrAdd", "GetOrCreate", "GetOrCreateAsync", "GetOrSet", "GetOrSetAsync"];

    private readonly CallSites _calls = new(view);
    private readonly HandedOver _handedOver = new(view);
    private readonly AgentUpkeep _upkeep = new(view);
    private readonly HashSet<SyntaxNode> _seen = [];

    public bool IsPerRequest(SyntaxNode creation)
    {
        _seen.Clear();
        return ComesFromRequest(creation, 0);
    }

    private bool ComesFromRequest(SyntaxNode call, int depth)
    {
        if (depth > MaxDepth || _upkeep.IsKept(call) || _upkeep.IsInTypeOf(call))
            return false;

        for (var node = call.Parent; node is not null; node = node.Parent)
        {
            view.CancellationToken.ThrowIfCancellationRequested();
            switch (node)
            {
                case AnonymousFunctionExpressionSyntax function when _handedOver.IsToRequests(function):
                    return true;
                case AnonymousFunctionExpressionSyntax function when IsMadeOnce(function):
                    return false;
                case MethodDeclarationSyntax or LocalFunctionStatementSyntax:
                    return _seen.Add(node) && IsCalledByRequests(node, call, depth);
                case BaseMethodDeclarationSyntax or BaseFieldDeclarationSyntax or BasePropertyDeclarationSyntax or GlobalStatementSyntax:
                    return false;
            }
        }

        return false;
    }

    private bool IsCalledByRequests(SyntaxNode declaration, SyntaxNode inside, int depth)
    {
        if (view.ModelOf(declaration).GetDeclaredSymbol(declaration, view.CancellationToken) is not IMethodSymbol method)
            return false;
        if (EntryPoints.AnswerOf(method, view.Symbols) is not null || _handedOver.IsToRequests(method))
            return true;

        var callers = _calls.Of(inside).ToList();
        return callers.Count == 0 ? isServer && IsService(method) : callers.Exists(caller => ComesFromRequest(caller, depth + 1));
    }

    /// <summary>Whether others than the start of the program call a method: not of what runs by itself, nor of what sets the program up.</summary>
    private static bool IsService(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsStatic: false, DeclaredAccessibility: Accessibility.Public or Accessibility.Internal } && !method.IsOverride
        && !method.ContainingType.AllInterfaces.Any(static contract => contract.Name is "IHostedService" or "IStartupFilter");

    private bool IsMadeOnce(AnonymousFunctionExpressionSyntax function) => function.Parent is ArgumentSyntax { Parent.Parent: var call } && call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => SingletonTypes.IsRegistration(name, view.Symbols.Catalog) || Array.IndexOf(Caches, name) >= 0,
        BaseObjectCreationExpressionSyntax creation => view.ModelOf(creation).GetTypeInfo(creation, view.CancellationToken).Type?.Name.Contains("Lazy") == true,
        _ => false,
    };
}
