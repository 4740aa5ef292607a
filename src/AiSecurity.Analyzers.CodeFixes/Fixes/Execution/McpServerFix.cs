using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Execution;

/// <summary>AISEC311: https where http stands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class McpServerFix() : PlaceFix(RuleIds.McpServer, "Use https", "https")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit) => SecureScheme.TryAdd(place, edit);
}
