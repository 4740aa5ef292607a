using System;
using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>The names of the types that are asked: what is called on one of them asks, also where the call does not bind because a library is missing or of another version.</summary>
internal sealed class RequestTypes
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private RequestTypes(AiCatalog catalog)
    {
        foreach (var role in new[] { Role.ModelCall, Role.AiCall })
        {
            foreach (var row in catalog[role])
            {
                if (row["url"] is null)
                    _names.Add(row.SimpleTypeName);
            }
        }
    }

    /// <summary>Whether the declared type of what a call is made on has the name of one of them; null where nothing tells what it is.</summary>
    public static bool? AreCalledBy(SimpleNameSyntax name, ProjectView view) =>
        name.Parent is MemberAccessExpressionSyntax { Expression: var receiver, Parent: InvocationExpressionSyntax }
        && view.ModelOf(receiver).GetTypeInfo(receiver, view.CancellationToken).Type is INamedTypeSymbol { Name.Length: > 0 } type
            ? view.Compilation.Once(() => new RequestTypes(view.Symbols.Catalog))._names.Contains(type.Name)
            : null;
}
