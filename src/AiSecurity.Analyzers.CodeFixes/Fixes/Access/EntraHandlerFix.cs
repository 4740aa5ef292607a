using System.Collections.Immutable;
using AiSecurity.Analyzers.CodeFixes.Editing.Guarding;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Access;

/// <summary>AISEC103: lets the client send tokens of Microsoft Entra ID, which end, on every request.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class EntraHandlerFix() : GuardFix(RuleIds.KeyHeader, "token")
{
    private protected override ImmutableArray<GuardChoice> Choices { get; } = ImmutableArray.Create(new GuardChoice("Let the client send Microsoft Entra ID tokens", "handler", EntraHandlerEdit.ApplyAsync));
}
