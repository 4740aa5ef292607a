using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>Policies that let the scripts of every website call an application whose endpoints ask nobody who he is.</summary>
internal static class OpenOrigins
{
    public const string Kind = "origin";

    public static IEnumerable<ModelEndpoint> Beside(List<ModelEndpoint> endpoints, ProjectView view)
    {
        if (endpoints.TrueForAll(static endpoint => endpoint.Authorization is { IsGuarded: true, Opening: null }))
            yield break;

        foreach (var tree in view.Trees)
        {
            foreach (var site in view.NamesOf(tree).Sites)
            {
                if (site.Role == Role.CrossOrigin && site.Node is InvocationExpressionSyntax call && view.RowOf(site, Role.CrossOrigin) is { } row && IsForAll(call, row, view) && !view.IsDevelopment(call))
                    yield return new ModelEndpoint(EndpointMethods.NameIn(call).Identifier.GetLocation(), site.Name, Kind, default, new EndpointAccess(true, null));
            }
        }
    }

    private static bool IsForAll(InvocationExpressionSyntax call, CatalogRow row, ProjectView view)
    {
        if (row["bad"] is { } every)
        {
            foreach (var argument in call.ArgumentList.Arguments)
            {
                if (view.ModelOf(call).GetConstantValue(argument.Expression, view.CancellationToken) is { HasValue: true, Value: string origin } && origin == every)
                    return true;
            }

            return false;
        }

        return row["kind"] != "callback" || call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LambdaExpressionSyntax { ExpressionBody.RawKind: (int)SyntaxKind.TrueLiteralExpression };
    }
}
