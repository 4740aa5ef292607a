using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.WholeAssembly;

/// <summary>All analyzers and fixes of the package at once, found by reflection as a host finds them.</summary>
internal static class Everything
{
    private static readonly CSharpCompilationOptions Library = new(
        OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, specificDiagnosticOptions: TestSetup.ExperimentalSuppressed);

    private static readonly SyntaxTree GlobalUsings = CSharpSyntaxTree.ParseText(TestSetup.GlobalUsings, TestSetup.ParseOptions, "GlobalUsings.g.cs");

    /// <summary>Shared, so that the references are bound once.</summary>
    private static readonly Lazy<CSharpCompilation> Empty = new(() => CSharpCompilation.Create("Corpus", [GlobalUsings], SdkReferences.Stubs, Library));

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = Create<DiagnosticAnalyzer>("AiSecurity.Analyzers");

    public static ImmutableArray<CodeFixProvider> Fixes { get; } = Create<CodeFixProvider>("AiSecurity.Analyzers.CodeFixes");

    public static ImmutableArray<CodeRefactoringProvider> Refactorings { get; } = Create<CodeRefactoringProvider>("AiSecurity.Analyzers.CodeFixes");

    /// <summary>The names of the files in a folder of tests/Corpus, for a theory.</summary>
    public static TheoryData<string> CorpusFiles(string folder)
    {
        var data = new TheoryData<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", folder), "*.cs").Order(StringComparer.Ordinal))
            data.Add(Path.GetFileName(file));
        return data;
    }

    public static string ReadCorpus(string folder, string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Corpus", folder, file));

    public static CSharpCompilation Compile(string source, string name = "Test.cs")
    {
        var tree = CSharpSyntaxTree.ParseText(source, TestSetup.ParseOptions, name);
        var compilation = Empty.Value.AddSyntaxTrees(tree);
        return TestSetup.HasTopLevelStatements(source) ? compilation.WithOptions(Library.WithOutputKind(OutputKind.ConsoleApplication)) : compilation;
    }

    /// <summary>What our analyzers report; an exception in one of them is an exception here.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation)
    {
        if (Analyzers.IsEmpty)
            return [];
        var crashes = new ConcurrentQueue<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, analyzer, _) => crashes.Enqueue($"{analyzer.GetType().Name}: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        Assert.True(crashes.IsEmpty, string.Join('\n', crashes));
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return diagnostics;
    }

    private static ImmutableArray<T> Create<T>(string assembly) =>
    [
        .. Assembly.Load(assembly).GetTypes()
            .Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!),
    ];
}
