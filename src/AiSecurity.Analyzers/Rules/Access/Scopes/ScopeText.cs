using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Scopes;

/// <summary>Judges scopes of tokens.</summary>
internal sealed class ScopeText(AiCatalog catalog)
{
    private const string Suffix = "/.default";

    /// <summary>The scope of most Azure AI services, for those whose host is not known.</summary>
    public const string Usual = "https://cognitiveservices.azure.com/.default";

    /// <summary>The scope to ask for instead; null when this one is right, or nobody knows.</summary>
    public string? Better(string scope, CatalogRow? host)
    {
        var accepted = Split(host?["scope"]);
        if (accepted.IndexOf(scope) >= 0)
            return null;

        var right = accepted.IsEmpty || accepted[0] == "none" ? Usual : accepted[0];
        foreach (var row in catalog[Role.OtherScope])
        {
            if (IsFor(scope, row.Member))
                return right;
        }

        foreach (var known in catalog[Role.Host])
        {
            foreach (var candidate in Split(known["scope"]))
            {
                var resource = candidate.EndsWith(Suffix, StringComparison.Ordinal) ? candidate.Substring(0, candidate.Length - Suffix.Length) : candidate;
                if (!IsFor(scope, resource))
                    continue;

                // The resource alone is no scope; with it, it may be another service's.
                if (scope.TrimEnd('/').Length == resource.Length)
                    return accepted.IsEmpty || accepted.IndexOf(candidate) >= 0 ? candidate : right;
                if (!accepted.IsEmpty && scope == candidate)
                    return right;
            }
        }

        return null;
    }

    /// <summary>Whether tokens with the scope are for an AI service.</summary>
    public bool IsOfAi(string scope)
    {
        foreach (var known in catalog[Role.Host])
        {
            if (Split(known["scope"]).IndexOf(scope) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>The texts in a value: itself, or the items of an array.</summary>
    public static IEnumerable<ExpressionSyntax> In(SyntaxNode value)
    {
        var isList = false;
        foreach (var node in value.DescendantNodesAndSelf())
        {
            isList |= node is InitializerExpressionSyntax or CollectionExpressionSyntax;
            if (node is ExpressionSyntax expression && node.Parent is InitializerExpressionSyntax or ExpressionElementSyntax)
                yield return expression;
        }

        if (!isList && value is ExpressionSyntax single)
            yield return single;
    }

    private static bool IsFor(string scope, string resource) =>
        scope.StartsWith(resource, StringComparison.OrdinalIgnoreCase) && (scope.Length == resource.Length || scope[resource.Length] == '/');

    private static ImmutableArray<string> Split(string? scopes) => scopes is null ? ImmutableArray<string>.Empty : scopes.Split(',').ToImmutableArray();
}
