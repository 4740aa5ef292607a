using Microsoft.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.FlowAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Flow rules over a source: the advice about answers, logs and searches only where the source expects it, for nearly every endpoint returns what a model wrote.</summary>
internal static class FlowVerifier
{
    private static readonly string[] Advice = ["AISEC207", "AISEC402", "AISEC405"];

    public static Task VerifyAsync(string source, SdkSet set = SdkSet.Latest, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(source, set, test =>
    {
        configure?.Invoke(test);
        foreach (var id in Advice.Where(id => !source.Contains(id, StringComparison.Ordinal)))
            test.SolutionTransforms.Add((solution, project) => solution.WithProjectCompilationOptions(
                project, solution.GetProject(project)!.CompilationOptions!.WithSpecificDiagnosticOptions(solution.GetProject(project)!.CompilationOptions!.SpecificDiagnosticOptions.SetItem(id, ReportDiagnostic.Suppress))));
    });
}
