using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>One place after the other: what the first has injected and registered, the next one finds.</summary>
internal sealed class GuardFixAll(Func<ReportedPlace, Task<Document?>> fix) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var solution = fixAllContext.Solution;
        foreach (var document in Documents(fixAllContext))
        {
            var diagnostics = await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            if (diagnostics.IsEmpty && fixAllContext.Scope != FixAllScope.Document)
                continue;
            solution = await FixAsync(solution, document.Id, diagnostics, fixAllContext.CancellationToken).ConfigureAwait(false);
        }

        return CodeAction.Create(fixAllContext.CodeActionEquivalenceKey ?? "", _ => Task.FromResult(solution), fixAllContext.CodeActionEquivalenceKey);
    }

    private static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document when context.Document is { } document => [document],
        FixAllScope.Project => context.Project.Documents,
        FixAllScope.Solution => context.Solution.Projects.SelectMany(static project => project.Documents),
        _ => [],
    };

    private async Task<Solution> FixAsync(Solution solution, DocumentId id, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var document = solution.GetDocument(id)!;
        var isFixed = false;
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var places = diagnostics.Where(diagnostic => root!.FullSpan.Contains(diagnostic.Location.SourceSpan))
            .Select(diagnostic => (Diagnostic: diagnostic, Node: root!.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true))).OrderBy(static place => place.Node.SpanStart).ToList();
        document = document.WithSyntaxRoot(root!.TrackNodes(places.Select(static place => place.Node).Distinct()));
        foreach (var (diagnostic, node) in places)
        {
            var current = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (current!.GetCurrentNode(node) is { } moved
                && await ReportedPlace.CreateAsync(document, moved.Span, diagnostic, cancellationToken).ConfigureAwait(false) is { } place
                && await fix(place).ConfigureAwait(false) is { } next)
                (document, isFixed) = (next, true);
        }

        return isFixed ? document.Project.Solution : solution;
    }
}
