using Microsoft.CodeAnalysis;

namespace AiSecurity.Cli.Fixing;

/// <summary>One file can be a document of several projects, and of each target framework of one.</summary>
internal static class LinkedFiles
{
    /// <summary>The solution with what a fix wrote into a document in every document of the same file.</summary>
    public static async Task<Solution> SpreadAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        var all = after;
        foreach (var id in after.GetChanges(before).GetProjectChanges().SelectMany(static changes => changes.GetChangedDocuments()).ToList())
        {
            var document = after.GetDocument(id)!;
            if (document.FilePath is null)
                continue;
            foreach (var same in after.GetDocumentIdsWithFilePath(document.FilePath))
            {
                if (same != id && all.GetDocument(same) is not null)
                    all = all.WithDocumentText(same, await document.GetTextAsync(cancellationToken));
            }
        }

        return all;
    }
}
