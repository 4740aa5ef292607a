using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>A key that stands in source code.</summary>
/// <param name="Node">The literal, or the sum of literals.</param>
/// <param name="Subject">What it is, as the beginning of a sentence. Never any part of the key.</param>
/// <param name="Setting">The name of a setting that could hold it.</param>
/// <param name="Use">The members that take it, when they are those of an AI client.</param>
internal sealed record HardCodedKey(SyntaxNode Node, string Subject, string Setting, KeyUse? Use);

/// <summary>Finds constants that reach a place for keys, and literals that look like a key wherever they stand.</summary>
internal sealed class HardCodedKeyFinder
{
    public const string DefaultSetting = "AI:ApiKey";

    private readonly AiCompilation _compilation;
    private readonly SemanticModel _model;
    private readonly SourceScan _scan;
    private readonly ValueTrace _trace;
    private readonly SinkArguments _arguments;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<SyntaxNode, HardCodedKey> _keys = [];
    private bool? _speaksToAi;

    private HardCodedKeyFinder(AiCompilation compilation, SemanticModel model, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _model = model;
        _scan = compilation.ScanOf(model, cancellationToken);
        _trace = new ValueTrace(model, cancellationToken);
        _arguments = new SinkArguments(model, cancellationToken);
        _cancellationToken = cancellationToken;
    }

    public static IReadOnlyCollection<HardCodedKey> Find(AiCompilation compilation, SemanticModel model, CancellationToken cancellationToken)
    {
        var finder = new HardCodedKeyFinder(compilation, model, cancellationToken);
        finder.AddKeysOfClients();
        finder.AddOtherSinks();
        finder.AddKnownFormats();
        return finder._keys.Values;
    }

    private void AddKeysOfClients()
    {
        foreach (var use in KeyUseFinder.Find(_compilation, _model, _cancellationToken))
        {
            // Local servers want some key, whichever.
            if (use.Key is not null && !use.Sinks.TrueForAll(static sink => sink.Endpoint.Kind == HostKind.Loopback))
                Add(use.Key, $"The key for '{use.Sinks[0].Name}'", use.Sinks[0].Row, use);
        }
    }

    private void AddOtherSinks()
    {
        foreach (var site in _scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role is not (Role.Secret or Role.Header or Role.KeyCredential) || _model.OperationOf(site.Node, _cancellationToken) is not { } operation)
                    continue;

                switch (row.Role)
                {
                    case Role.Secret when operation is ISimpleAssignmentOperation assignment:
                        Add(assignment.Value, $"The secret for '{site.Member.ContainingType.Name}'", row);
                        break;
                    case Role.Secret when _arguments.Find(operation, site.Member, row.From!) is { } argument:
                        Add(argument.Value, $"The secret for '{site.Member.ContainingType.Name}'", row);
                        break;
                    case Role.KeyCredential when operation is IObjectCreationOperation creation && !IsUse(creation.Syntax) && _arguments.Find(operation, site.Member, new CatalogSlot(row["key"]!, null, null)) is { } key
                        && !CredentialDestination.IsForeign(creation, _compilation.Symbols):
                        Add(key.Value, $"The key in '{site.Member.ContainingType.Name}'", row);
                        break;
                    case Role.Header:
                        AddHeader(operation, site.Member, row);
                        break;
                }
            }
        }
    }

    /// <summary>Whether a credential is one that a client in sight takes: its key has been looked at.</summary>
    private bool IsUse(SyntaxNode creation)
    {
        foreach (var use in KeyUseFinder.Find(_compilation, _model, _cancellationToken))
        {
            if (use.Node == creation)
                return true;
        }

        return false;
    }

    private void AddHeader(IOperation operation, ISymbol member, CatalogRow row)
    {
        var (name, value) = operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { Length: 1 } index } } assignment
            ? (index[0].Value, assignment.Value)
            : (_arguments.Find(operation, member, new CatalogSlot(row["name"]!, null, null))?.Value, _arguments.Find(operation, member, new CatalogSlot(row["value"]!, null, null))?.Value);
        if (value is null || name?.ConstantValue is not { HasValue: true, Value: string header })
            return;

        foreach (var keyHeader in _compilation.Symbols.Catalog[Role.KeyHeader])
        {
            if (!keyHeader.Member.Equals(header, StringComparison.OrdinalIgnoreCase))
                continue;

            foreach (var part in HeaderParts(value))
                Add(part, $"The value of the header '{header}'", keyHeader);
        }
    }

    /// <summary>The value itself, and what is put into it: <c>$"Bearer {key}"</c>, <c>"Bearer " + key</c>.</summary>
    private static IEnumerable<IOperation> HeaderParts(IOperation value)
    {
        yield return value;
        switch (ValueTrace.Unwrap(value))
        {
            case IInterpolatedStringOperation { ConstantValue.HasValue: false } interpolated:
                foreach (var part in interpolated.Parts)
                {
                    if (part is IInterpolationOperation hole)
                        yield return hole.Expression;
                }

                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, ConstantValue.HasValue: false } sum:
                yield return sum.RightOperand;
                break;
        }
    }

    private void AddKnownFormats()
    {
        foreach (var node in _scan.Texts)
        {
            foreach (var (text, place) in KnownFormatTexts.Of(node, _model, _cancellationToken))
            {
                if (KeyFormat.IsIn(text) && !Overlaps(place))
                    _keys[place] = new HardCodedKey(place, "A key of an AI service", DefaultSetting, null);
            }
        }
    }

    private void Add(IOperation value, string subject, CatalogRow row, KeyUse? use = null)
    {
        var scheme = row["scheme"];
        foreach (var piece in ConstantText.Of(value, _trace, _cancellationToken).Pieces)
        {
            var text = scheme is not null && piece.Text.StartsWith(scheme + " ", StringComparison.OrdinalIgnoreCase) ? piece.Text.Substring(scheme.Length + 1) : piece.Text;
            // Whose bearer token it is shows in its format, or in the host that the file speaks to.
            if (!KeyText.IsKey(text) || (scheme is not null && !KeyFormat.IsIn(text) && !SpeaksToAi()))
                continue;
            if (!_keys.ContainsKey(piece.Node))
                _keys.Add(piece.Node, new HardCodedKey(piece.Node, subject, row["setting"] ?? DefaultSetting, use));
        }
    }

    private bool SpeaksToAi()
    {
        if (_speaksToAi is { } known)
            return known;

        foreach (var text in _scan.Texts)
        {
            var url = text is InterpolatedStringTextSyntax part ? part.TextToken.ValueText : ConstantText.Fold((ExpressionSyntax)text);
            if (url is not null && _compilation.Symbols.Catalog.Hosts.Classify(url) is HostKind.Azure or HostKind.Other)
                return (_speaksToAi = true).Value;
        }

        return (_speaksToAi = false).Value;
    }

    private bool Overlaps(SyntaxNode node)
    {
        foreach (var known in _keys.Keys)
        {
            if (known.SyntaxTree == node.SyntaxTree && known.Span.OverlapsWith(node.Span))
                return true;
        }

        return false;
    }
}
