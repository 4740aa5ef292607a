using System;
using AiSecurity.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow;

/// <summary>Requests to the shield's REST operation that the application makes by itself.</summary>
internal static class ShieldRequest
{
    /// <summary>Whether a call sends a request, in a body that names the shield's operation.</summary>
    public static bool Asks(IInvocationOperation call, BodyContext context)
    {
        if (!context.AsksShieldService)
            return false;

        foreach (var row in context.Symbols.RowsOf(call.TargetMethod))
        {
            if (row.Role == Role.HttpSend)
                return true;
        }

        return false;
    }

    /// <summary>The text that is sent: the request or its content.</summary>
    public static FlowValue TextOf(IInvocationOperation call, ValueFlow values)
    {
        var text = FlowValue.Clean;
        foreach (var argument in call.Arguments)
            text = text.Join(values.Evaluate(argument.Value));
        return text;
    }
}
