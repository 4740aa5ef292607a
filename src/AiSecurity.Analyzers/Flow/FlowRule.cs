using System.Collections.Immutable;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Descriptors;
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
        //  descriptor                        what                                            reaches                             without
        new(ModelRules.UnshieldedInput,       Origins.User | Origins.LocalUser,               Role.ModelCall, "prompt", null,     Guards.Shield),
        new(ModelRules.UnshieldedDocument,    Origins.Document | Origins.LocalDocument,       Role.ModelCall, "prompt", null,     Guards.Shield),
        new(ModelRules.TextInInstructions,    Origins.User | Origins.Document | Origins.Model, Role.ModelCall, "instructions", null, Guards.AllowList),
        new(ModelRules.TextInInstructions,    Origins.User | Origins.Document | Origins.Model, Role.Message, "text", null,        Guards.AllowList),
        new(ModelRules.TextInInstructions,    Origins.User | Origins.Document | Origins.Model, Role.Instructions, "value", null,  Guards.AllowList),
        new(ModelRules.TrustedOutput,         Origins.Model | Origins.ToolArgument,           Role.Sink, "value", "sql",          Guards.AllowList),
        new(ModelRules.TrustedOutput,         Origins.Model | Origins.ToolArgument,           Role.Sink, "value", "html",         Guards.Html),
        new(ModelRules.TrustedOutput,         Origins.Model | Origins.ToolArgument,           Role.Sink, "value", "path",         Guards.Path),
        new(ModelRules.TrustedOutput,         Origins.Model | Origins.ToolArgument,           Role.Sink, "value", "url",          Guards.Url),
        new(ModelRules.TrustedOutput,         Origins.Model | Origins.ToolArgument,           Role.Sink, "value", "type",         Guards.AllowList),
        new(ModelRules.TrustedOutput,         Origins.Model | Origins.ToolArgument,           Role.Sink, "value", "pattern",      Guards.Pattern),
        new(ModelRules.TrustedOutput,         Origins.Model | Origins.ToolArgument,           Role.Sink, "value", "query",        Guards.Query),
        new(ExecutionRules.HostCodeExecution, Origins.Model | Origins.ToolArgument,           Role.Sink, "value", "code",         Guards.Sandbox),
        new(DataRules.SecretInPrompt,         Origins.Secret,                                 Role.ModelCall, "prompt", null,     Guards.Redacted),
        new(DataRules.SecretInPrompt,         Origins.Secret,                                 Role.Message, "text", null,         Guards.Redacted),
        new(DataRules.SecretInPrompt,         Origins.Secret,                                 Role.Instructions, "value", null,   Guards.Redacted));

    public bool Concerns(FlowArrival arrival) =>
        (arrival.Origins & From) != 0 && arrival.Sink.Row.Role == Role && arrival.Sink.Slot == Slot && (Kind is null || arrival.Sink.Row["kind"] == Kind)
        && (arrival.Guards & (Without | Guards.AllowList)) == 0;
}
