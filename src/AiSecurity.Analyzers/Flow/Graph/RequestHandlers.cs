using System;
using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Flow.Bodies;
using AiSecurity.Analyzers.Flow.Names;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Graph;

/// <summary>The methods that a mediator calls, by the requests that they handle. Made when it is asked for.</summary>
internal sealed class RequestHandlers(FlowBodies bodies, FlowCompilation compilation)
{
    private readonly Lazy<List<FlowFacts>> _all = new(() => [.. bodies.All.Where(body => body.Owner is IMethodSymbol method && MessageHandlers.HandlesRequests(method, compilation.Symbols))]);
    private readonly Dictionary<ITypeSymbol, IReadOnlyList<FlowFacts>> _byRequest = new(SymbolEqualityComparer.Default);

    public IReadOnlyList<FlowFacts> Of(ITypeSymbol request)
    {
        if (!_byRequest.TryGetValue(request, out var known))
            _byRequest.Add(request, known = Find(request));
        return known;
    }

    /// <summary>A handler that stands before another is the one that a container hands out, where somebody registers it for the request: <c>new Screened&lt;Ask&gt;(inner)</c>, <c>typeof(Screened&lt;&gt;)</c>.</summary>
    private IReadOnlyList<FlowFacts> Find(ITypeSymbol request)
    {
        var handlers = _all.Value.ToLookup(body => Decorates(body.Owner.ContainingType));
        var before = handlers[true].Where(body => (body.Parameters[0].Type is ITypeParameterSymbol || Takes(body, request)) && IsRegistered(body.Owner.ContainingType.Name, request)).ToList();
        return before.Count > 0 ? before : [.. handlers[false].Where(body => Takes(body, request))];
    }

    private static bool Takes(FlowFacts body, ITypeSymbol request) => SymbolEqualityComparer.Default.Equals(body.Parameters[0].Type.OriginalDefinition, request);

    private static bool Decorates(INamedTypeSymbol type) =>
        type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => type.AllInterfaces.Any(contract => SymbolEqualityComparer.Default.Equals(contract, parameter.Type))));

    private bool IsRegistered(string decorator, ITypeSymbol request) =>
        compilation.Registrations.SelectMany(static registration => registration.Call.DescendantNodes()).OfType<SimpleNameSyntax>().Any(name => name.Identifier.ValueText == decorator && name switch
        {
            GenericNameSyntax { IsUnboundGenericName: false } generic => generic.TypeArgumentList.Arguments.Any(argument => SimpleNames.Of(argument) == request.Name),
            _ => true,
        });
}
