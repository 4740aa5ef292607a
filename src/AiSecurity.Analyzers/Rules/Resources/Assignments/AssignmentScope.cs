using System;
using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Resources.Assignments;

/// <summary>Which kind of AI resource a role is assigned on.</summary>
internal sealed class AssignmentScope(AiFile file)
{
    /// <summary>The role that is enough there; empty for an AI resource of a kind that does not show; null when the resource is another, or nothing tells.</summary>
    public string? UserRoleAt(CallSite site, CatalogRow row)
    {
        if (row["good"] is { } known)
            return known;

        foreach (var node in new AssignmentTarget(file).Of(site, row))
        {
            if (ResourceAt(node) is { } resource)
                return resource["good"];
            if (IsOtherResource(node))
                return null;
        }

        return FileDescribesOne() ? "" : null;
    }

    private CatalogRow? ResourceAt(SyntaxNode node)
    {
        var text = (node as LiteralExpressionSyntax)?.Token.Value as string ?? (node as InterpolatedStringTextSyntax)?.TextToken.ValueText;
        var place = text is null ? NamespaceOf(node) : null;
        foreach (var row in file.Compilation.Symbols.Catalog[Role.AiResource])
        {
            if (place == row.Member || (row.Member.EndsWith("/", StringComparison.Ordinal) && text?.IndexOf(row.Member, StringComparison.OrdinalIgnoreCase) >= 0))
                return row;
        }

        return null;
    }

    /// <summary>Whether an expression is a resource of the same library, of another kind; groups and subscriptions hold AI resources as well.</summary>
    private bool IsOtherResource(SyntaxNode node)
    {
        if (NamespaceOf(node) is not { } place || place.EndsWith(".Resources", StringComparison.Ordinal) || place.EndsWith(".Core", StringComparison.Ordinal) || place.EndsWith(".Authorization", StringComparison.Ordinal))
            return false;

        foreach (var row in file.Compilation.Symbols.Catalog[Role.AiResource])
        {
            if (row.Member.LastIndexOf('.') is var dot and > 0 && place.StartsWith(row.Member.Substring(0, dot + 1), StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private string? NamespaceOf(SyntaxNode node)
    {
        // The name of a type that is created is no resource; later compilers give it a type all the same.
        if (node is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) || node.Parent is ObjectCreationExpressionSyntax || file.Model.GetTypeInfo(node, file.CancellationToken).Type is not INamedTypeSymbol { TypeKind: not TypeKind.Error } type)
            return null;
        var names = new List<string>();
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
            names.Insert(0, space.Name);
        return string.Join(".", names);
    }

    private bool FileDescribesOne()
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role is Role.LocalAuth or Role.LocalAuthResource or Role.PublicNetwork or Role.PublicNetworkResource or Role.AccountKey)
                    return true;
            }
        }

        foreach (var text in file.Scan.Texts)
        {
            foreach (var part in text.DescendantNodesAndSelf())
            {
                if (part is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) && ResourceAt(part) is not null)
                    return true;
            }
        }

        return false;
    }
}
