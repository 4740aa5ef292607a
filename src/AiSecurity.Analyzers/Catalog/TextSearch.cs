using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>Whether one of some texts stands in a file, without a walk over its syntax and without a copy of it. Immutable and safe for concurrent use.</summary>
internal sealed class TextSearch(ImmutableArray<string> wanted)
{
    private const int ChunkLength = 32 * 1024;

    private readonly int _longest = wanted.IsEmpty ? 0 : wanted.Max(static one => one.Length);

    /// <summary>Chunks overlap, so that none cuts a text in two.</summary>
    /// <param name="text">The file.</param>
    /// <param name="buffer">Made when it is needed, for as many files as the caller likes.</param>
    public bool IsIn(SourceText text, ref char[]? buffer)
    {
        buffer ??= new char[ChunkLength];
        for (var start = 0; start < text.Length; start += ChunkLength - _longest)
        {
            var length = Math.Min(ChunkLength, text.Length - start);
            text.CopyTo(start, buffer, 0, length);
            foreach (var one in wanted)
            {
                if (IsIn(buffer, length, one))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Spans would be shorter, but their library is none that every compiler brings.</summary>
    private static bool IsIn(char[] buffer, int length, string wanted)
    {
        for (var at = Array.IndexOf(buffer, wanted[0], 0, length); at >= 0 && at + wanted.Length <= length; at = Array.IndexOf(buffer, wanted[0], at + 1, length - at - 1))
        {
            var same = 1;
            while (same < wanted.Length && buffer[at + same] == wanted[same])
                same++;
            if (same == wanted.Length)
                return true;
        }

        return false;
    }
}
