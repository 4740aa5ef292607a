using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using AiSecurity.Analyzers.Flow.Names;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>Whether code comes to a call of an AI service.</summary>
/// <param name="view">The files to look at.</param>
/// <param name="isAbout">What counts as a call of an AI service.</param>
internal sealed class ModelReach(ProjectView view, Func<CatalogRow, bool> isAbout) : CodeReach(view)
{
    private readonly Dictionary<SyntaxTree, HashSet<SyntaxNode>> _sites = [];

    public ModelReach(ProjectView view)
        : this(view, AiRequest.IsAbout)
    {
    }

    /// <summary>Whether code inside a node comes to an AI service.</summary>
    public bool From(SyntaxNode node) => SiteFrom(node) is not null;

    /// <summary>A request by HTTP matters only where a file names the path of a model's operation.</summary>
    protected override bool MayMatter(string name) => View.Symbols.Catalog.Index.Members(name).Any(row => isAbout(row) && (row["url"] is null || View.NamesModelRequest));

    protected override bool Matters(ISymbol called, SyntaxNode site) => AiRequest.Is(called, site, View, isAbout);

    protected override bool MattersUnbound(SimpleNameSyntax name, SyntaxNode site) => RequestTypes.AreCalledBy(name, View) ?? (IsTelling(name.Identifier.ValueText) && IsSite(site));

    /// <summary>Whether a name is one of requests to models and of nothing else: SendAsync is everybody's.</summary>
    private bool IsTelling(string name) => View.Symbols.Catalog.Index.Members(name).All(row => isAbout(row) && row["url"] is null);

    /// <summary>What the compiler cannot bind means what its name means.</summary>
    private bool IsSite(SyntaxNode site)
    {
        if (!_sites.TryGetValue(site.SyntaxTree, out var sites))
        {
            sites = [.. View.Flow.Names.Of(site.SyntaxTree).SelectMany(static body => body.Sites).Where(static place => (place.Kinds & NameKind.Model) != 0).Select(static place => place.Node)];
            _sites.Add(site.SyntaxTree, sites);
        }

        return sites.Contains(site);
    }
}
