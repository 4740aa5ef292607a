using System;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>
/// Tells files that ask an AI service without its SDK: they name one, and what sends requests. Reads text only, each file once, and for nothing but a sender in most of them. Safe for concurrent use.
/// </summary>
internal sealed class AiMentions(ImmutableArray<CatalogRow> rows)
{
    private const int ChunkLength = 32 * 1024;

    private readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> _known = new();
    private readonly ImmutableArray<string> _senders = Texts(rows, isSender: true);
    private readonly ImmutableArray<string> _names = Texts(rows, isSender: false);
    private readonly int _longest = rows.IsEmpty ? 0 : rows.Max(static row => row.Member.Length);

    public bool AreIn(Compilation compilation, CancellationToken cancellationToken)
    {
        char[]? buffer = null;
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_known.GetValue(tree, _ => new StrongBox<bool>(Asks(tree.GetText(cancellationToken), buffer ??= new char[ChunkLength]))).Value)
                return true;
        }

        return false;
    }

    private bool Asks(SourceText text, char[] buffer) => Has(text, _senders, buffer) && Has(text, _names, buffer);

    /// <summary>Whether one of some texts stands in a file. Chunks overlap, so that none cuts it in two.</summary>
    private bool Has(SourceText text, ImmutableArray<string> wanted, char[] buffer)
    {
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

    private static ImmutableArray<string> Texts(ImmutableArray<CatalogRow> rows, bool isSender) => rows.Where(row => row["kind"] == "sender" == isSender).Select(static row => row.Member).ToImmutableArray();
}
