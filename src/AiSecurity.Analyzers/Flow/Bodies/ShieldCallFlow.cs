using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow.Meanings;
using Microsoft.CodeAnalysis.Operations;

namespace AiSecurity.Analyzers.Flow.Bodies;

/// <summary>Calls of shields: by the catalog's rows, and by the application's own requests to the service.</summary>
internal sealed class ShieldCallFlow(BodyContext context, GuardFlow guards)
{
    /// <summary>A shield by exception has passed what it was given when it is awaited; one by result when its answer is tested.</summary>
    public FlowValue Ask(CatalogRow row, IInvocationOperation call, FlowValue held, ImmutableArray<GivenValue> arguments)
    {
        var asked = row["text"] is null && row["documents"] is null ? held : FlowValue.Clean;
        foreach (var (argument, value) in arguments)
        {
            if (argument.Parameter is { } parameter && (RowNames.Has(row["text"], parameter.Name) || RowNames.Has(row["documents"], parameter.Name)))
                asked = asked.Join(value);
        }

        var passed = GuardNames.Parse(row["guards"]);
        if (row["signals"] == "result")
        {
            if ((passed & Guards.Shield) != 0)
                guards.Ask(call, asked, call.TargetMethod.Name, null);
            // Who has an answer screened decides later what of it to show; any other test counts where it comes out well.
            else if ((passed & Guards.Screened) != 0)
                context.Guard(asked, new Passage(passed));
        }
        else if (Operations.IsAwaited(call))
        {
            context.ShieldsAsked.Add((asked, new ShieldAttempt(call.Syntax, ShieldFault.FailOpen, null)));
            context.Guard(asked, new Passage(passed));
        }
        else if (guards.IsUnread(call))
        {
            context.State = context.State.Attempt(asked, new ShieldAttempt(call.Syntax, ShieldFault.Unawaited, null));
            if (context.IsRecording)
                context.Facts.IgnoredShields.Add(new IgnoredShield(call.Syntax, ShieldFault.Unawaited, call.TargetMethod.Name, null));
        }

        return FlowValue.Clean;
    }

    /// <summary>A request of the application's own to the shield's REST operation.</summary>
    public FlowValue AskService(IInvocationOperation call, string name, FlowValue text)
    {
        guards.Ask(call, text, name, null);
        if (context.IsRecording && !ShieldRequest.IsHelper(call, context) && ShieldRequest.IgnoresStatus(call))
            context.Facts.IgnoredShields.Add(new IgnoredShield(call.Syntax, ShieldFault.Status, name, null));
        return text.Where(static _ => false);
    }
}
