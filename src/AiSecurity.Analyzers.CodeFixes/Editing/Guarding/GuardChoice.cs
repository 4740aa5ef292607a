using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>One way to put a guard in.</summary>
/// <param name="Title">What the light bulb says.</param>
/// <param name="Name">Last part of the equivalence key.</param>
/// <param name="ApplyAsync">Gives the changed file; null when there is no right edit, or the last argument is not content with its result.</param>
internal sealed record GuardChoice(string Title, string Name, Func<ReportedPlace, GuardMember, Func<Document, Task<bool>>, Task<Document?>> ApplyAsync)
{
    /// <summary>At the place itself: the first of several edits.</summary>
    public static GuardChoice AtPlace(string title, string name, Func<ReportedPlace, GuardMember, IEnumerable<Func<FileEdit, GuardReach?>>> edits) =>
        new(title, name, (place, guard, isBetter) => GuardEdit.ApplyAsync(place, guard, edits(place, guard), isBetter));

    /// <summary>In the pipeline of the client.</summary>
    public static GuardChoice InPipeline(string title) => new(title, "pipeline", PipelineEdit.ApplyAsync);
}
