using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Benchmarks;

/// <summary>One key pressed in a file of about 2,000 lines that asks models: what an editor then asks of the file.</summary>
[MemoryDiagnoser]
public class KeystrokeBenchmark
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using System.Net.Http; using System.Threading.Tasks; using Microsoft.Extensions.AI;\n";

    private CSharpCompilation _compilation = null!;
    private SyntaxTree _tree = null!;
    private ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private int _key;

    [Params("no-op syntax", "AiSecurity")]
    public string Analyzers { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        _compilation = Sources.Create("typed", [("/src/Typed.cs", Usings + Sources.LongFile())], Sources.References());
        _tree = _compilation.SyntaxTrees[0];
        _analyzers = Candidate.All().Single(candidate => candidate.Name == Analyzers).Analyzers;
        if (_compilation.GetDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException(error.ToString());
    }

    [Benchmark]
    public async Task<int> Diagnostics()
    {
        var text = _tree.GetText();
        var place = text.ToString().IndexOf("text.Trim()", StringComparison.Ordinal);
        var changed = _tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(place, 0), $"/*{_key++}*/")));
        var compilation = _compilation.ReplaceSyntaxTree(_tree, changed);
        var analysis = compilation.WithAnalyzers(_analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([], new EmptyConfiguration()), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        var model = compilation.GetSemanticModel(changed);
        return model.GetDiagnostics().Length + (await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None)).Length;
    }
}
