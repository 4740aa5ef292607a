using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>One of several edits for a diagnostic.</summary>
/// <param name="Title">What the light bulb says.</param>
/// <param name="Name">Last part of the equivalence key.</param>
internal sealed record FixChoice(string Title, string Name);

/// <summary>As <see cref="PlaceFix"/>, with several edits to choose from; Fix All makes the chosen one wherever it is right.</summary>
public abstract class ChoiceFix : CodeFixProvider
{
    private readonly string _id;

    private protected ChoiceFix(string id)
    {
        _id = id;
        FixableDiagnosticIds = ImmutableArray.Create(id);
    }

    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    public sealed override FixAllProvider GetFixAllProvider() =>
        FixAllProvider.Create((context, document, diagnostics) => FixAllAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken)!);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await ReportedPlace.CreateAsync(context.Document, diagnostic.Location.SourceSpan, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } place)
                continue;

            foreach (var choice in ChoicesAt(place))
            {
                if (await FixAsync(place, choice).ConfigureAwait(false) is { } changed)
                    context.RegisterCodeFix(CodeAction.Create(choice.Title, _ => Task.FromResult(changed), EquivalenceKey(choice)), diagnostic);
            }
        }
    }

    /// <summary>What to offer, the best first.</summary>
    private protected abstract ImmutableArray<FixChoice> ChoicesAt(ReportedPlace place);

    /// <summary>Adds the edit; false when there is no right one.</summary>
    private protected abstract bool TryAdd(ReportedPlace place, FixChoice choice, FileEdit edit);

    private string EquivalenceKey(FixChoice choice) => _id + "." + choice.Name;

    private async Task<Document?> FixAsync(ReportedPlace place, FixChoice choice)
    {
        var edit = new FileEdit();
        return TryAdd(place, choice, edit) && !edit.IsEmpty
            ? await CheckedEdit.ApplyAsync(place.Document, place.Symbols, edit, place.CancellationToken).ConfigureAwait(false)
            : null;
    }

    /// <summary>One after the other: an edit moves the places of the others, and can take some of them along.</summary>
    private async Task<Document> FixAllAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string? equivalenceKey, CancellationToken cancellationToken)
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
                && ChoicesAt(place).FirstOrDefault(choice => EquivalenceKey(choice) == equivalenceKey) is { } wanted
                && await FixAsync(place, wanted).ConfigureAwait(false) is { } next)
                (current, isFixed) = (next, true);
        }

        return isFixed ? current : document;
    }
}
