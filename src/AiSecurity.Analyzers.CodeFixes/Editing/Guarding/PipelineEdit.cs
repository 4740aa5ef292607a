using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.CodeFixes.Editing.Guarding;

/// <summary>Puts a guard into the pipelines that the call of a model runs through.</summary>
internal static class PipelineEdit
{
    /// <summary>The file of the place in the changed solution; null where the project does not build the client, or a pipeline has no way to the guard.</summary>
    public static async Task<Document?> ApplyAsync(ReportedPlace place, GuardMember guard, Func<Document, Task<bool>> isBetter)
    {
        if (guard.Pipeline is not { } step || await CalledPipelines.OfAsync(place, guard.Row["covers"]!).ConfigureAwait(false) is not { } pipelines)
            return null;

        var solution = place.Document.Project.Solution;
        var fromContainer = false;
        foreach (var file in Unnested(pipelines, guard).Where(pipeline => !pipeline.Has(step.Method)).GroupBy(static pipeline => pipeline.Document.Id))
        {
            var edit = new FileEdit();
            foreach (var pipeline in file)
            {
                if (await ReportedPlace.CreateAsync(pipeline.Document, pipeline.Start.Span, place.CancellationToken).ConfigureAwait(false) is not { } start)
                    return null;
                if (edit.IsEmpty)
                    step.Import(start, edit);
                var reach = pipeline.HasServices ? null : GuardReach.Here(start, guard);
                if (!pipeline.HasServices && (reach is null || (reach.Declaration is { } declaration && !StatementInsertion.TryAddBefore(reach.Anchor!, [declaration], edit))))
                    return null;

                fromContainer |= reach?.FromContainer ?? true;
                PipelineStep.Add(pipeline, guard, step.Method, reach?.Expression, edit);
            }

            if (await CheckedEdit.ApplyAsync(solution.GetDocument(file.Key)!, place.Symbols, edit, place.CancellationToken).ConfigureAwait(false) is not { } changed)
                return null;
            solution = changed.Project.Solution;
        }

        var result = solution.GetDocument(place.Document.Id);
        if (result is null || solution == place.Document.Project.Solution || !await isBetter(result).ConfigureAwait(false))
            return null;
        return fromContainer ? await GuardRegistration.AddAsync(result, guard, place.Symbols, place.CancellationToken).ConfigureAwait(false) : result;
    }

    /// <summary>Of pipelines that are part of another one the innermost, where the guard must see what goes to the model itself, and the outermost otherwise.</summary>
    private static IEnumerable<ClientPipeline> Unnested(IReadOnlyList<ClientPipeline> pipelines, GuardMember guard) => pipelines.Where(pipeline => !pipelines.Any(other =>
        other != pipeline && (guard.Row["inside"] is null ? IsInside(pipeline, other) : IsInside(other, pipeline))));

    private static bool IsInside(ClientPipeline inner, ClientPipeline outer) => inner.Start != outer.Start && inner.Start.SyntaxTree == outer.Start.SyntaxTree && outer.Start.Span.Contains(inner.Start.Span);
}
