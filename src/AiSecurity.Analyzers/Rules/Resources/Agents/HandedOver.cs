using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Agents;

/// <summary>Functions that are handed to what calls them for every request.</summary>
internal sealed class HandedOver(ProjectView view)
{
    private readonly Dictionary<string, List<ArgumentSyntax>> _byName = [];
    private bool _isRead;

    public bool IsToRequests(AnonymousFunctionExpressionSyntax function) => function.Parent is ArgumentSyntax argument && IsHandler(argument);

    /// <summary>The same of a method that is named where a function is expected.</summary>
    public bool IsToRequests(IMethodSymbol method)
    {
        foreach (var argument in Named(method.Name))
        {
            if (IsHandler(argument) && SymbolEqualityComparer.Default.Equals(view.SymbolOf(argument.Expression)?.OriginalDefinition, method.OriginalDefinition))
                return true;
        }

        return false;
    }

    private bool IsHandler(ArgumentSyntax argument)
    {
        if (argument.Parent?.Parent is not InvocationExpressionSyntax call || view.SymbolOf(call) is not IMethodSymbol method)
            return false;

        foreach (var row in view.Symbols.RowsOf(method))
        {
            if (row.Role == Role.Entry && row["handler"] is { } handler && CandidateCall.ParameterOf(argument, method)?.Name == handler)
                return true;
        }

        return false;
    }

    private List<ArgumentSyntax> Named(string name)
    {
        if (!_isRead)
        {
            foreach (var tree in view.Trees)
            {
                foreach (var node in tree.GetRoot(view.CancellationToken).DescendantNodes())
                {
                    if (node is not ArgumentSyntax { Expression: SimpleNameSyntax or MemberAccessExpressionSyntax } argument || EndpointNames.NameOf(argument.Expression) is not { } given)
                        continue;
                    if (!_byName.TryGetValue(given, out var same))
                        _byName.Add(given, same = []);
                    same.Add(argument);
                }
            }

            _isRead = true;
        }

        return _byName.TryGetValue(name, out var found) ? found : [];
    }
}
