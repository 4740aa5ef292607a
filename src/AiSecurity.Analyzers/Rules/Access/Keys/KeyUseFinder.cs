using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Keys;

/// <summary>
/// Finds the keys of one file: from each member that takes one back to where the key is put in, so that one key is one
/// <see cref="KeyUse"/> however many clients share it.
/// </summary>
internal sealed class KeyUseFinder
{
    private readonly AiSymbols _symbols;
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly ValueTrace _trace;
    private readonly SinkArguments _arguments;
    private readonly ClientEndpoints _endpoints;
    private readonly ImmutableArray<CallSite> _sites;
    private readonly Dictionary<SyntaxNode, KeyUse> _uses = [];

    private KeyUseFinder(AiCompilation compilation, SemanticModel model, CancellationToken cancellationToken)
    {
        _symbols = compilation.Symbols;
        _model = model;
        _cancellationToken = cancellationToken;
        _trace = new ValueTrace(model, cancellationToken);
        _arguments = new SinkArguments(model, cancellationToken);
        _sites = compilation.ScanOf(model, cancellationToken).CallSites;
        _endpoints = new ClientEndpoints(_symbols, model, _sites, _trace, _arguments, cancellationToken);
    }

    /// <summary>The keys of a file in source order, found once for all rules and fixes.</summary>
    public static ImmutableArray<KeyUse> Find(AiCompilation compilation, SemanticModel model, CancellationToken cancellationToken) =>
        compilation.PerFile(model.SyntaxTree, () => new KeyUseFinder(compilation, model, cancellationToken).Find());

    private ImmutableArray<KeyUse> Find()
    {
        foreach (var site in _sites)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            foreach (var row in site.Rows)
            {
                if (row.Role is not (Role.Key or Role.KeyPolicy) || _model.OperationOf(site.Node, _cancellationToken) is not { } operation)
                    continue;
                if (row.Role == Role.KeyPolicy)
                    AddPolicy(operation, site.Member, row);
                else
                    AddKey(operation, site.Member, row);
            }
        }

        var uses = new List<KeyUse>(_uses.Values);
        uses.Sort(static (left, right) => left.Node.SpanStart.CompareTo(right.Node.SpanStart));
        return uses.ToImmutableArray();
    }

    private void AddKey(IOperation operation, ISymbol member, CatalogRow row)
    {
        if (operation is ISimpleAssignmentOperation assignment)
        {
            if (!IsEmpty(assignment.Value))
                Add(assignment.Value.Syntax, KeyShape.Property, assignment.Value, Sink(operation, member, row));
            return;
        }

        if (_arguments.Find(operation, member, row.From!) is not { } argument || IsEmpty(argument.Value))
            return;

        var sink = Sink(operation, member, row);
        if (argument.Parameter.Type.SpecialType == SpecialType.System_String)
            Add(argument.Value.Syntax, KeyShape.Text, argument.Value, sink);
        else
            AddCredential(argument.Value, KeyShape.Credential, sink);
    }

    private void AddCredential(IOperation value, KeyShape shape, KeySink sink)
    {
        var isCreatedHere = false;
        var isPassed = false;
        foreach (var source in _trace.SourcesOf(value))
        {
            if (source is IObjectCreationOperation or IInvalidOperation && source.Syntax is BaseObjectCreationExpressionSyntax && _symbols.RowOf(source.Type, Role.KeyCredential) is { } credential)
            {
                isCreatedHere = true;
                Add(source.Syntax, shape, KeyOf(source, credential), sink);
            }
            else
            {
                isPassed |= !IsEmpty(source) && source is not IThrowOperation;
            }
        }

        // What comes from elsewhere is one mistake with what is created here.
        if (!isCreatedHere && isPassed)
            Add(value.Syntax, KeyShape.PassedCredential, null, sink);
    }

    /// <summary>A policy that is made from a key credential puts the key on every request of the client.</summary>
    private void AddPolicy(IOperation operation, ISymbol member, CatalogRow row)
    {
        if (operation is not IInvocationOperation { Instance: { } options } || !_symbols.Is(options.Type, Role.Pipeline) || _arguments.Find(operation, member, row.From!) is not { } argument)
            return;

        var sink = new KeySink(operation, member, row, options.Type!.Name, Endpoint.None, HasEntra: true);
        foreach (var policy in _trace.SourcesOf(argument.Value))
        {
            foreach (var inner in _arguments.Of(policy, null))
            {
                if (_symbols.Is(inner.Value.Type, Role.KeyCredential))
                    AddCredential(inner.Value, KeyShape.Policy, sink);
            }
        }
    }

    private KeySink Sink(IOperation operation, ISymbol member, CatalogRow row) =>
        new(operation, member, row, NameOf(member), _endpoints.Of(operation, member, row), EntraCounterpart.Exists(_symbols, member, row));

    private void Add(SyntaxNode node, KeyShape shape, IOperation? key, KeySink sink)
    {
        if (!_uses.TryGetValue(node, out var use))
            _uses.Add(node, use = new KeyUse(node, shape, key));
        if (!use.Sinks.Exists(known => known.Operation.Syntax == sink.Operation.Syntax))
            use.Sinks.Add(sink);
    }

    private static IOperation? KeyOf(IOperation creation, CatalogRow credential)
    {
        if (creation is not IObjectCreationOperation { Arguments: var arguments })
            return null;

        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == credential["key"])
                return argument.Value;
        }

        return arguments.IsEmpty ? null : arguments[0].Value;
    }

    /// <summary>Whether nothing is handed over: null, an empty text, an argument that is yet to be typed.</summary>
    private static bool IsEmpty(IOperation value) =>
        value is IDefaultValueOperation || (value is IInvalidOperation && value.Syntax.Span.IsEmpty) || value.ConstantValue is { HasValue: true, Value: null or "" };

    private static string NameOf(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => member.ContainingType.Name,
        IPropertySymbol => member.ContainingType.Name + "." + member.Name,
        _ => member.Name,
    };
}
