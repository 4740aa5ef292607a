using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Resources;

/// <summary>AISEC501: switches local authentication off.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class LocalAuthFix() : PlaceFix(RuleIds.LocalAuth, "Switch off local authentication", "close")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit) => new ClosedResource(place, edit, Role.LocalAuth, Role.LocalAuthResource).TryAdd();
}
