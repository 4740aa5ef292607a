using System.Collections.Immutable;
using AiSecurity.Analyzers.CodeFixes.Editing.Guarding;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC207: screens what a model writes in the pipeline of the client.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class OutputScreenFix() : GuardFix(RuleIds.UncheckedOutput, "screened")
{
    private protected override ImmutableArray<GuardChoice> Choices { get; } = ImmutableArray.Create(GuardChoice.InPipeline("Screen the output in the pipeline of the chat client"));
}
