using System;
using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>Whether the server answers callers on the same machine only.</summary>
internal static class LoopbackServer
{
    public static bool Is(ProjectView view)
    {
        var isLoopback = false;
        foreach (var addresses in Listened(view))
        {
            foreach (var address in addresses)
            {
                if (!IsLoopback(address))
                    return false;
                isLoopback = true;
            }
        }

        return isLoopback;
    }

    private static IEnumerable<List<string>> Listened(ProjectView view)
    {
        foreach (var tree in view.Trees)
        {
            var names = view.NamesOf(tree);
            foreach (var site in names.Sites)
            {
                if (site.Role == Role.Listen && site.Node is InvocationExpressionSyntax call && view.RowOf(site, Role.Listen) is { } row && !view.IsDevelopment(call))
                    yield return row["kind"] == "loopback" ? ["localhost"] : Arguments(call, view);
            }

            foreach (var call in names.Addresses)
            {
                if (!view.IsDevelopment(call))
                    yield return Arguments(call, view);
            }
        }
    }

    /// <summary>The addresses that a call names; an empty text for one that is unknown.</summary>
    private static List<string> Arguments(InvocationExpressionSyntax call, ProjectView view)
    {
        var addresses = new List<string>();
        foreach (var argument in call.ArgumentList.Arguments)
        {
            if (argument.Expression is LambdaExpressionSyntax || view.ModelOf(argument).GetTypeInfo(argument.Expression, view.CancellationToken).Type?.SpecialType == SpecialType.System_Int32)
                continue;
            if (argument.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Loopback" or "IPv6Loopback" })
                addresses.Add("localhost");
            else
                addresses.AddRange(((view.ModelOf(argument).GetConstantValue(argument.Expression, view.CancellationToken).Value as string) ?? "").Split(';'));
        }

        return addresses;
    }

    private static bool IsLoopback(string address) => Uri.TryCreate(address.IndexOf("://", StringComparison.Ordinal) < 0 ? "http://" + address : address, UriKind.Absolute, out var url) && url.IsLoopback;
}
