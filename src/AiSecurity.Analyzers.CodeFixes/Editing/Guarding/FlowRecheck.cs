using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using AiSecurity.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>Analyses a file again after an edit: a guard that the engine does not take for one is no fix.</summary>
internal sealed class FlowRecheck
{
    private readonly IReadOnlyList<Diagnostic> _before;
    private readonly bool _isLocal;

    private FlowRecheck(IReadOnlyList<Diagnostic> before, bool isLocal) => (_before, _isLocal) = (before, isLocal);

    /// <summary>What the file alone tells, when the diagnostic is among it; what the project tells otherwise.</summary>
    public static async Task<FlowRecheck> OfAsync(Document original, SyntaxNode place, string id, CancellationToken cancellationToken)
    {
        var local = await AnalyzeAsync(original, isLocal: true, cancellationToken).ConfigureAwait(false);
        return local.Any(found => found.Id == id && place.Span.Contains(found.Location.SourceSpan))
            ? new FlowRecheck(local, isLocal: true)
            : new FlowRecheck(await AnalyzeAsync(original, isLocal: false, cancellationToken).ConfigureAwait(false), isLocal: false);
    }

    /// <summary>Whether less is reported of that rule, and nothing more of any other.</summary>
    public async Task<bool> IsBetterAsync(Document changed, string id, CancellationToken cancellationToken)
    {
        var after = await AnalyzeAsync(changed, _isLocal, cancellationToken).ConfigureAwait(false);
        return Count(after, id) < Count(_before, id) && after.Select(static found => found.Id).Distinct().All(other => Count(after, other) <= Count(_before, other));
    }

    private static int Count(IEnumerable<Diagnostic> diagnostics, string id) => diagnostics.Count(diagnostic => diagnostic.Id == id);

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(Document document, bool isLocal, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var analysis = model!.Compilation.WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new FlowAnalyzer()), document.Project.AnalyzerOptions);
        if (isLocal)
            return await analysis.GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, cancellationToken).ConfigureAwait(false);

        var all = await analysis.GetAnalyzerDiagnosticsAsync(cancellationToken).ConfigureAwait(false);
        return all.Where(diagnostic => diagnostic.Location.SourceTree == model.SyntaxTree).ToList();
    }
}
