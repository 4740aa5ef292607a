using System.Collections.Immutable;
using System.Linq;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Requests that code hands to a mediator: <c>sender.Send(new Ask(text))</c> calls whoever handles an <c>Ask</c>, which the graph knows.</summary>
internal sealed class RequestCalls(BodyContext context, OwnCallFlow own)
{
    /// <summary>What the handler hands back, and whether the mediator does nothing else with the request; null for other calls.</summary>
    public (FlowNode Answer, bool IsAll)? Record(IInvocationOperation call, ImmutableArray<GivenValue> arguments)
    {
        foreach (var row in context.Symbols.RowsOf(call.TargetMethod))
        {
            if (row.Role != Role.Dispatch)
                continue;

            foreach (var (argument, value) in arguments)
            {
                if (argument.Parameter?.Name == row["value"] && Operations.Unwrap(argument.Value).Type is INamedTypeSymbol { TypeKind: not TypeKind.Interface } request && context.IsOwn(request))
                    return (own.Record((call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition, call.Syntax, request.OriginalDefinition, new GivenValue(argument, value)), row["kind"] == OwnMediators.Kind);
            }
        }

        return null;
    }
}
