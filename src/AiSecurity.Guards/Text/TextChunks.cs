using System;
using System.Collections.Generic;

namespace AiSecurity.Guards;

/// <summary>
/// A text in pieces that a service takes. Neighbours overlap, so that what stands across a border is whole in one of them; blanks and repetitions, with
/// which a sentence can be stretched over any border, do not count for the overlap.
/// </summary>
internal static class TextChunks
{
    /// <param name="text">The text; surrogates without a partner become U+FFFD, as on their way to the model.</param>
    /// <param name="limit">The most UTF-16 units of a piece; the services count code points, which are never more.</param>
    /// <param name="overlap">How much of a piece the next one repeats: less than half of <paramref name="limit"/>.</param>
    public static List<string> Split(string text, int limit, int overlap)
    {
        text = Surrogates.Repair(text);
        var chunks = new List<string>();
        if (!Add(chunks, text, limit, overlap) && Padding.Squeeze(text) is { } squeezed)
            Add(chunks, squeezed, limit, overlap);
        return chunks;
    }

    /// <summary>Whether every overlap holds as much as it should; if not, the text is so blank at a border that it must be looked at without its blanks, too.</summary>
    private static bool Add(List<string> chunks, string text, int limit, int overlap)
    {
        var isWhole = true;
        var start = 0;
        while (text.Length - start > limit)
        {
            var end = Surrogates.BorderAtOrBefore(text, start + limit);
            chunks.Add(text.Substring(start, end - start));
            var next = Padding.StepBack(text, end, overlap, end - (limit / 2), out var reached);
            isWhole &= reached;
            start = Surrogates.BorderAtOrBefore(text, next);
        }

        chunks.Add(text.Substring(start));
        return isWhole;
    }
}
