using System.Collections.Generic;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using AiSecurity.Analyzers.Rules.Access.Headers;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Scopes;

/// <summary>Where the tokens of a file go: the members that take a scope, and the host that each token is for.</summary>
internal sealed class TokenDestination(AiFile file, ValueTrace trace)
{
    private const int MaxSteps = 60;

    private readonly Dictionary<SyntaxNode, CatalogRow?> _found = [];
    private readonly SinkArguments _arguments = new(file.Model, file.CancellationToken);

    private AiSymbols Symbols => file.Compilation.Symbols;

    /// <summary>For each call that takes the scope of a token for an AI service, the row of its host; null where the host is not known.</summary>
    public Dictionary<SyntaxNode, CatalogRow?> Find()
    {
        var endpoints = new ClientEndpoints(Symbols, file.Model, file.Scan.CallSites, trace, _arguments, file.CancellationToken);
        foreach (var site in file.Scan.CallSites)
        {
            foreach (var row in site.Rows)
            {
                if (row.Role is not (Role.Key or Role.KeyPolicy) || file.Model.OperationOf(site.Node, file.CancellationToken) is not { } operation)
                    continue;
                if (row.Role == Role.Key)
                    AddClient(operation, site.Member, endpoints.AddressOf(operation, site.Member, row), row);
                else if (operation is IInvocationOperation { Instance.Type: { } options } && Symbols.Is(options, Role.Pipeline))
                    AddArguments(operation, site.Member, null);
            }
        }

        AddHeaders();
        return _found;
    }

    private void AddClient(IOperation client, ISymbol member, IOperation? address, CatalogRow row)
    {
        if (address is null)
        {
            // A general client without an endpoint speaks to a service that takes no tokens of ours.
            if (row["host"] != "openai")
                AddArguments(client, member, null);
            return;
        }

        var endpoint = Endpoint.Of(address, Symbols, trace, file.CancellationToken);
        if (endpoint.Kind is HostKind.Azure or HostKind.Unknown)
            AddArguments(client, member, HostRow.Of(address, Symbols.Catalog.Hosts, trace, file.CancellationToken));
    }

    private void AddArguments(IOperation call, ISymbol member, CatalogRow? host)
    {
        foreach (var argument in _arguments.Of(call, member))
        {
            foreach (var source in trace.SourcesOf(argument.Value))
                Add(source.Syntax, host);
        }
    }

    /// <summary>Tokens in headers that are written by hand.</summary>
    private void AddHeaders()
    {
        var target = new HeaderTarget(file, trace);
        foreach (var header in new KeyHeaderFinder(file, trace).Find())
        {
            if (!header.TakesTokens)
                continue;

            foreach (var address in target.AddressesOf(header.Call))
            {
                var endpoint = Endpoint.Of(address, Symbols, trace, file.CancellationToken);
                var host = HostRow.Of(address, Symbols.Catalog.Hosts, trace, file.CancellationToken);
                if (endpoint.Kind == HostKind.Azure || (endpoint.Kind == HostKind.Unknown && (endpoint.IsNamedAzure || host is not null)))
                    AddReached(header.Value, host);
            }
        }
    }

    private void AddReached(IOperation token, CatalogRow? host)
    {
        var pending = new Stack<IOperation>();
        pending.Push(token);
        for (var step = 0; pending.Count > 0 && step < MaxSteps; step++)
        {
            foreach (var source in trace.SourcesOf(pending.Pop()))
            {
                Add(source.Syntax, host);
                switch (source)
                {
                    case IMemberReferenceOperation { Instance: { } instance }:
                        pending.Push(instance);
                        break;
                    case IInvocationOperation invocation:
                        if (invocation.Instance is { } receiver)
                            pending.Push(receiver);
                        foreach (var argument in invocation.Arguments)
                            pending.Push(argument.Value);
                        break;
                }
            }
        }
    }

    private void Add(SyntaxNode call, CatalogRow? host)
    {
        if (!_found.TryGetValue(call, out var known))
            _found.Add(call, host);
        // One token for several services: what they have in common is not known.
        else if (known?["scope"] != host?["scope"])
            _found[call] = null;
    }
}
