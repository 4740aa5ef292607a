using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Execution;

/// <summary>AISEC302: the safe value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SandboxSettingFix() : PlaceFix(RuleIds.SandboxSetting, "Keep the limit", "limit")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit) => SafeSetting.TryAdd(place, edit);
}
