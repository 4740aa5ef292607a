using System.Collections.Generic;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Reach;

/// <summary>Who calls the methods of the project that map endpoints. Found when first asked for.</summary>
internal sealed class CallSites(ProjectView view)
{
    private readonly Dictionary<string, List<InvocationExpressionSyntax>> _byName = [];
    private bool _isRead;

    /// <summary>The calls of the method around a node; none for a program's start and for lambdas.</summary>
    public IEnumerable<InvocationExpressionSyntax> Of(SyntaxNode inside)
    {
        if (MethodAround(inside) is not { } declaration || view.ModelOf(declaration).GetDeclaredSymbol(declaration, view.CancellationToken) is not IMethodSymbol method)
            yield break;

        foreach (var call in Named(method.Name))
        {
            if (view.SymbolOf(call) is IMethodSymbol called && Contracts.IsMetBy((called.ReducedFrom ?? called).OriginalDefinition, method))
                yield return call;
        }
    }

    /// <summary>What the calls of a method give for its parameter.</summary>
    public IEnumerable<ExpressionSyntax> ArgumentsFor(IParameterSymbol parameter, SyntaxNode inside)
    {
        foreach (var call in Of(inside))
        {
            var isReduced = (view.SymbolOf(call) as IMethodSymbol)?.ReducedFrom is not null;
            if (isReduced && parameter.Ordinal == 0)
            {
                if (call.Expression is MemberAccessExpressionSyntax access)
                    yield return access.Expression;
                continue;
            }

            var index = parameter.Ordinal - (isReduced ? 1 : 0);
            foreach (var argument in call.ArgumentList.Arguments)
            {
                if (argument.NameColon is { } colon ? colon.Name.Identifier.ValueText == parameter.Name : call.ArgumentList.Arguments.IndexOf(argument) == index)
                    yield return argument.Expression;
            }
        }
    }

    private static SyntaxNode? MethodAround(SyntaxNode node)
    {
        for (var current = node.Parent; current is not null; current = current.Parent)
        {
            if (current is MethodDeclarationSyntax or LocalFunctionStatementSyntax)
                return current;
        }

        return null;
    }

    private List<InvocationExpressionSyntax> Named(string name)
    {
        if (!_isRead)
        {
            foreach (var tree in view.Trees)
            {
                foreach (var node in tree.GetRoot(view.CancellationToken).DescendantNodes())
                {
                    if (node is not InvocationExpressionSyntax invocation || EndpointNames.NameOf(invocation.Expression) is not { } called)
                        continue;
                    if (!_byName.TryGetValue(called, out var calls))
                        _byName.Add(called, calls = []);
                    calls.Add(invocation);
                }
            }

            _isRead = true;
        }

        return _byName.TryGetValue(name, out var found) ? found : [];
    }
}
