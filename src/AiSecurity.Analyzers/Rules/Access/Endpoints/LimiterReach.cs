using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Reach;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Rules.Access.Endpoints;

/// <summary>Whether code comes to a limiter that it asks by itself, in front of the model or around it.</summary>
internal sealed class LimiterReach(ProjectView view) : CodeReach(view)
{
    public bool From(SyntaxNode node) => SiteFrom(node) is not null;

    protected override bool MayMatter(string name) => View.Symbols.Catalog.Index.Members(name).Any(IsAsked);

    protected override bool Matters(ISymbol called, SyntaxNode site) => View.Symbols.RowsOf(called).Any(IsAsked);

    private static bool IsAsked(CatalogRow row) => row.Role == Role.RateLimit && row["kind"] == "asked";
}
