using System.Collections.Immutable;
using AiSecurity.Cli.Scanning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using RuleSet = AiSecurity.Cli.Scanning.RuleSet;

namespace AiSecurity.Cli.Fixing;

/// <summary>Applies the first fix that is offered for what is reported in one file, and the same fix to everything of its kind there.</summary>
internal static class DocumentFix
{
    /// <summary>The changed solution; null when nothing is offered.</summary>
    public static async Task<Solution?> ApplyAsync(Document document, Diagnostic diagnostic, ImmutableArray<Diagnostic> ofDocument, CancellationToken cancellationToken)
    {
        foreach (var provider in RuleSet.Fixes)
        {
            if (!provider.FixableDiagnosticIds.Contains(diagnostic.Id) || await FirstAsync(provider, document, diagnostic, cancellationToken) is not { } action)
                continue;
            if (await AllAsync(provider, action, document, diagnostic.Id, ofDocument, cancellationToken) is { } all)
                return all;
            if (await ChangedAsync(action, document.Project.Solution, cancellationToken) is { } one)
                return one;
        }

        return null;
    }

    private static async Task<CodeAction?> FirstAsync(CodeFixProvider provider, Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        CodeAction? first = null;
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => first ??= action, cancellationToken));
        return first;
    }

    private static async Task<Solution?> AllAsync(CodeFixProvider provider, CodeAction action, Document document, string id, ImmutableArray<Diagnostic> ofDocument, CancellationToken cancellationToken)
    {
        var same = ofDocument.Where(diagnostic => diagnostic.Id == id).ToImmutableArray();
        if (same.Length < 2 || provider.GetFixAllProvider() is not { } all || !all.GetSupportedFixAllScopes().Contains(FixAllScope.Document))
            return null;

        var context = new FixAllContext(document, provider, FixAllScope.Document, action.EquivalenceKey, [id], new RoundDiagnostics(same), cancellationToken);
        return await all.GetFixAsync(context) is { } fix ? await ChangedAsync(fix, document.Project.Solution, cancellationToken) : null;
    }

    private static async Task<Solution?> ChangedAsync(CodeAction action, Solution solution, CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(cancellationToken);
        return operations.OfType<ApplyChangesOperation>().FirstOrDefault()?.ChangedSolution is { } changed && changed.GetChanges(solution).GetProjectChanges().Any(HasChanged) ? changed : null;
    }

    private static bool HasChanged(ProjectChanges changes) => changes.GetChangedDocuments().Any() || changes.GetAddedDocuments().Any();
}
