using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>A fix that puts a run-time guard in; offered only where the project refers to it, and the rule is silent afterwards.</summary>
public abstract class GuardFix : CodeFixProvider
{
    private readonly string _guards;

    private protected GuardFix(string id, string guards)
    {
        FixableDiagnosticIds = ImmutableArray.Create(id);
        _guards = guards;
    }

    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <summary>What to offer, the best first.</summary>
    private protected abstract ImmutableArray<GuardChoice> Choices { get; }

    public sealed override FixAllProvider GetFixAllProvider() =>
        new GuardFixAll((place, equivalenceKey) => Choices.FirstOrDefault(choice => EquivalenceKey(choice) == equivalenceKey) is { } wanted ? FixAsync(place, wanted) : Task.FromResult<Document?>(null));

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await ReportedPlace.CreateAsync(context.Document, diagnostic.Location.SourceSpan, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } place)
                continue;

            foreach (var choice in Choices)
            {
                if (await FixAsync(place, choice).ConfigureAwait(false) is { } changed)
                    context.RegisterCodeFix(CodeAction.Create(choice.Title, _ => Task.FromResult(changed.Project.Solution), EquivalenceKey(choice)), diagnostic);
            }
        }
    }

    private string EquivalenceKey(GuardChoice choice) => FixableDiagnosticIds[0] + "." + choice.Name;

    private async Task<Document?> FixAsync(ReportedPlace place, GuardChoice choice)
    {
        var id = FixableDiagnosticIds[0];
        if (GuardMember.Of(_guards, place.Symbols) is not { } guard)
            return null;

        FlowRecheck? recheck = null;
        return await choice.ApplyAsync(place, guard, IsBetterAsync).ConfigureAwait(false);

        async Task<bool> IsBetterAsync(Document changed)
        {
            recheck ??= await FlowRecheck.OfAsync(place.Document, place.Node, id, place.CancellationToken).ConfigureAwait(false);
            return await recheck.IsBetterAsync(changed, id, place.CancellationToken).ConfigureAwait(false);
        }
    }
}
