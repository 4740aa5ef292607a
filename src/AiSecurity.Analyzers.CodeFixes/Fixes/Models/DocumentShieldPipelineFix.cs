using AiSecurity.Analyzers.CodeFixes.Editing.Guarding;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC202: shields what others wrote in the pipeline of the client.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DocumentShieldPipelineFix() : PipelineFix(RuleIds.UnshieldedDocument, "Shield the pipeline of the chat client", "shield");
