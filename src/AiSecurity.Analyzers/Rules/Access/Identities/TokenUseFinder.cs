using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Flow.Pipelines;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Identities;

/// <summary>A credential of Microsoft Entra ID that is created in a file and handed to an AI client there.</summary>
/// <param name="Creation">The creation.</param>
/// <param name="Constructor">The credential's constructor.</param>
/// <param name="Client">The first client that gets it.</param>
internal sealed record TokenUse(IOperation Creation, ISymbol Constructor, SyntaxNode Client);

/// <summary>Finds the credentials of one file: from each AI client that takes one back to where it is created.</summary>
internal sealed class TokenUseFinder
{
    private readonly AiSymbols _symbols;
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;
    private readonly ValueTrace _trace;
    private readonly SinkArguments _arguments;
    private readonly Dictionary<SyntaxNode, TokenUse> _uses = [];

    /// <summary>The first client that takes its credential out of the container.</summary>
    private SyntaxNode? _served;

    private TokenUseFinder(AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
    {
        _symbols = symbols;
        _model = model;
        _cancellationToken = cancellationToken;
        _trace = new ValueTrace(model, cancellationToken);
        _arguments = new SinkArguments(model, cancellationToken);
    }

    /// <summary>The credentials of a file in source order, found once for all rules.</summary>
    public static ImmutableArray<TokenUse> Find(AiFile file)
    {
        var (compilation, model, cancellationToken) = (file.Compilation, file.Model, file.CancellationToken);
        return compilation.PerFile(model.SyntaxTree, () => new TokenUseFinder(compilation.Symbols, model, cancellationToken).Find(compilation.ScanOf(model, cancellationToken).CallSites));
    }

    private ImmutableArray<TokenUse> Find(ImmutableArray<CallSite> sites)
    {
        foreach (var site in sites)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            foreach (var row in site.Rows)
            {
                if (SlotOf(row) is { } slot && ValueAt(site, slot) is { } value)
                    Add(value, site.Node);
            }
        }

        if (_served is { } client)
        {
            foreach (var call in _model.SyntaxTree.GetRoot(_cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (ServiceRegistration.Of(call, _symbols.Catalog) is not null && _model.OperationOf(call, _cancellationToken) is IInvocationOperation registration)
                    AddRegistered(registration, client);
            }
        }

        var uses = new List<TokenUse>(_uses.Values);
        uses.Sort(static (left, right) => left.Creation.Syntax.SpanStart.CompareTo(right.Creation.Syntax.SpanStart));
        return uses.ToImmutableArray();
    }

    /// <summary>The parameter that takes a credential of Entra ID; a property of its own has a slot without a type.</summary>
    private static CatalogSlot? SlotOf(CatalogRow row) => row.Role switch
    {
        Role.TokenUse => row.From ?? new CatalogSlot(row.MemberName, null, null),
        Role.Key when row.To is { TypeName: not null, Value: null } to => to,
        _ => null,
    };

    private IOperation? ValueAt(CallSite site, CatalogSlot slot)
    {
        if (_model.OperationOf(site.Node, _cancellationToken) is not { } operation)
            return null;
        if (operation is ISimpleAssignmentOperation assignment)
            return site.Member.Name == slot.Name ? assignment.Value : null;
        return _arguments.Find(operation, site.Member, slot)?.Value;
    }

    private void Add(IOperation value, SyntaxNode client)
    {
        foreach (var source in _trace.SourcesOf(value))
        {
            if (source is IInvocationOperation { TargetMethod: { IsGenericMethod: true } lookup } && _symbols.Is(source.Type, Role.Token) && _symbols.RowsOf(lookup).Any(static row => row.Role == Role.Service))
                _served ??= client;
            if (source.Syntax is not BaseObjectCreationExpressionSyntax || source.Syntax.SyntaxTree != _model.SyntaxTree || _uses.ContainsKey(source.Syntax) || !_symbols.Is(source.Type, Role.Token))
                continue;
            if (ConstructorOf(source) is { } constructor)
                _uses.Add(source.Syntax, new TokenUse(source, constructor, client));
        }
    }

    /// <summary><c>services.AddSingleton&lt;TokenCredential&gt;(_ => new ClientSecretCredential(...))</c>, for the clients of the file that ask the container.</summary>
    private void AddRegistered(IInvocationOperation registration, SyntaxNode client)
    {
        foreach (var argument in registration.Arguments)
        {
            if (argument.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body: var body } })
            {
                foreach (var end in body.Descendants().OfType<IReturnOperation>())
                {
                    if (end.ReturnedValue is { } made)
                        Add(made, client);
                }
            }
            else if (!argument.IsImplicit)
            {
                Add(argument.Value, client);
            }
        }
    }

    private ISymbol? ConstructorOf(IOperation creation) =>
        creation is IObjectCreationOperation { Constructor: { } constructor } ? constructor : CandidateCall.Resolve(creation.Syntax, _model.GetSymbolInfo(creation.Syntax, _cancellationToken), _model, _cancellationToken);
}
