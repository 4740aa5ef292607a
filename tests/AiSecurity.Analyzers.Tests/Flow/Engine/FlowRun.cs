using System.Collections.Immutable;
using AiSecurity.Analyzers.Rules;
using AiSecurity.Analyzers.Tests.Verification;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>The flow analyzer over files that are all there, or over one of them as it is being typed.</summary>
internal static class FlowRun
{
    public static Compilation Compile(params (string Name, string Text)[] files)
    {
        var compilation = Everything.Compile(files[0].Text, files[0].Name).AddSyntaxTrees(files.Skip(1).Select(file => CSharpSyntaxTree.ParseText(file.Text, TestSetup.ParseOptions, file.Name)));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    /// <summary>What the build reports.</summary>
    public static Task<ImmutableArray<Diagnostic>> BuildAsync(Compilation compilation, CancellationToken cancellationToken = default) =>
        RunAsync(compilation, analysis => analysis.GetAnalyzerDiagnosticsAsync(cancellationToken));

    /// <summary>What shows in one file while it is typed.</summary>
    public static Task<ImmutableArray<Diagnostic>> TypeAsync(Compilation compilation, string name) =>
        RunAsync(compilation, analysis => analysis.GetAnalyzerSemanticDiagnosticsAsync(
            analysis.Compilation.GetSemanticModel(compilation.SyntaxTrees.Single(tree => tree.FilePath == name)), filterSpan: null, CancellationToken.None));

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, Func<CompilationWithAnalyzers, Task<ImmutableArray<Diagnostic>>> ask)
    {
        var crashes = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => { lock (crashes) crashes.Add(exception.ToString()); },
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await ask(compilation.WithAnalyzers([new FlowAnalyzer()], options));
        Assert.Empty(crashes);
        return [.. diagnostics.Where(diagnostic => diagnostic.Id != "AISEC207")];
    }
}
