using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Tells what a change of one file breaks, so that a fix that would is never offered.</summary>
internal static class CompileCheck
{
    /// <summary>The errors that the changed file has and the original had not.</summary>
    public static async Task<ImmutableArray<Diagnostic>> NewErrorsAsync(Document original, Document changed, CancellationToken cancellationToken)
    {
        var before = new Dictionary<string, int>();
        foreach (var error in await ErrorsAsync(original, cancellationToken).ConfigureAwait(false))
            before[Key(error)] = before.TryGetValue(Key(error), out var count) ? count + 1 : 1;

        var fresh = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var error in await ErrorsAsync(changed, cancellationToken).ConfigureAwait(false))
        {
            if (before.TryGetValue(Key(error), out var count) && count > 0)
                before[Key(error)] = count - 1;
            else
                fresh.Add(error);
        }

        return fresh.ToImmutable();
    }

    private static async Task<IEnumerable<Diagnostic>> ErrorsAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model!.GetDiagnostics(cancellationToken: cancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    private static string Key(Diagnostic error) => error.Id + error.GetMessage();
}
