using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Bodies;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Graph;

/// <summary>The methods that a mediator calls, by the requests that they handle. Made when it is asked for.</summary>
internal sealed class RequestHandlers(FlowBodies bodies, AiSymbols symbols)
{
    private readonly Lazy<ILookup<ISymbol, FlowFacts>> _byRequest = new(() =>
        bodies.All.Where(body => body.Owner is IMethodSymbol method && MessageHandlers.HandlesRequests(method, symbols)).ToLookup(static body => (ISymbol)body.Parameters[0].Type.OriginalDefinition, SymbolEqualityComparer.Default));

    public IEnumerable<FlowFacts> Of(ITypeSymbol request) => _byRequest.Value[request];
}
