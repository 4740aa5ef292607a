using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Models;

/// <summary>AISEC204: takes out what switches the encoding off; where nothing can be taken out, switches it on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class TemplateEncodingFix() : PlaceFix(RuleIds.TemplateEncoding, "Keep the encoding on", "encode")
{
    private protected override bool TryAdd(ReportedPlace place, FileEdit edit) => place.Node is AssignmentExpressionSyntax assignment && SwitchRemoval.TryAdd(assignment, place, edit);
}
