using System;
using System.Threading.Tasks;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.CodeFixes.Editing.Guarding;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Access;

/// <summary>AISEC103: lets the client send tokens of Microsoft Entra ID, which end, on every request.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class EntraHandlerFix() : GuardFix(RuleIds.KeyHeader, "Let the client send Microsoft Entra ID tokens", "handler", "token")
{
    // With the header the finding goes.
    private protected override Task<Document?> ApplyAsync(ReportedPlace place, GuardMember guard, Func<Document, Task<bool>> isBetter) => EntraHandlerEdit.ApplyAsync(place, guard);
}
