using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Execution;

/// <summary>AISEC304: requires approval, at least for tools that change something.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UnattendedApprovalFix() : PlaceFix(RuleIds.UnattendedApproval, "Require approval", "approval")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit) => SafeSetting.TryAdd(place, edit);
}
