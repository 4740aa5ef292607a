using System.Text;
using AiSecurity.Cli.Scanning;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.Model;

namespace AiSecurity.Cli.Fixing;

/// <summary>Changes as text that <c>git apply</c> and <c>patch</c> take; the line ends of a file stay in its lines.</summary>
internal static class UnifiedDiff
{
    /// <summary>Unchanged lines around a change.</summary>
    private const int Context = 3;

    /// <param name="root">The folder that file names are relative to.</param>
    /// <param name="changes">What changes.</param>
    public static string Write(string root, IEnumerable<FileChange> changes)
    {
        var text = new StringBuilder();
        foreach (var change in changes)
        {
            var name = RelativePath.Of(root, change.Path);
            // Without it patch takes a name to end at its first blank.
            var end = name.Contains(' ', StringComparison.Ordinal) ? "\t" : "";
            text.Append($"--- a/{name}{end}\n+++ b/{name}{end}\n");
            WriteHunks(text, Differ.Instance.CreateDiffs(change.Before, change.After, ignoreWhiteSpace: false, ignoreCase: false, LineEndingsPreservingChunker.Instance));
        }

        return text.ToString();
    }

    private static void WriteHunks(StringBuilder text, DiffResult diff)
    {
        var blocks = diff.DiffBlocks;
        for (var first = 0; first < blocks.Count;)
        {
            var last = first;
            while (last + 1 < blocks.Count && blocks[last + 1].DeleteStartA - (blocks[last].DeleteStartA + blocks[last].DeleteCountA) <= 2 * Context)
                last++;
            WriteHunk(text, diff, blocks, first, last);
            first = last + 1;
        }
    }

    private static void WriteHunk(StringBuilder text, DiffResult diff, IList<DiffBlock> blocks, int first, int last)
    {
        var lines = new StringBuilder();
        var start = Math.Max(0, blocks[first].DeleteStartA - Context);
        var end = Math.Min(diff.PiecesOld.Count, blocks[last].DeleteStartA + blocks[last].DeleteCountA + Context);
        var newStart = blocks[first].InsertStartB - (blocks[first].DeleteStartA - start);
        var added = 0;
        var at = start;
        for (var i = first; i <= last; i++)
        {
            Append(lines, ' ', diff.PiecesOld, at, blocks[i].DeleteStartA);
            Append(lines, '-', diff.PiecesOld, blocks[i].DeleteStartA, at = blocks[i].DeleteStartA + blocks[i].DeleteCountA);
            Append(lines, '+', diff.PiecesNew, blocks[i].InsertStartB, blocks[i].InsertStartB + blocks[i].InsertCountB);
            added += blocks[i].InsertCountB - blocks[i].DeleteCountA;
        }

        Append(lines, ' ', diff.PiecesOld, at, end);
        text.Append($"@@ -{Range(start, end - start)} +{Range(newStart, end - start + added)} @@\n").Append(lines);
    }

    /// <summary>Lines count from one; an empty range stands behind the line that it names.</summary>
    private static string Range(int start, int count) => $"{(count == 0 ? start : start + 1)},{count}";

    private static void Append(StringBuilder lines, char mark, IReadOnlyList<string> pieces, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            lines.Append(mark).Append(pieces[i]);
            if (!pieces[i].EndsWith('\n'))
                lines.Append("\n\\ No newline at end of file\n");
        }
    }
}
