using AiSecurity.Analyzers.CodeFixes.Editing.Guarding;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC202: gives what others wrote to a prompt shield as documents before the model gets it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DocumentShieldFix() : ShieldFix(RuleIds.UnshieldedDocument, "Shield the documents before this call", areDocuments: true);
