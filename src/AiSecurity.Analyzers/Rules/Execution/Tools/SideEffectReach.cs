using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Names;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Execution.Tools;

/// <summary>Whether code changes something, at any depth, with no person asked on the way.</summary>
/// <param name="view">The files to look at.</param>
/// <param name="counts">Which kinds of change count; null for all.</param>
internal sealed class SideEffectReach(ProjectView view, Func<string, bool>? counts = null) : CodeReach(view)
{
    /// <summary>Code that keeps books about what a tool does, or keeps what it has read.</summary>
    private static readonly string[] Bookkeeping = ["Log", "Logger", "Logging", "Trace", "Telemetry", "Metrics", "Cache", "Audit"];

    private readonly Dictionary<SyntaxNode, string> _kinds = [];
    private readonly HumanDecision _decision = new(view);

    /// <summary>What the code of a tool does, and where; null when it changes nothing.</summary>
    public (string Kind, SyntaxNode Site)? From(SyntaxNode handler)
    {
        if (SiteFrom(handler) is { } site && _kinds.TryGetValue(site, out var kind))
            return (kind, site);

        return null;
    }

    protected override bool MayMatter(string name)
    {
        var index = View.Symbols.Catalog.Index;
        return index.Members(name).Any(IsAbout) || index.Constructors(name).Any(IsAbout) || Binding.RowOf(name, View.Symbols.Catalog) is not null;
    }

    protected override bool Matters(ISymbol called, SyntaxNode site)
    {
        if (new SideEffects(View).KindOf(called, site) is not { } kind || counts?.Invoke(kind) == false)
            return false;

        _kinds[site] = kind;
        return true;
    }

    /// <summary>Script engines of libraries that are missing, in files that name them.</summary>
    protected override bool MattersUnbound(SimpleNameSyntax name, SyntaxNode site)
    {
        var rows = View.Symbols.Catalog.Index.Members(name.Identifier.ValueText);
        if (rows.IsEmpty || !rows.All(SideEffects.RunsCode) || !View.Flow.Names.Of(site.SyntaxTree).Any(body => body.Sites.Any(place => place.Node == site && (place.Kinds & NameKind.Danger) != 0)))
            return false;

        _kinds[site] = "code";
        return true;
    }

    protected override bool Counts(SyntaxNode declaration)
    {
        var member = declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>(static node => node is BaseMethodDeclarationSyntax or PropertyDeclarationSyntax);
        if (member is MethodDeclarationSyntax method && (KeepsBooks(method.Identifier.ValueText) || PendingChange.IsAskedFor(method) || (method.Parent is TypeDeclarationSyntax type && KeepsBooks(type.Identifier.ValueText))))
            return false;

        return !_decision.IsTakenIn(declaration);
    }

    private static bool KeepsBooks(string name)
    {
        foreach (var word in Bookkeeping)
        {
            if (name == word || (name.EndsWith(word, StringComparison.Ordinal) && name.Length > word.Length) || StartsWith(name, word))
                return true;
        }

        return false;
    }

    private static bool StartsWith(string name, string word) => name.StartsWith(word, StringComparison.Ordinal) && name.Length > word.Length && char.IsUpper(name[word.Length]);

    private static bool IsAbout(CatalogRow row) => row.Role == Role.SideEffect || SideEffects.RunsCode(row);
}
