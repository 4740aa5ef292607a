using System.Collections.Generic;

namespace AiSecurity.Guards;

/// <summary>The fewest requests that hold all pieces of a prompt and its documents, each within the service's limits.</summary>
internal static class ShieldPlan
{
    public static List<ShieldRequest> Make(string prompt, IReadOnlyList<string> documents, int overlap)
    {
        var requests = ChunksOf(prompt, overlap).ConvertAll(static chunk => new ShieldRequest { UserPrompt = chunk });
        var current = -1;
        var length = 0;
        for (var document = 0; document < documents.Count; document++)
        {
            foreach (var chunk in ChunksOf(documents[document], overlap))
            {
                if (current < 0 || requests[current].Documents.Count == ContentSafetyService.DocumentsLimit || length + chunk.Length > ContentSafetyService.TextLimit)
                {
                    current++;
                    length = 0;
                    if (current == requests.Count)
                        requests.Add(new());
                }

                requests[current].Documents.Add((document, chunk));
                length += chunk.Length;
            }
        }

        return requests;
    }

    /// <summary>White space only holds no instruction, and the service would refuse it.</summary>
    private static List<string> ChunksOf(string text, int overlap)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var chunks = TextChunks.Split(text, ContentSafetyService.TextLimit, overlap);
        chunks.RemoveAll(string.IsNullOrWhiteSpace);
        return chunks;
    }
}
