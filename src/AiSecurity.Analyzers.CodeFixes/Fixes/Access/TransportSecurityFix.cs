using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Access;

/// <summary>AISEC110: https where http stands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class TransportSecurityFix() : PlaceFix(RuleIds.TransportSecurity, "Use https", "https")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit) => SecureScheme.TryAdd(place, edit);
}
