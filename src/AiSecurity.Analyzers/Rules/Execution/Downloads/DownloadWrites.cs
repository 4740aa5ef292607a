using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Execution.Downloads;

/// <summary>What a file of source code writes into files and streams.</summary>
internal sealed class DownloadWrites
{
    private readonly List<(HashSet<object> Target, IOperation Content)> _writes = [];
    private readonly ValueTrace _trace;

    public DownloadWrites(AiFile file, ValueTrace trace)
    {
        _trace = trace;
        var arguments = new SinkArguments(file.Model, file.CancellationToken);
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if ((row.Role == Role.Download ? row["into"] : row["content"] is null ? null : row["value"]) is not { } target || file.Model.OperationOf(site.Node, file.CancellationToken) is not { } call)
                    continue;
                var content = row.Role == Role.Download ? call : arguments.Find(call, site.Member, new CatalogSlot(row["content"]!, null, null))?.Value;
                if (content is not null && arguments.Find(call, site.Member, new CatalogSlot(target, null, null)) is { } place)
                    _writes.Add((NamesOf(place.Value), content));
            }
        }

        foreach (var node in file.Model.SyntaxTree.GetRoot(file.CancellationToken).DescendantNodes())
        {
            if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CopyTo" or "CopyToAsync" }, ArgumentList.Arguments.Count: > 0 }
                && file.Model.OperationOf(node, file.CancellationToken) is IInvocationOperation { Instance: { } source, Arguments: { Length: > 0 } copied, TargetMethod.ContainingNamespace.Name: "IO" or "Http" })
                _writes.Add((NamesOf(copied[0].Value), source));
        }
    }

    /// <summary>What is written into the file or stream that a value stands for.</summary>
    public IEnumerable<IOperation> Into(IOperation place)
    {
        if (_writes.Count == 0)
            yield break;

        var names = NamesOf(place);
        foreach (var (target, content) in _writes)
        {
            if (target.Overlaps(names))
                yield return content;
        }
    }

    /// <summary>The variables that hold a path or stream, its text where it is constant, and the path of the file behind a stream.</summary>
    private HashSet<object> NamesOf(IOperation place)
    {
        var names = new HashSet<object>();
        var symbols = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var source in _trace.SourcesOf(place, symbols))
        {
            if (source.ConstantValue is { HasValue: true, Value: string { Length: > 0 } text })
                names.Add(text);
            else if (source is IInvocationOperation { TargetMethod.ContainingType: { Name: "File", ContainingNamespace.Name: "IO" }, Arguments: { Length: > 0 } opened })
                names.UnionWith(NamesOf(opened[0].Value));
            else if (source is IObjectCreationOperation { Type: { Name: "FileStream", ContainingNamespace.Name: "IO" }, Arguments: { Length: > 0 } created })
                names.UnionWith(NamesOf(created[0].Value));
            else if (ValueTrace.ReadSymbol(source) is { } symbol)
                symbols.Add(symbol);
        }

        foreach (var symbol in symbols)
        {
            if (symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol { IsIndexer: false })
                names.Add(symbol);
        }

        return names;
    }
}
