using System.Threading;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules;

/// <summary>One source file as a rule sees it.</summary>
internal readonly struct AiFile(AiCompilation compilation, SemanticModelAnalysisContext context)
{
    public AiCompilation Compilation { get; } = compilation;

    public SemanticModel Model => context.SemanticModel;

    public CancellationToken CancellationToken => context.CancellationToken;

    public SourceScan Scan => Compilation.ScanOf(Model, CancellationToken);

    public void Report(Diagnostic diagnostic) => context.ReportDiagnostic(diagnostic);
}
