using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Resources;

/// <summary>AISEC502: closes the public network.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class PublicNetworkFix() : PlaceFix(RuleIds.PublicNetwork, "Close the public network", "close")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit) => new ClosedResource(place, edit, Role.PublicNetwork, Role.PublicNetworkResource).TryAdd();
}
