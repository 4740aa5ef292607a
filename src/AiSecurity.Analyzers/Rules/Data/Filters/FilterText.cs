using System.Collections.Generic;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Data.Filters;

/// <summary>How the filter of a search is put together, in its own file.</summary>
internal sealed class FilterText(AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
{
    private const int MaxDepth = 5;

    private readonly ValueTrace _trace = new(model, cancellationToken);
    private readonly ForeignText _foreign = new(symbols, model, cancellationToken);
    private readonly HashSet<SyntaxNode> _seen = [];

    /// <summary>The expressions that put it together, each with the texts of others between quotation marks.</summary>
    public IEnumerable<(SyntaxNode Composed, List<IOperation> Quoted)> Of(ExpressionSyntax filter) =>
        model.OperationOf(filter, cancellationToken) is { } operation ? In(operation, 0) : [];

    private IEnumerable<(SyntaxNode Composed, List<IOperation> Quoted)> In(IOperation filter, int depth)
    {
        if (depth > MaxDepth)
            yield break;

        foreach (var source in _trace.SourcesOf(filter).SelectMany(Additions))
        {
            if (source.Syntax.SyntaxTree != model.SyntaxTree || !_seen.Add(source.Syntax))
                continue;

            var quoted = new List<IOperation>();
            var isQuoted = false;
            foreach (var (text, value) in TextPieces.Of(source))
            {
                // Two marks are one inside the quotation: it goes on behind them.
                isQuoted ^= text?.Count(static character => character == '\'') % 2 == 1;
                if (value is null)
                    continue;
                if (isQuoted && _foreign.Is(value))
                    quoted.Add(value);
                if (isQuoted || value == source || value.Type?.SpecialType != SpecialType.System_String)
                    continue;
                foreach (var inner in In(value, depth + 1))
                    yield return inner;
            }

            if (quoted.Count > 0)
                yield return (source.Syntax, quoted);
        }
    }

    /// <summary>A variable that its own method adds to stands for what is added.</summary>
    private static IEnumerable<IOperation> Additions(IOperation source)
    {
        if (source is not ILocalReferenceOperation { Local: var local })
            return [source];

        var root = source;
        while (root.Parent is not null)
            root = root.Parent;
        return root.Descendants().OfType<ICompoundAssignmentOperation>()
            .Where(addition => addition.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local))
            .Select(static addition => Operations.Unwrap(addition.Value));
    }
}
