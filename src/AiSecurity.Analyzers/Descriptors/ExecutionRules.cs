using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Descriptors;

/// <summary>3xx: what agents may run and do.</summary>
internal static class ExecutionRules
{
    public static readonly DiagnosticDescriptor HostCodeExecution = Rule.Create(
        RuleIds.HostCodeExecution,
        title: "Run model-written code in a sandbox",
        message: "What a model wrote is executed by '{0}' on this machine, with everything the process may do; run it in a sandboxed session instead{2}",
        DiagnosticSeverity.Warning,
        description: "Code that a model wrote can be anybody's code. A dynamic session in Azure Container Apps runs it in a fresh isolated environment that is destroyed afterwards. The code fix needs the package AiSecurity.Guards.",
        "Guidance:Execution 1", "OWASP-LLM:LLM05:2025", "OWASP-LLM:LLM10:2026", "OWASP-Agentic:ASI05", "MCSB:AI-4", "ATLAS:AML.T0050", "CWE-94", "CWE-78");

    public static readonly DiagnosticDescriptor SandboxSetting = Rule.Create(
        RuleIds.SandboxSetting,
        title: "Do not weaken the sandbox",
        message: "'{0}' {1}, for whatever code or command a model is talked into; {2}",
        DiagnosticSeverity.Warning,
        description: "What executes a model's code has limits for files, network, time and commands. A limit that is switched off in the source is off for every prompt and every document that the model reads.",
        "Guidance:Execution 1", "Guidance:Execution 3", "OWASP-LLM:LLM06:2025", "OWASP-LLM:LLM03:2026", "OWASP-Agentic:ASI05", "MCSB:AI-4", "ATLAS:AML.T0105", "CWE-653");

    public static readonly DiagnosticDescriptor UnapprovedTool = Rule.Create(
        RuleIds.UnapprovedTool,
        title: "Ask a person before a tool changes something",
        message: "'{0}' {1} whenever a model calls it, and nobody is asked; {2}",
        DiagnosticSeverity.Warning,
        description: "A model calls tools because of what it reads, and it reads what others wrote. A tool that changes something does so for whoever wrote the last document, unless a person sees the call and its arguments first.",
        "Guidance:Execution 2", "OWASP-LLM:LLM06:2025", "OWASP-LLM:LLM03:2026", "OWASP-Agentic:ASI02", "OWASP-Agentic:ASI09", "MCSB:AI-5", "ATLAS:AML.M0029", "CWE-862");

    public static readonly DiagnosticDescriptor UnattendedApproval = Rule.Create(
        RuleIds.UnattendedApproval,
        title: "Do not approve every tool call",
        message: "'{0}' {1} without a person's approval, whatever a document talked the model into; {2}",
        DiagnosticSeverity.Warning,
        description: "The approval of a person is what stands between an injected instruction and its effect. Where the program approves every call, nobody looks.",
        "Guidance:Execution 2", "OWASP-LLM:LLM06:2025", "OWASP-LLM:LLM03:2026", "OWASP-Agentic:ASI02", "OWASP-Agentic:ASI09", "MCSB:AI-5", "ATLAS:AML.M0029", "CWE-862");

    public static readonly DiagnosticDescriptor UnboundedLoop = Rule.Create(
        RuleIds.UnboundedLoop,
        title: "Bound agent loops",
        message: "'{0}' {1}, for as long as a prompt or a document keeps it going; {2}",
        DiagnosticSeverity.Warning,
        description: "An agent that decides itself when it is done may never be: a model runs in circles, or is talked into it. Every round costs tokens, and repeats what the tools do. A number of rounds, or a deadline, ends it.",
        "Guidance:Execution 3", "OWASP-LLM:LLM10:2025", "OWASP-LLM:LLM06:2026", "OWASP-Agentic:ASI08", "MCSB:AI-4", "ATLAS:AML.T0034.002", "CWE-835", "CWE-770");

