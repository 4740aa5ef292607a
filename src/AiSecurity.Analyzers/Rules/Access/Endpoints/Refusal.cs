using System;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>Whether code of the project can turn a caller away, by the status or the words that it answers with.</summary>
internal static class Refusal
{
    private const int MaxBases = 4;

    private static readonly ImmutableHashSet<string> Words = ImmutableHashSet.Create(
        "Forbid", "ForbidAsync", "Challenge", "ChallengeAsync", "Unauthenticated", "PermissionDenied");

    /// <summary>Words in the names of middleware and filters whose code is out of sight.</summary>
    private static readonly ImmutableArray<string> Promises = ImmutableArray.Create("Auth", "ApiKey", "AccessKey", "Token", "Permission", "Security", "Signature");

    /// <summary>Whether a body can, for a role: authorization by 401 and 403, a limit by 429.</summary>
    public static bool In(SyntaxNode? body, Role role)
    {
        foreach (var token in body?.DescendantTokens() ?? [])
        {
            if (IsWord(token, role) && !IsOfAnother(token, body!) && !PassingMiddleware.Holds(token, body!))
                return true;
        }

        return false;
    }

    /// <summary>Whether a middleware, filter or attribute can; one whose code is out of sight by what it is called.</summary>
    public static bool By(ITypeSymbol type, Role role, ProjectView view)
    {
        var depth = 0;
        for (ITypeSymbol? current = type; current is not null && depth < MaxBases; current = current.BaseType, depth++)
        {
            if (depth == 0 && current.DeclaringSyntaxReferences.IsEmpty)
                return role == Role.Authorization && IsPromised(current.Name);
            foreach (var reference in current.DeclaringSyntaxReferences)
            {
                if (In(reference.GetSyntax(view.CancellationToken), role))
                    return true;
            }
        }

        return false;
    }

    private static bool IsWord(SyntaxToken token, Role role)
    {
        if (role == Role.RateLimit)
            return token.IsKind(SyntaxKind.NumericLiteralToken) ? token.ValueText == "429" : token.IsKind(SyntaxKind.IdentifierToken) && Holds(token.ValueText, "TooManyRequests");
        return token.IsKind(SyntaxKind.NumericLiteralToken)
            ? token.ValueText is "401" or "403"
            : token.IsKind(SyntaxKind.IdentifierToken) && (Words.Contains(token.ValueText) || Holds(token.ValueText, "Unauthorized") || Holds(token.ValueText, "Forbidden"));
    }

    /// <summary>What documents an answer, compares another server's status, or passes a failure on.</summary>
    private static bool IsOfAnother(SyntaxToken token, SyntaxNode body)
    {
        for (var node = token.Parent; node is not null && node != body; node = node.Parent)
        {
            switch (node)
            {
                case AttributeListSyntax or CatchClauseSyntax or PatternSyntax or CaseSwitchLabelSyntax:
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression }:
                    return true;
                case StatementSyntax:
                    // A catch may be further out.
                    return node.FirstAncestorOrSelf<CatchClauseSyntax>() is { } handler && body.Span.Contains(handler.Span);
            }
        }

        return false;
    }

    private static bool IsPromised(string name)
    {
        foreach (var word in Promises)
        {
            if (Holds(name, word))
                return true;
        }

        return false;
    }

    private static bool Holds(string name, string word) => name.IndexOf(word, StringComparison.Ordinal) >= 0;
}
