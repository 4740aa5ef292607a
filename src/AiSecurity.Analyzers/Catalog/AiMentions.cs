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
    private readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> _known = new();
    private readonly TextSearch _senders = new(Texts(rows, isSender: true));
    private readonly TextSearch _names = new(Texts(rows, isSender: false));

    public bool AreIn(Compilation compilation, CancellationToken cancellationToken)
    {
        char[]? buffer = null;
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_known.GetValue(tree, _ => new StrongBox<bool>(Asks(tree.GetText(cancellationToken), ref buffer))).Value)
                return true;
        }

        return false;
    }

    private bool Asks(SourceText text, ref char[]? buffer) => _senders.IsIn(text, ref buffer) && _names.IsIn(text, ref buffer);

    private static ImmutableArray<string> Texts(ImmutableArray<CatalogRow> rows, bool isSender) => rows.Where(row => row["kind"] == "sender" == isSender).Select(static row => row.Member).ToImmutableArray();
}
