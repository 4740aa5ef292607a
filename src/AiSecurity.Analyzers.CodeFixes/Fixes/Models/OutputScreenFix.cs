using AiSecurity.Analyzers.CodeFixes.Editing.Guarding;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC207: screens what a model writes in the pipeline of the client.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class OutputScreenFix() : PipelineFix(RuleIds.UncheckedOutput, "Screen the output in the pipeline of the chat client", "screened");
