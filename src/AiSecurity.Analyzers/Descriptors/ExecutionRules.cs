using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Descriptors;

/// <summary>3xx: what agents may run and do.</summary>
internal static class ExecutionRules
{
    public static readonly DiagnosticDescriptor HostCodeExecution = Rule.Create(
        RuleIds.HostCodeExecution,
        title: "Run model-written code in a sandbox",
        message: "What a model wrote is executed by '{0}' on this machine, with everything the process may do; run it in a sandboxed session instead",
        DiagnosticSeverity.Warning,
        description: "Code that a model wrote can be anybody's code. A dynamic session in Azure Container Apps runs it in a fresh isolated environment that is destroyed afterwards. The code fix needs the package AiSecurity.Guards.",
        "Guidance:Execution 1", "OWASP-LLM:LLM05:2025", "OWASP-LLM:LLM10:2026", "OWASP-Agentic:ASI05", "MCSB:AI-4", "ATLAS:AML.T0050", "CWE-94", "CWE-78");
}
