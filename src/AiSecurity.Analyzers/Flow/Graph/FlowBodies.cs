using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Graph;

/// <summary>The bodies in view, by the methods that can mean them: themselves, what they override and the interface members they implement.</summary>
internal sealed class FlowBodies
{
    private readonly Dictionary<ISymbol, List<FlowFacts>> _byMethod = new(SymbolEqualityComparer.Default);

    public FlowBodies(IEnumerable<FlowFacts> bodies, CancellationToken cancellationToken)
    {
        foreach (var body in bodies)
        {
            cancellationToken.ThrowIfCancellationRequested();
            All.Add(body);
            if (body.Owner is not IMethodSymbol method)
                continue;
            foreach (var contract in ContractsOf(method))
            {
                if (!_byMethod.TryGetValue(contract, out var implementations))
                    _byMethod.Add(contract, implementations = []);
                implementations.Add(body);
            }
        }
    }

    public List<FlowFacts> All { get; } = [];

    public IReadOnlyList<FlowFacts> Of(ISymbol callee) => _byMethod.TryGetValue(callee, out var bodies) ? bodies : [];

    private static IEnumerable<ISymbol> ContractsOf(IMethodSymbol method)
    {
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
            yield return current.OriginalDefinition;
        if (method.PartialDefinitionPart is { } definition)
            yield return definition.OriginalDefinition;

        if (method.ContainingType is not { } type || method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertyGet or MethodKind.PropertySet))
            yield break;

        foreach (var contract in type.AllInterfaces)
        {
            foreach (var member in contract.GetMembers())
            {
                if (member is IMethodSymbol && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member)?.OriginalDefinition, method.OriginalDefinition))
                    yield return member.OriginalDefinition;
            }
        }
    }
}
