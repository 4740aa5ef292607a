using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Rules;

/// <summary>A rule that looks at the call sites of AI SDKs. Registers nothing in a compilation that refers to none.</summary>
public abstract class AiRule : DiagnosticAnalyzer
{
    private protected AiRule(params DiagnosticDescriptor[] descriptors) => SupportedDiagnostics = ImmutableArray.Create(descriptors);

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        // What Razor makes of markup is generated, and holds the code that people wrote there.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            if (AiCompilation.TryGet(start.Compilation, start.Options, start.CancellationToken) is not { } compilation || !AppliesTo(compilation))
                return;

            Register(start, compilation);
        });
    }

    /// <summary>Whether the rule has anything to say about a project, before any of its files is looked at.</summary>
    private protected virtual bool AppliesTo(AiCompilation compilation) => true;

    /// <summary>One callback a source file, and one shared walk: bodies that call nothing of the catalog are never bound nor turned into operations.</summary>
    private protected virtual void Register(CompilationStartAnalysisContext start, AiCompilation compilation) =>
        start.RegisterSemanticModelAction(file =>
        {
            if (!RazorFile.IsOnlyGenerated(file))
                Analyze(new AiFile(compilation, file));
        });

    private protected virtual void Analyze(AiFile file)
    {
    }
}
