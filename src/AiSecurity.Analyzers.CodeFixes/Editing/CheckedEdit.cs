using System.Threading;
using System.Threading.Tasks;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.CodeFixes.Editing;

/// <summary>Applies the edits of one file, and takes them back when they break it.</summary>
internal static class CheckedEdit
{
    /// <summary>The file with the edits, and without what they left unused; null when it has errors that the original had not.</summary>
    public static async Task<Document?> ApplyAsync(Document document, AiSymbols symbols, FileEdit edit, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var changed = document.WithSyntaxRoot(edit.Apply(root!));
        var errors = await CompileCheck.NewErrorsAsync(document, changed, cancellationToken).ConfigureAwait(false);
        if (ExperimentalCode.Explains(errors))
        {
            changed = await ExperimentalCode.AllowAsync(changed, errors, cancellationToken).ConfigureAwait(false);
            errors = await CompileCheck.NewErrorsAsync(document, changed, cancellationToken).ConfigureAwait(false);
        }

        if (!errors.IsEmpty || await ParameterCheck.ShiftsAsync(document, changed, edit, cancellationToken).ConfigureAwait(false))
            return null;

        var tidy = await UnusedCode.RemoveAsync(changed, symbols, cancellationToken).ConfigureAwait(false);
        tidy = await UnusedUsings.RemoveAsync(document, tidy, cancellationToken).ConfigureAwait(false);
        return (await CompileCheck.NewErrorsAsync(document, tidy, cancellationToken).ConfigureAwait(false)).IsEmpty ? tidy : changed;
    }
}
