using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Flow.Pipelines;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
    private readonly Dictionary<SyntaxNode, TokenUse> _uses = [];

    private TokenUseFinder(AiSymbols symbols, SemanticModel model, CancellationToken cancellationToken)
    {
        _symbols = symbols;
        _model = model;
        _cancellationToken = cancellationToken;
        _trace = new ValueTrace(model, cancellationToken);
    }

    /// <summary>The credentials of a file in source order, found once for all rules.</summary>
    public static ImmutableArray<TokenUse> Find(AiFile file)
    {
        var (compilation, model, cancellationToken) = (file.Compilation, file.Model, file.CancellationToken);
        return compilation.PerFile(model.SyntaxTree, () => new TokenUseFinder(compilation.Symbols, model, cancellationToken).FindIn(file));
    }

    private ImmutableArray<TokenUse> FindIn(AiFile file)
    {
        foreach (var argument in TokenArgument.In(file.Scan.CallSites, _model, _cancellationToken))
            Add(argument.Value, argument.Client);

        foreach (var call in _model.SyntaxTree.GetRoot(_cancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            // What is registered matters only when a client asks for it, which is the dearer question.
            if (ServiceRegistration.Of(call, _symbols.Catalog) is not null && SpeaksOfCredential(call) && _model.OperationOf(call, _cancellationToken) is IInvocationOperation registration && RegistersToken(registration)
                && ServedClient.Of(file) is { } client)
                AddRegistered(registration, client);
        }

        var uses = new List<TokenUse>(_uses.Values);
        uses.Sort(static (left, right) => left.Creation.Syntax.SpanStart.CompareTo(right.Creation.Syntax.SpanStart));
        return uses.ToImmutableArray();
    }

    /// <summary>Whether anything in a call is named for a credential: most registrations are of something else, and need no binding.</summary>
    private static bool SpeaksOfCredential(InvocationExpressionSyntax call) =>
        call.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.IndexOf("credential", StringComparison.OrdinalIgnoreCase) >= 0);

    private bool RegistersToken(IInvocationOperation registration) => registration.TargetMethod.TypeArguments.Any(type => _symbols.Is(type, Role.Token));

    private void Add(IOperation value, SyntaxNode client)
    {
        foreach (var source in _trace.SourcesOf(value))
        {
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
