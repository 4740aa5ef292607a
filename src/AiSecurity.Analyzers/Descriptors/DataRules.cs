using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Descriptors;

/// <summary>4xx: which data goes where.</summary>
internal static class DataRules
{
    public static readonly DiagnosticDescriptor SecretInPrompt = Rule.Create(
        RuleIds.SecretInPrompt,
        title: "Keep secrets out of prompts",
        message: "A secret reaches '{0}', from where it can come out again in any answer, log or trace; leave it out of the text and use it in the code of a tool instead",
        DiagnosticSeverity.Warning,
        description: "Whatever a model is told it can be talked into repeating, and prompts are kept in logs, traces and caches.",
        "Guidance:Data 1", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM08:2026", "MCSB:DP-1", "ATLAS:AML.T0057", "CWE-200");
}
