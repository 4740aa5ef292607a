using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>Every fix for what was reported in a file, and every refactoring at those places and at some others.</summary>
internal static class EditRun
{
    /// <summary>More of the same rule in a file rarely says anything new.</summary>
    private const int DiagnosticsOfRule = 2;

    /// <param name="input">The file.</param>
    /// <param name="diagnostics">What was reported in it.</param>
    public static async Task<(int Offered, FuzzFailure? Failure)> RunAsync(FuzzInput input, IEnumerable<Diagnostic> diagnostics)
    {
        var reported = diagnostics
            .GroupBy(diagnostic => diagnostic.Id)
            .SelectMany(rule => rule.Take(DiagnosticsOfRule))
            .ToList();
        if (reported.Count == 0)
            return (0, null);

        var document = FuzzWorkspace.DocumentOf(input);
        var edited = new EditedDocument(input, document);
        foreach (var diagnostic in reported)
        {
            foreach (var fix in Everything.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                if (await edited.TryAsync(fix.GetType().Name, actions => fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None))) is { } failure)
                    return (edited.Offered, failure);
            }
        }

        foreach (var span in await PlacesAsync(document, reported))
        {
            foreach (var refactoring in Everything.Refactorings)
            {
                if (await edited.TryAsync(refactoring.GetType().Name, actions => refactoring.ComputeRefactoringsAsync(new CodeRefactoringContext(document, span, actions.Add, CancellationToken.None))) is { } failure)
                    return (edited.Offered, failure);
            }
        }

        return (edited.Offered, null);
    }

    private static async Task<IEnumerable<TextSpan>> PlacesAsync(Document document, List<Diagnostic> diagnostics)
    {
        var tokens = (await document.GetSyntaxRootAsync())!.DescendantTokens().ToList();
        var others = Enumerable.Range(1, 4).Select(part => tokens[(tokens.Count - 1) * part / 4]).Select((token, index) => index % 2 == 0 ? new TextSpan(token.SpanStart, 0) : token.FullSpan);
        return diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan).Concat(others).Distinct();
    }
}
