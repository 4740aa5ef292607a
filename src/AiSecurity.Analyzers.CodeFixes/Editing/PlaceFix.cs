using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>A fix that has one edit for each diagnostic, and offers it only when the result compiles.</summary>
public abstract class PlaceFix : CodeFixProvider
{
    private readonly string _title;
    private readonly string _equivalenceKey;

    private protected PlaceFix(string id, string title, string name)
    {
        FixableDiagnosticIds = ImmutableArray.Create(id);
        _title = title;
        _equivalenceKey = id + "." + name;
    }

    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create((context, document, diagnostics) => FixAllAsync(document, diagnostics, context.CancellationToken)!);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await ReportedPlace.CreateAsync(context.Document, diagnostic.Location.SourceSpan, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } place
                && await FixAsync(place).ConfigureAwait(false) is { } changed)
                context.RegisterCodeFix(CodeAction.Create(_title, _ => Task.FromResult(changed), _equivalenceKey), diagnostic);
        }
    }

    /// <summary>Adds the edit; false when there is no right one.</summary>
    private protected abstract bool TryAdd(ReportedPlace place, FileEdit edit);

    private async Task<Document?> FixAsync(ReportedPlace place)
    {
        var edit = new FileEdit();
        return TryAdd(place, edit) && !edit.IsEmpty
            ? await CheckedEdit.ApplyAsync(place.Document, place.Symbols, edit, place.CancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>One after the other: an edit moves the places of the others, and can take some of them along.</summary>
    private async Task<Document> FixAllAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var places = diagnostics.Select(diagnostic => (Diagnostic: diagnostic, Node: root!.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true))).ToList();
        var isFixed = false;
        var current = document.WithSyntaxRoot(root!.TrackNodes(places.Select(static place => place.Node).Distinct()));
        foreach (var (diagnostic, node) in places)
        {
            var currentRoot = await current.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (currentRoot!.GetCurrentNode(node) is { } moved
                && await ReportedPlace.CreateAsync(current, moved.Span, diagnostic, cancellationToken).ConfigureAwait(false) is { } place
                && await FixAsync(place).ConfigureAwait(false) is { } next)
                (current, isFixed) = (next, true);
        }

        return isFixed ? current : document;
    }
}
