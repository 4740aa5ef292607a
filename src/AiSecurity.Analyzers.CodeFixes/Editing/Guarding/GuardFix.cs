using System;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>A fix that puts a run-time guard in; offered only where the project refers to it, and the rule is silent afterwards.</summary>
public abstract class GuardFix : CodeFixProvider
{
    private readonly string _title;
    private readonly string _guards;

    private protected GuardFix(string id, string title, string name, string guards)
    {
        FixableDiagnosticIds = ImmutableArray.Create(id);
        (_title, _guards, EquivalenceKey) = (title, guards, id + "." + name);
    }

    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    private string EquivalenceKey { get; }

    public sealed override FixAllProvider GetFixAllProvider() => new GuardFixAll(FixAsync);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await ReportedPlace.CreateAsync(context.Document, diagnostic.Location.SourceSpan, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } place
                && await FixAsync(place).ConfigureAwait(false) is { } changed)
                context.RegisterCodeFix(CodeAction.Create(_title, _ => Task.FromResult(changed.Project.Solution), EquivalenceKey), diagnostic);
        }
    }

    /// <summary>Gives the changed file; null when there is no right edit, or <paramref name="isBetter"/> is not content with its result.</summary>
    private protected abstract Task<Document?> ApplyAsync(ReportedPlace place, GuardMember guard, Func<Document, Task<bool>> isBetter);

    private async Task<Document?> FixAsync(ReportedPlace place)
    {
        var id = FixableDiagnosticIds[0];
        if (GuardMember.Of(_guards, place.Symbols) is not { } guard)
            return null;

        FlowRecheck? recheck = null;
        return await ApplyAsync(place, guard, IsBetterAsync).ConfigureAwait(false);

        async Task<bool> IsBetterAsync(Document changed)
        {
            recheck ??= await FlowRecheck.OfAsync(place.Document, place.Node, id, place.CancellationToken).ConfigureAwait(false);
            return await recheck.IsBetterAsync(changed, id, place.CancellationToken).ConfigureAwait(false);
        }
    }
}
