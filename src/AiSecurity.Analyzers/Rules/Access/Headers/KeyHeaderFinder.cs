using System;
using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Headers;

/// <summary>Finds where a file sets request headers that can carry a key, by their names: constants, constants of other types, lists that a loop goes over.</summary>
internal sealed class KeyHeaderFinder(AiFile file, ValueTrace trace)
{
    private readonly SinkArguments _arguments = new(file.Model, file.CancellationToken);
    private readonly HeaderList _list = new(file.Model, trace, file.CancellationToken);

    public IEnumerable<KeyHeader> Find()
    {
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role != Role.Header || file.Model.OperationOf(site.Node, file.CancellationToken) is not { } call)
                    continue;
                foreach (var header in Of(site, row, call))
                    yield return header;
            }
        }
    }

    private IEnumerable<KeyHeader> Of(CallSite site, CatalogRow row, IOperation call)
    {
        var (name, value) = call is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } index } } assignment
            ? (index[0].Value, assignment.Value)
            : (Argument(row["name"]), Argument(row["value"]));
        if (name is null || value is null)
            yield break;

        foreach (var piece in ConstantText.Of(name, trace, file.CancellationToken).Pieces)
        {
            if (Header(site.Node, piece.Text, value, call) is { } header)
                yield return header;
        }

        foreach (var item in _list.ItemsOf(name))
        {
            if (Header(item.Node, item.Name, item.Value, call) is { } header)
                yield return header;
        }

        IOperation? Argument(string? parameter) => parameter is null ? null : _arguments.Find(call, site.Member, new CatalogSlot(parameter, null, null))?.Value;
    }

    private KeyHeader? Header(SyntaxNode node, string name, IOperation value, IOperation call)
    {
        foreach (var row in file.Compilation.Symbols.Catalog[Role.KeyHeader])
        {
            if (row.Member.Equals(name, StringComparison.OrdinalIgnoreCase))
                return KeyIn(value, row) is { } key ? new KeyHeader(node, name, row, key, call) : null;
        }

        return null;
    }

    /// <summary>The key in what is sent: after the scheme in <c>$"Bearer {key}"</c> and <c>"Bearer " + key</c>; null when another scheme is, or none.</summary>
    private IOperation? KeyIn(IOperation value, CatalogRow row)
    {
        // The name of the scheme stands for the header where it is an argument of its own.
        var scheme = row["scheme"] is { } word && word != row.Member ? word : null;
        foreach (var source in trace.SourcesOf(value))
        {
            var (start, key) = source switch
            {
                IInterpolatedStringOperation { ConstantValue.HasValue: false } interpolated => Interpolated(interpolated),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, ConstantValue.HasValue: false } sum => (sum.LeftOperand.ConstantValue.Value as string ?? "", sum.RightOperand),
                _ => ("", null),
            };
            if (key is not null && (scheme is null ? start.Length == 0 : start.TrimStart().StartsWith(scheme + " ", StringComparison.OrdinalIgnoreCase)))
                return key;
        }

        return scheme is null ? value : null;
    }

    private static (string Start, IOperation? Key) Interpolated(IInterpolatedStringOperation interpolated)
    {
        var start = "";
        foreach (var part in interpolated.Parts)
        {
            if (part is IInterpolationOperation hole)
                return (start, hole.Expression);
            if (part is IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string text } })
                start += text;
        }

        return (start, null);
    }
}
