using System.Collections.Immutable;
using AiSecurity.Analyzers.Rules.Resources;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.Rules.Resources.Inventory;

/// <summary>The notes of AISEC505 on a source, switched on as a user does it.</summary>
internal static class Notes
{
    private static readonly string[] Shown = ["kind", "name", "name-source", "sdk", "endpoint", "endpoint-source", "credential", "model", "model-source", "tools", "guards"];

    /// <summary>Each note as a line: its properties in the order of the page, without those that say nothing.</summary>
    public static async Task<string[]> OfAsync(string source, params string[] options) => [.. (await DiagnosticsAsync(source, options)).Select(Show)];

    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(string source, params string[] options)
    {
        var compilation = Everything.Compile(source);
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(compilation.Options.SpecificDiagnosticOptions.SetItem("AISEC505", ReportDiagnostic.Info)));
        var diagnostics = await compilation.WithAnalyzers([new AgentInventoryAnalyzer()], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new GivenSettings(string.Join('\n', options))), onAnalyzerException: (exception, _, _) => Assert.Fail(exception.ToString()), concurrentAnalysis: false, logAnalyzerExecutionTime: false)).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private static string Show(Diagnostic note) =>
        string.Join("; ", Shown.Where(name => note.Properties.GetValueOrDefault(name) is { Length: > 0 }).Select(name => $"{name}={note.Properties[name]}"));
}
