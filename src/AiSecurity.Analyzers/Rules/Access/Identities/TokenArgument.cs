using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Rules.Access.Keys;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Rules.Access.Identities;

/// <summary>What an AI client is given as its credential of Microsoft Entra ID.</summary>
/// <param name="Value">The value.</param>
/// <param name="Client">The creation, call or assignment that takes it.</param>
internal readonly record struct TokenArgument(IOperation Value, SyntaxNode Client)
{
    public static IEnumerable<TokenArgument> In(ImmutableArray<CallSite> sites, SemanticModel model, CancellationToken cancellationToken)
    {
        var arguments = new SinkArguments(model, cancellationToken);
        foreach (var site in sites)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var row in site.Rows)
            {
                if (SlotOf(row) is not { } slot || model.OperationOf(site.Node, cancellationToken) is not { } operation)
                    continue;
                var value = operation is ISimpleAssignmentOperation assignment
                    ? site.Member.Name == slot.Name ? assignment.Value : null
                    : arguments.Find(operation, site.Member, slot)?.Value;
                if (value is not null)
                    yield return new TokenArgument(value, site.Node);
            }
        }
    }

    /// <summary>The parameter that takes a credential of Entra ID; a property of its own has a slot without a type.</summary>
    private static CatalogSlot? SlotOf(CatalogRow row) => row.Role switch
    {
        Role.TokenUse => row.From ?? new CatalogSlot(row.MemberName, null, null),
        Role.Key when row.To is { TypeName: not null, Value: null } to => to,
        _ => null,
    };
}
