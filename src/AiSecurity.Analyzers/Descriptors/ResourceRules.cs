using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Descriptors;

/// <summary>5xx: how the resources themselves are set up.</summary>
internal static class ResourceRules
{
    public static readonly DiagnosticDescriptor LocalAuth = Rule.Create(
        RuleIds.LocalAuth,
        title: "Switch off local authentication",
        message: "{0}, so that whoever has a key uses the resource without an identity, a role or a trace; switch local authentication off and let Microsoft Entra ID decide",
        DiagnosticSeverity.Warning,
        description: "As long as an AI resource takes keys, every key that leaks opens all of it, whatever the applications themselves use. Without local authentication there is nothing to leak.",
        "Guidance:Resources 1", "Guidance:Access 1", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM02:2026", "OWASP-Agentic:ASI03", "MCSB:IM-1", "MCSB:IM-3", "ATLAS:AML.T0055", "CWE-522");

    public static readonly DiagnosticDescriptor PublicNetwork = Rule.Create(
        RuleIds.PublicNetwork,
        title: "Close the public network",
        message: "{0}, so that a stolen key or token works from everywhere and anybody can try; close it and reach the resource through a private endpoint",
        DiagnosticSeverity.Warning,
        description: "An AI resource that answers the public network can be tried from everywhere. Private endpoints and network rules let in the applications that are meant to use it.",
        "Guidance:Resources 1", "Guidance:Access 7", "OWASP-LLM:LLM10:2025", "OWASP-LLM:LLM06:2026", "OWASP-Agentic:ASI07", "MCSB:NS-2", "ATLAS:AML.T0049", "CWE-1188");

    public static readonly DiagnosticDescriptor AgentInventory = Rule.CreateOptional(
        RuleIds.AgentInventory,
        title: "Keep an inventory of agents and what they use",
        message: "{0}",
        DiagnosticSeverity.Info,
        description: "Who does not know which agents there are, with which models, tools, data and credentials, can neither review them nor take away what they no longer need. A note for each of them, with properties that tools can read, is the beginning of a list.",
        "Guidance:Access 2", "OWASP-Agentic:ASI10", "OWASP-Agentic:ASI03", "MCSB:AM-1");
}
