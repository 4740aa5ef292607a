using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>Diagnostics of one analyzer as they come, for tests of what a verifier does not show: messages, properties and severities that a user sets.</summary>
internal static class Findings
{
    public static async Task<ImmutableArray<Diagnostic>> OfAsync<TAnalyzer>(
        string source,
        SdkSet set = SdkSet.Stubs,
        IReadOnlyDictionary<string, string>? options = null,
        ReportDiagnostic severity = ReportDiagnostic.Default,
        string? withoutAssembly = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var analyzer = new TAnalyzer();
        var references = SdkReferences.Of(set).Where(reference => withoutAssembly is null || Path.GetFileNameWithoutExtension(reference.Display) != withoutAssembly);
        var compilationOptions = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: TestSetup.ExperimentalSuppressed)
            .WithSpecificDiagnosticOptions(TestSetup.ExperimentalSuppressed.SetItems(analyzer.SupportedDiagnostics.Select(descriptor => KeyValuePair.Create(descriptor.Id, severity))));
        var compilation = CSharpCompilation.Create(
            "Findings",
            [CSharpSyntaxTree.ParseText(source, TestSetup.ParseOptions, "Test.cs"), CSharpSyntaxTree.ParseText(TestSetup.GlobalUsings, TestSetup.ParseOptions, "GlobalUsings.g.cs")],
            references,
            compilationOptions);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var analyzerOptions = new AnalyzerOptions([], new OptionsProvider(new Options(options ?? ImmutableDictionary<string, string>.Empty)));
        return await compilation.WithAnalyzers([analyzer], analyzerOptions).GetAnalyzerDiagnosticsAsync();
    }

    private sealed class OptionsProvider(Options options) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => options;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => options;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => options;
    }

    private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