    public static readonly DiagnosticDescriptor CallTimeout = Rule.Create(
        RuleIds.CallTimeout,
        title: "Give calls a timeout",
        message: "'{0}' {1}; {2}",
        DiagnosticSeverity.Info,
        description: "A model, an agent or what a tool starts may take as long as a prompt makes it. A caller that has left, and a request that nobody waits for any more, go on costing tokens, connections and processes.",
        "Guidance:Execution 3", "Guidance:Resources 2", "OWASP-LLM:LLM10:2025", "OWASP-LLM:LLM06:2026", "OWASP-Agentic:ASI08", "MCSB:AI-4", "CWE-1088", "CWE-770");

    public static readonly DiagnosticDescriptor OutputLimit = Rule.CreateOptional(
        RuleIds.OutputLimit,
        title: "Limit output tokens",
        message: "'{0}' has no limit for the answer, and a prompt decides how long and how expensive it gets; set '{1}'",
        DiagnosticSeverity.Info,
        description: "Without a limit, a model writes as long as it can, and a prompt can ask for that. Every token costs money, quota and the time of others who share the deployment.",
        "Guidance:Execution 3", "Guidance:Resources 2", "OWASP-LLM:LLM10:2025", "OWASP-LLM:LLM06:2026", "OWASP-Agentic:ASI08", "CWE-770");

    public static readonly DiagnosticDescriptor SessionIdentifier = Rule.Create(
        RuleIds.SessionIdentifier,
        title: "Give every session its own unguessable identifier",
        message: "The identifier of the session {0}, and who has it has the session with all files and variables in it; make one with Guid.NewGuid() for every conversation",
        DiagnosticSeverity.Warning,
        description: "Whoever knows the identifier of a dynamic session shares it: the code that runs there, its files, its results. An identifier that others have too, can guess or can choose takes the isolation away that the session is for.",
        "Guidance:Execution 1", "OWASP-LLM:LLM06:2025", "OWASP-LLM:LLM03:2026", "OWASP-Agentic:ASI05", "MCSB:AI-4", "ATLAS:AML.T0105", "CWE-653");

    public static readonly DiagnosticDescriptor UnmonitoredPipeline = Rule.CreateOptional(
        RuleIds.UnmonitoredPipeline,
        title: "Monitor agents and executions",
        message: "'{0}' {1}; {2}",
        DiagnosticSeverity.Info,
        description: "What an agent did, on whose behalf and with which tools, shows only in traces and logs. Without them an attack goes unnoticed, and nobody can tell afterwards what it reached.",
        "Guidance:Execution 4", "Guidance:Models 1", "OWASP-Agentic:ASI10", "MCSB:LT-1", "MCSB:LT-3", "MCSB:AI-6", "ATLAS:AML.M0024", "CWE-778");

    public static readonly DiagnosticDescriptor UnreviewedCode = Rule.Create(
        RuleIds.UnreviewedCode,
        title: "Execute only reviewed code",
        message: "'{0}' takes what is fetched while the program runs, so that whoever can change it there decides what is executed here and nobody reviewed it; ship it with the application, or compare its SHA-256 digest with that of the reviewed version first",
        DiagnosticSeverity.Warning,
        description: "A script, an assembly or the description of a tool that is fetched at run time is code of whoever can write to that place, today and tomorrow. Only a digest that stands in the application ties it to what was reviewed.",
        "Guidance:Execution 2", "OWASP-LLM:LLM03:2025", "OWASP-LLM:LLM04:2026", "OWASP-Agentic:ASI04", "OWASP-Agentic:ASI05", "CWE-494", "CWE-829");

    public static readonly DiagnosticDescriptor McpServer = Rule.Create(
        RuleIds.McpServer,
        title: "Connect only to trusted MCP servers",
        message: "{0}; {1}",
        DiagnosticSeverity.Warning,
        description: "What a server of the Model Context Protocol says of its tools, and what they answer, a model reads and obeys. A server that anybody on the way can change, that is another program tomorrow, or whose every tool is offered, decides what the agent does.",
        "Guidance:Execution 2", "Guidance:Access 7", "OWASP-LLM:LLM03:2025", "OWASP-LLM:LLM04:2026", "OWASP-Agentic:ASI04", "OWASP-Agentic:ASI07", "ATLAS:AML.T0010.005", "CWE-829", "CWE-319");
}
