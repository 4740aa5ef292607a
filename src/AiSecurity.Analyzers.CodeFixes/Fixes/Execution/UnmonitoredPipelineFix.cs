using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.CodeFixes.Editing.Guarding;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Execution;

/// <summary>AISEC309: traces and metrics of what passes, without its content.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class UnmonitoredPipelineFix() : PlaceFix(RuleIds.UnmonitoredPipeline, "Trace the calls with OpenTelemetry", "telemetry")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit) => AddedStep.TryAdd(place, Role.Monitor, static _ => SyntaxFactory.ArgumentList(), edit);
}
