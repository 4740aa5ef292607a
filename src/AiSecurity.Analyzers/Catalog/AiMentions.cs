using System;
using System.Buffers;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Analyzers.Catalog;

/// <summary>Tells files that name an AI service without its SDK, as requests by hand do. Reads text only, each file once; safe for concurrent use.</summary>
internal sealed class AiMentions(ImmutableArray<CatalogRow> rows)
{
    private const int ChunkLength = 32 * 1024;

    private readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> _known = new();
    private readonly int _longest = rows.IsEmpty ? 0 : rows.Max(static row => row.Member.Length);

    public bool AreIn(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_known.GetValue(tree, _ => new StrongBox<bool>(IsIn(tree.GetText(cancellationToken)))).Value)
                return true;
        }

        return false;
    }

    private bool IsIn(SourceText text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(Math.Min(text.Length, ChunkLength) + 1);
        try
        {
            // Chunks overlap, so that none cuts a name in two.
            for (var start = 0; start < text.Length; start += ChunkLength - _longest)
            {
                var length = Math.Min(buffer.Length, text.Length - start);
                text.CopyTo(start, buffer, 0, length);
                foreach (var row in rows)
                {
                    if (buffer.AsSpan(0, length).IndexOf(row.Member.AsSpan()) >= 0)
                        return true;
                }
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }

        return false;
    }
}
