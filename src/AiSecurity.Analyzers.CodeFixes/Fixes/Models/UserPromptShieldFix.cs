using AiSecurity.Analyzers.CodeFixes.Editing.Guarding;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC201: asks a prompt shield about the user's text before the model gets it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UserPromptShieldFix() : ShieldFix(RuleIds.UnshieldedInput, "Shield the text before this call", areDocuments: false);
