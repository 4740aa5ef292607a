using AiSecurity.Analyzers.CodeFixes.Editing.Guarding;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC201: shields what users write in the pipeline of the client.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UserPromptShieldPipelineFix() : PipelineFix(RuleIds.UnshieldedInput, "Shield the pipeline of the chat client", "shield");
