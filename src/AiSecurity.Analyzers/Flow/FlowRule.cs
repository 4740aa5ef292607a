using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Flow.Graph;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Flow;

/// <summary>A rule about where values go: text of some origin must not arrive at a place without a guard.</summary>
/// <param name="Descriptor">What to report.</param>
/// <param name="From">The origins that matter.</param>
/// <param name="Role">The role of the place.</param>
/// <param name="Slot">The attribute of its row that names the parameter.</param>
/// <param name="Kind">The <c>kind=</c> of sinks; null for other roles.</param>
/// <param name="Without">The guard that makes it right.</param>
internal sealed record FlowRule(DiagnosticDescriptor Descriptor, Origins From, Role Role, string Slot, string? Kind, Guards Without)
{
    /// <summary>All flow rules. One pass of the engine serves them all.</summary>
    public static readonly ImmutableArray<FlowRule> All = ImmutableArray.Create<FlowRule>(
        //  descriptor                        what                                              reaches                                without
        new(ModelRules.UnshieldedInput,       Origins.User | Origins.LocalUser,                 Role.ModelCall, "prompt", null,        Guards.Shield),
        new(ModelRules.UnshieldedDocument,    Origins.Document | Origins.LocalDocument | Origins.ToolArgument, Role.ModelCall, "prompt", null,        Guards.Shield),
        new(ModelRules.UnshieldedDocument,    Origins.Document,                                 Role.Entry, "result", null,            Guards.Shield),
        new(ModelRules.TextInInstructions,    Untrusted | Origins.LocalUser,                    Role.ModelCall, "instructions", null,  Guards.AllowList),
        new(ModelRules.TextInInstructions,    Untrusted,                                        Role.Message, "text", null,            Guards.AllowList),
        new(ModelRules.TextInInstructions,    Untrusted,                                        Role.Instructions, "value", null,      Guards.AllowList),
        new(ModelRules.TrustedOutput,         Generated,                                        Role.Sink, "value", "sql",             Guards.Statement),
        new(ModelRules.TrustedOutput,         Generated,                                        Role.Sink, "value", "html",            Guards.Html),
        new(ModelRules.TrustedOutput,         Generated,                                        Role.Sink, "value", "path",            Guards.Path),
        new(ModelRules.TrustedOutput,         Generated,                                        Role.Sink, "value", "url",             Guards.Url),
        new(ModelRules.TrustedOutput,         Generated,                                        Role.Sink, "value", "type",            Guards.AllowList),
        new(ModelRules.TrustedOutput,         Generated,                                        Role.Sink, "value", "deserialize",     Guards.AllowList),
        new(ModelRules.TrustedOutput,         Generated,                                        Role.Sink, "value", "pattern",         Guards.Pattern),
        new(ModelRules.TrustedOutput,         Generated,                                        Role.Sink, "value", "query",           Guards.Query),
        new(ModelRules.UncheckedOutput,       Origins.Model,                                    Role.Sink, "value", "answer",          Guards.Screened),
        new(ModelRules.UncheckedOutput,       Origins.Model,                                    Role.Entry, "answer", null,            Guards.Screened),
        new(ExecutionRules.HostCodeExecution, Generated,                                        Role.Sink, "value", "code",            Guards.Sandbox),
        new(DataRules.LoggedContent,          Generated | Origins.User | Origins.LocalUser | Origins.Prompt, Role.Sink, "value", "log",   Guards.Redacted),
        new(DataRules.UnfilteredRetrieval,    Origins.Unfiltered,                               Role.ModelCall, "prompt", null,        Guards.None),
        new(DataRules.UnfilteredRetrieval,    Origins.Unfiltered,                               Role.ModelCall, "instructions", null,  Guards.None),
        new(DataRules.UnfilteredRetrieval,    Origins.Unfiltered,                               Role.Message, "text", null,            Guards.None),
        new(DataRules.UnfilteredRetrieval,    Origins.Unfiltered,                               Role.Instructions, "value", null,      Guards.None),
        new(DataRules.UnfilteredRetrieval,    Origins.Unfiltered,                               Role.Entry, "result", null,            Guards.None),
        new(DataRules.SecretInPrompt,         Origins.Secret,                                   Role.ModelCall, "prompt", null,        Guards.Redacted),
        new(DataRules.SecretInPrompt,         Origins.Secret,                                   Role.ModelCall, "instructions", null,  Guards.Redacted),
        new(DataRules.SecretInPrompt,         Origins.Secret,                                   Role.Message, "text", null,            Guards.Redacted),
        new(DataRules.SecretInPrompt,         Origins.Secret,                                   Role.Instructions, "value", null,      Guards.Redacted));

    private const Origins Untrusted = Origins.User | Origins.Document | Origins.Model;

    private const Origins Generated = Origins.Model | Origins.ToolArgument;

    /// <summary>Whether the mistake is where the text comes from, and not where it arrives.</summary>
    public bool IsAtSource => From == Origins.Unfiltered;

    public bool Concerns(FlowArrival arrival) =>
        (arrival.Origins & From) != 0 && arrival.Sink.Row.Role == Role && arrival.Sink.Slot == Slot && (Kind is null || arrival.Sink.Row["kind"] == Kind)
        && (arrival.Guards & (Without | Guards.AllowList | EnoughFor(arrival.Sink.Row))) == 0
        // A file whose content a model wrote is dangerous to whoever executes it, and to nobody else.
        && ((arrival.Guards & Guards.InFile) == 0 || Kind == "code");

    /// <summary>What is right at one place of a kind, and not at all of them.</summary>
    private static Guards EnoughFor(CatalogRow row) => row["guards"] is { } guards && row.Role == Role.Sink ? GuardNames.Parse(guards) : Guards.None;
}
