using System;
using System.Collections.Generic;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.CodeFixes.Editing.Guarding;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC202: gives what others wrote to a prompt shield as documents before the model gets it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DocumentShieldFix() : GuardFix(RuleIds.UnshieldedDocument, "Shield the documents before this call", "shield", "shield")
{
    private protected override IEnumerable<Func<FileEdit, GuardReach?>> Edits(ReportedPlace place, GuardMember guard) =>
        ShieldEdit.Of(place, place.Node, guard, areDocuments: true);
}
