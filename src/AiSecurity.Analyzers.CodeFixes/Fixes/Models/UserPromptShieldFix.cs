using System;
using System.Collections.Generic;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.CodeFixes.Editing.Guarding;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC201: asks a prompt shield about the user's text before the model gets it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UserPromptShieldFix() : GuardFix(RuleIds.UnshieldedInput, "Shield the text before this call", "shield", "shield")
{
    private protected override IEnumerable<Func<FileEdit, GuardReach?>> Edits(ReportedPlace place, GuardMember guard) =>
        ShieldEdit.Of(place, place.Node, guard, areDocuments: false);
}
