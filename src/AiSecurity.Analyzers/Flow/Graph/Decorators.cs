using System.Collections.Generic;
using System.Linq;
using AiSecurity.Analyzers.Flow.Pipelines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AiSecurity.Analyzers.Flow.Graph;

/// <summary>
/// Types of the project that stand before others behind the same contract, <c>Guarded(IAssistant inner) : IAssistant</c>: who is given the contract by a container gets the outermost, by its key.
/// Where registrations do not tell, a decorator that somebody makes is the one that is meant.
/// </summary>
internal sealed class Decorators(FlowCompilation compilation)
{
    private readonly Dictionary<(SyntaxNode Site, ISymbol Callee), IReadOnlyList<FlowFacts>> _known = [];

    /// <summary>The bodies that a call through a contract can mean.</summary>
    /// <param name="call">The call.</param>
    /// <param name="caller">The body that it stands in.</param>
    /// <param name="targets">All that implement the contract.</param>
    public IReadOnlyList<FlowFacts> Meant(CallFact call, FlowFacts caller, IReadOnlyList<FlowFacts> targets)
    {
        if (targets.Count < 2 || call is not { Callee: { ContainingType: { TypeKind: TypeKind.Interface } contract } callee, Result.Site: { } site })
            return targets;
        if (!_known.TryGetValue((site, callee), out var meant))
            _known.Add((site, callee), meant = Find(call, caller, contract, targets));
        return meant;
    }

    private IReadOnlyList<FlowFacts> Find(CallFact call, FlowFacts caller, INamedTypeSymbol contract, IReadOnlyList<FlowFacts> targets)
    {
        var decorators = new HashSet<string>(targets.Select(static target => target.Owner.ContainingType).Where(type => Decorates(type, contract)).Select(static type => type.Name));
        if (decorators.Count == 0)
            return targets;
        // A decorator asks whatever stands behind it.
        if (caller.Owner.ContainingType is { } type && Implements(type, contract))
            return [.. targets.Where(target => !IsOrDerivesFrom(target.Owner.ContainingType, type))];

        var others = new HashSet<string>(targets.Select(static target => target.Owner.ContainingType.Name).Where(name => !decorators.Contains(name)));
        return OutermostFor(KeyOf(call, contract.Name), contract.Name, decorators, others) switch
        {
            null => targets,
            "" => [.. targets.Where(target => others.Contains(target.Owner.ContainingType.Name))],
            var outermost => [.. targets.Where(target => target.Owner.ContainingType.Name == outermost)],
        };
    }

    /// <summary>The name of the decorator that a caller gets; empty for none, null where nobody knows.</summary>
    private string? OutermostFor(string? key, string contract, HashSet<string> decorators, HashSet<string> others)
    {
        var all = compilation.Registrations.Where(registration => registration.Service == contract).ToList();
        var own = all.FindAll(registration => key is null ? registration.Key == ServiceKeys.None : registration.Key == key || !ServiceKeys.CanBeTold(registration.Key, key));
        if (own.Select(registration => FirstOf(decorators, registration)).LastOrDefault(static first => first is not null) is { } registered)
            return registered;

        // Where the object comes from elsewhere, what somebody makes is meant.
        var isMadeElsewhere = all.Count == 0 || (own.Exists(registration => FirstOf(others, registration) is null) && !all.Exists(registration => FirstOf(decorators, registration) is not null));
        return isMadeElsewhere ? decorators.FirstOrDefault(decorator => compilation.Uses.UsersOf(decorator).Count > 0) : key is null ? null : "";
    }

    /// <summary>The first of some types that a registration names: what is made first is around what is made for it.</summary>
    private static string? FirstOf(HashSet<string> types, ServiceRegistration registration)
    {
        var named = (SyntaxNode?)(registration.Call.Expression as MemberAccessExpressionSyntax)?.Name ?? registration.Call.Expression;
        return named.DescendantNodes().Concat(registration.Call.ArgumentList.DescendantNodes()).OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText).FirstOrDefault(types.Contains);
    }

    /// <summary>The key by which a container hands out what a call is made on; null where it comes from elsewhere.</summary>
    private string? KeyOf(CallFact call, string contract) =>
        call.Result.Site is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } && new ClientOrigin(compilation).Of(receiver) is { Kind: ClientScopeKind.Service } origin && origin.Service == contract ? origin.Key : null;

    /// <summary>Whether a constructor takes what stands behind: another one with the same contract.</summary>
    private static bool Decorates(INamedTypeSymbol type, INamedTypeSymbol contract) =>
        type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => parameter.Type is INamedTypeSymbol inner && Implements(inner, contract) && !SymbolEqualityComparer.Default.Equals(inner, type)));

    private static bool Implements(INamedTypeSymbol type, INamedTypeSymbol contract) =>
        SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, contract.OriginalDefinition) || type.AllInterfaces.Any(known => SymbolEqualityComparer.Default.Equals(known.OriginalDefinition, contract.OriginalDefinition));

    private static bool IsOrDerivesFrom(INamedTypeSymbol type, INamedTypeSymbol other)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, other.OriginalDefinition))
                return true;
        }

        return false;
    }
}
