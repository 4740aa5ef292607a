using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>Applies the first of several edits that compiles, and after which less is reported.</summary>
internal static class GuardEdit
{
    /// <param name="place">The place to guard.</param>
    /// <param name="guard">What it shall be guarded with.</param>
    /// <param name="edits">The edits, the best first; each says how it gets at the guard, or null when it is none.</param>
    /// <param name="isBetter">Looks at the result.</param>
    public static async Task<Document?> ApplyAsync(ReportedPlace place, GuardMember guard, IEnumerable<Func<FileEdit, GuardReach?>> edits, Func<Document, Task<bool>> isBetter)
    {
        foreach (var add in edits)
        {
            var edit = new FileEdit();
            if (add(edit) is not { } reach || await CheckedEdit.ApplyAsync(place.Document, place.Symbols, edit, place.CancellationToken).ConfigureAwait(false) is not { } changed)
                continue;
            if (reach.ChangedType is { } type)
            {
                changed = await GuardCallers.PassAsync(place.Document, changed, type, guard, place.CancellationToken).ConfigureAwait(false);
                if (await WholeCompileCheck.BreaksAsync(place.Document, changed, type, place.CancellationToken).ConfigureAwait(false))
                    continue;
            }

            if (await isBetter(changed).ConfigureAwait(false))
                return reach.FromContainer ? await GuardRegistration.AddAsync(changed, guard, place.Symbols, place.CancellationToken).ConfigureAwait(false) ?? changed : changed;
        }

        return null;
    }
}
