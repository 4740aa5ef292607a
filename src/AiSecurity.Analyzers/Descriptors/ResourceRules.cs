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

    public static readonly DiagnosticDescriptor LeastRole = Rule.Create(
        RuleIds.LeastRole,
        title: "Assign the least role",
        message: "The role '{0}' lets its holder {1}, which an application that uses an AI resource never has to; assign {2}",
        DiagnosticSeverity.Warning,
        description: "Whoever takes over an application or an agent has its roles. A role that manages a resource reads its keys, changes its models and filters, or lets others in; a role for users only calls it.",
        "Guidance:Access 5", "Guidance:Data 3", "OWASP-LLM:LLM06:2025", "OWASP-LLM:LLM03:2026", "OWASP-Agentic:ASI02", "OWASP-Agentic:ASI03", "MCSB:PA-7", "MCSB:AI-4", "ATLAS:AML.M0019", "CWE-250");

    public static readonly DiagnosticDescriptor AgentName = Rule.Create(
        RuleIds.AgentName,
        title: "Give every agent a name and an owner",
        message: "The agent that '{0}' creates {1}; {2}",
        DiagnosticSeverity.Info,
        description: "Nobody can watch, limit or switch off an agent that cannot be told from others. A name that stays the same ties traces, permissions and the inventory together; an agent that a service keeps needs somebody who deletes it.",
        "Guidance:Access 2", "OWASP-Agentic:ASI03", "OWASP-Agentic:ASI10", "MCSB:AM-1", "MCSB:AM-3", "ATLAS:AML.M0023");

    public static readonly DiagnosticDescriptor AgentInventory = Rule.CreateOptional(
        RuleIds.AgentInventory,
        title: "Keep an inventory of agents and what they use",
        message: "{0}",
        DiagnosticSeverity.Info,
        description: "Who does not know which agents there are, with which models, tools, data and credentials, can neither review them nor take away what they no longer need. A note for each of them, with properties that tools can read, is the beginning of a list.",
        "Guidance:Access 2", "OWASP-Agentic:ASI10", "OWASP-Agentic:ASI03", "MCSB:AM-1");
}
