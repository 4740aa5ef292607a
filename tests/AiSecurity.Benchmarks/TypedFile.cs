using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Benchmarks;

/// <summary>A file of about 2,000 lines that asks models, in which somebody types.</summary>
internal sealed class TypedFile
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using System.Net.Http; using System.Threading.Tasks; using Microsoft.Extensions.AI;\n";

    private readonly CSharpCompilation _compilation;
    private readonly SyntaxTree _tree;
    private int _key;

    public TypedFile()
    {
        _compilation = Sources.Create("typed", [("/src/Typed.cs", Usings + Sources.LongFile())], Sources.References());
        _tree = _compilation.SyntaxTrees[0];
        if (_compilation.GetDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException(error.ToString());
    }

    /// <summary>Presses one key and asks for what an editor then wants to know of the file: what the compiler and the analyzers say.</summary>
    /// <returns>The number of diagnostics.</returns>
    public async Task<int> PressAsync(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var text = _tree.GetText();
        var place = text.ToString().IndexOf("text.Trim()", StringComparison.Ordinal);
        var changed = _tree.WithChangedText(text.WithChanges(new TextChange(new TextSpan(place, 0), $"/*{_key++}*/")));
        var compilation = _compilation.ReplaceSyntaxTree(_tree, changed);
        var analysis = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([], new EmptyConfiguration()), null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        var model = compilation.GetSemanticModel(changed);
        return model.GetDiagnostics().Length + (await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None)).Length;
    }

    /// <summary>How long a key takes, in milliseconds.</summary>
    public async Task<double> TimeAsync(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var watch = Stopwatch.StartNew();
        await PressAsync(analyzers);
        return watch.Elapsed.TotalMilliseconds;
    }
}
