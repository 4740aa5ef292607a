using System;
using System.Threading.Tasks;
using AiSecurity.Analyzers.CodeFixes.Editing;
using AiSecurity.Analyzers.CodeFixes.Editing.Guarding;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Fixes.Execution;

/// <summary>AISEC301: runs Python and JavaScript in a dynamic session instead of an engine in the process or an interpreter on the host.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class SandboxedSessionFix() : GuardFix(RuleIds.HostCodeExecution, "Run the code in a sandboxed session", "sandbox", "sandbox")
{
    private protected override Task<Document?> ApplyAsync(ReportedPlace place, GuardMember guard, Func<Document, Task<bool>> isBetter) =>
        GuardEdit.ApplyAsync(place, guard, [edit => SandboxEdit.Of(place, place.Node, guard, edit), edit => ProcessEdit.Of(place, place.Node, guard, edit)], isBetter);
}
