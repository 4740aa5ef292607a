using System;
using System.Collections.Generic;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Headers;

/// <summary>What the texts and the name of a type tell of the services that it speaks to.</summary>
internal sealed class ServiceEvidence(AiCatalog catalog)
{
    /// <summary>The row about an Azure AI host that a text names.</summary>
    public CatalogRow? Azure { get; private set; }

    /// <summary>Whether a text names a gateway, which has keys of its own.</summary>
    public bool NamesGateway { get; private set; }

    /// <summary>Whether a text names another service that has keys only.</summary>
    public bool NamesOther { get; private set; }

    /// <summary>Whether a text is a part of the URLs of an Azure AI service.</summary>
    public bool HasPath { get; private set; }

    /// <summary>Whether the type's name says an Azure AI service, or Azure where it has such a path.</summary>
    public bool IsNamedAzure { get; private set; }

    /// <summary>Whether the type's name says an AI service.</summary>
    public bool IsNamedService { get; private set; }

    /// <summary>Whether something speaks of an Azure AI service, and not only of AI.</summary>
    public bool SaysAzure => Azure is not null || HasPath || IsNamedAzure;

    /// <summary>Adds what a declaration of a type tells, without the places that are spoken for.</summary>
    public void Add(SyntaxNode declaration, Predicate<SyntaxNode>? isSpokenFor, CancellationToken cancellationToken)
    {
        var hasPath = false;
        foreach (var token in TokensOf(declaration))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (token.Kind() is not (SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken) || token.ValueText.Length < 6 || token.Parent is not { } text)
                continue;
            if (isSpokenFor?.Invoke(text) == true)
                continue;

            var row = catalog.Hosts.Mentioned(token.ValueText);
            Azure ??= AiHosts.KindOf(row) == HostKind.Azure ? row : null;
            NamesGateway |= AiHosts.KindOf(row) == HostKind.Gateway;
            NamesOther |= AiHosts.KindOf(row) == HostKind.Other;
            hasPath |= IsPath(token.ValueText);
        }

        HasPath |= hasPath;
        if (declaration is not BaseTypeDeclarationSyntax { Identifier.ValueText: var name })
            return;
        IsNamedAzure |= AzureName.Is(name) || (hasPath && name.IndexOf("azure", StringComparison.OrdinalIgnoreCase) >= 0);
        IsNamedService |= catalog.Names.IsAzureServiceIn(name);
    }

    private static IEnumerable<SyntaxToken> TokensOf(SyntaxNode declaration)
    {
        // A program's own statements are a type of their own, without the types below them.
        if (declaration is not CompilationUnitSyntax program)
            return declaration.DescendantTokens();

        var tokens = new List<SyntaxToken>();
        foreach (var member in program.Members)
        {
            if (member is GlobalStatementSyntax)
                tokens.AddRange(member.DescendantTokens());
        }

        return tokens;
    }

    /// <summary>Whether a text is a path of an Azure AI service, and not one below somebody else's host.</summary>
    private bool IsPath(string text)
    {
        if (text.IndexOf("://", StringComparison.Ordinal) >= 0)
            return false;

        foreach (var row in catalog[Role.AiPath])
        {
            if (text.IndexOf(row.Member, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }
}
