using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Queues inside the program: who takes an object of a type of the project out gets what others have put in, wherever the queue is held.</summary>
internal sealed class QueueFlow(BodyContext context, PlaceFlow places)
{
    /// <summary>What a member hands back; null where what waits is of no type of the project, and the queue is a collection like others.</summary>
    public FlowValue? Pass(CatalogRow row, IMethodSymbol method, ImmutableArray<GivenValue> arguments)
    {
        if (WaitingIn(method) is not { } waiting)
            return null;

        var node = FlowNode.Member(waiting.OriginalDefinition);
        if (row["value"] is { } name)
        {
            foreach (var (argument, value) in arguments)
            {
                if (argument.Parameter?.Name == name)
                    context.Record(node, value);
            }

            return FlowValue.Clean;
        }

        var isOut = false;
        foreach (var (argument, _) in arguments)
        {
            if (argument.Parameter?.RefKind != RefKind.Out)
                continue;
            isOut = true;
            places.WriteTo(argument.Value, FlowValue.Of(node));
        }

        return isOut ? FlowValue.Clean : FlowValue.Of(node);
    }

    private ITypeSymbol? WaitingIn(IMethodSymbol method)
    {
        var types = method.ContainingType is { TypeArguments: { Length: > 0 } held } ? held : method.TypeArguments;
        return types.Length > 0 && types[0] is INamedTypeSymbol own && context.IsOwn(own) ? own : null;
    }
}
