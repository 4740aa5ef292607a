using System;
using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Queues inside the program: who takes an object of a type of the project out gets what others have put in, wherever the queue is held.</summary>
internal sealed class QueueFlow(BodyContext context, PlaceFlow places)
{
    private readonly Lazy<IParameterSymbol?> _handled = new(() => MessageHandlers.MessageOf(context.Facts.Owner, context.Symbols));

    /// <summary>What others have sent to the method whose body this is.</summary>
    public FlowValue Sent(IParameterSymbol parameter) =>
        _handled.Value is { } message && SymbolEqualityComparer.Default.Equals(message, parameter) && OwnType(message.Type) is { } type ? FlowValue.Of(FlowNode.Member(type)) : FlowValue.Clean;

    /// <summary>Sends on what the body hands back, if it handles messages.</summary>
    public void SendOn(IOperation result, FlowValue value)
    {
        if (_handled.Value is not null && OwnType(Operations.Unwrap(result).Type) is { } type)
            context.Record(FlowNode.Member(type), value);
    }

    /// <summary>What a member hands back; null where what waits is of no type of the project, and the queue is a collection like others.</summary>
    public FlowValue? Pass(CatalogRow row, IMethodSymbol method, ImmutableArray<GivenValue> arguments)
    {
        if (row["handles"] is not null || WaitingIn(row, method, arguments) is not { } waiting)
            return null;

        var node = FlowNode.Member(waiting);
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

    /// <summary>The type argument; without one, the type of what is put in.</summary>
    private ITypeSymbol? WaitingIn(CatalogRow row, IMethodSymbol method, ImmutableArray<GivenValue> arguments)
    {
        var types = method.ContainingType is { TypeArguments: { Length: > 0 } held } ? held : method.TypeArguments;
        if (types.Length > 0)
            return OwnType(types[0]);

        foreach (var (argument, _) in arguments)
        {
            if (argument.Parameter?.Name == row["value"])
                return OwnType(Operations.Unwrap(argument.Value).Type);
        }

        return null;
    }

    private INamedTypeSymbol? OwnType(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: { Length: 1 } arguments } => OwnType(arguments[0]),
        INamedTypeSymbol own when context.IsOwn(own) => own.OriginalDefinition,
        _ => null,
    };
}
