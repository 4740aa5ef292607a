using System.Collections.Immutable;
using AiSecurity.Analyzers.Tests.Verification;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.Documentation;

/// <summary>The sample application has the mistakes that its page names, and its twin has none that any rule knows.</summary>
public class SampleTests
{
    private const string WebUsings = """
        global using System.Net.Http.Json;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Hosting;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    [Fact]
    public async Task The_sample_has_mistakes_of_every_family() =>
        Assert.Superset(
            new HashSet<string> { "AISEC101", "AISEC103", "AISEC104", "AISEC109", "AISEC112", "AISEC201", "AISEC202", "AISEC203", "AISEC205", "AISEC206", "AISEC207", "AISEC301", "AISEC404", "AISEC406" },
            (await AnalyzeAsync("ContosoChat")).Select(static diagnostic => diagnostic.Id).ToHashSet());

    [Fact]
    public async Task The_secured_sample_has_none() => Assert.Empty(await AnalyzeAsync("ContosoChat.Secured"));

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string sample)
    {
        var root = RepositoryFile.PathOf("docs/samples/" + sample);
        var trees = Files(root, "*.cs").Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), TestSetup.ParseOptions, path))
            .Append(CSharpSyntaxTree.ParseText(TestSetup.GlobalUsings + WebUsings, TestSetup.ParseOptions, "Usings.g.cs"));
        var compilation = CSharpCompilation.Create(sample, trees, SdkReferences.Stubs, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var options = new AnalyzerOptions(
            [.. Files(root, "*.json").Select(path => new GivenFile(path, File.ReadAllText(path)))],
            new GivenSettings("build_property.UsingMicrosoftNETSdkWeb=true\nbuild_property.OutputType=Exe"));
        return await compilation.WithAnalyzers(Everything.Analyzers, new CompilationWithAnalyzersOptions(
            options, onAnalyzerException: (exception, analyzer, _) => Assert.Fail($"{analyzer}: {exception}"), concurrentAnalysis: true, logAnalyzerExecutionTime: false)).GetAnalyzerDiagnosticsAsync();
    }

    private static IEnumerable<string> Files(string root, string pattern) => Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
        .Where(path => Path.GetRelativePath(root, path).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj" or "data"));
}
