using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Descriptors;

/// <summary>1xx: who may call an AI service, and with what.</summary>
internal static class AccessRules
{
    public static readonly DiagnosticDescriptor KeyCredential = Rule.Create(
        RuleIds.KeyCredential,
        title: "Authenticate with Microsoft Entra ID instead of a key",
        message: "'{0}' is given a key, a shared secret that never expires and cannot tell callers apart; {1}",
        DiagnosticSeverity.Warning,
        description: "An account key opens the whole AI resource to whoever holds a copy, cannot be limited to a role or a network condition, and has to be rotated by hand. Microsoft Entra ID gives every caller an identity of its own, with roles, Conditional Access and logs.",
        "Guidance:Access 1", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM02:2026", "OWASP-Agentic:ASI03", "MCSB:IM-1", "MCSB:IM-3", "ATLAS:AML.T0055", "CWE-522");

    public static readonly DiagnosticDescriptor HardCodedKey = Rule.Create(
        RuleIds.HardCodedKey,
        title: "Keep AI keys out of source code",
        message: "{0} is written in source code, where everyone who can read the repository or the assembly can take it; {1}, and revoke this one",
        DiagnosticSeverity.Warning,
        description: "A key in source code is copied with every clone, fork, package and backup, and stays in the history after it is deleted. Keep it out of the code altogether, and treat one that has been there as lost.",
        "Guidance:Access 1", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM02:2026", "OWASP-Agentic:ASI03", "MCSB:IM-8", "ATLAS:AML.T0055", "CWE-798", "CWE-312");

    public static readonly DiagnosticDescriptor WeakCredential = Rule.Create(
        RuleIds.WeakCredential,
        title: "Use a credential that can satisfy multifactor authentication and Conditional Access",
        message: "'{0}' {1}; use a managed identity, or a workload identity where there is none",
        DiagnosticSeverity.Warning,
        description: "Policies that ask for a second factor, a managed device or a place protect people. A program that signs in as a person, with a password or with what a developer's tool remembers, goes around them or stops working when they are switched on.",
        "Guidance:Access 3", "Guidance:Access 4", "OWASP-Agentic:ASI03", "MCSB:IM-6", "MCSB:IM-7", "ATLAS:AML.M0019", "CWE-308", "CWE-287");

    public static readonly DiagnosticDescriptor LongLivedSecret = Rule.Create(
        RuleIds.LongLivedSecret,
        title: "Prefer a managed identity to a long-lived secret",
        message: "'{0}' {1}, which has to be stored, kept secret and renewed; a managed identity or a workload identity has nothing to steal",
        DiagnosticSeverity.Info,
        description: "Secrets and certificate files of an application live for months, lie on disks and in settings, and are renewed by hand. A managed identity gets its tokens from the platform; outside Azure, workload identity federation exchanges the token of another platform.",
        "Guidance:Access 6", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM02:2026", "OWASP-Agentic:ASI03", "MCSB:IM-1", "MCSB:IM-3", "ATLAS:AML.T0055", "CWE-522");

    public static readonly DiagnosticDescriptor UnpinnedCredential = Rule.Create(
        RuleIds.UnpinnedCredential,
        title: "Pin the credential used in production",
        message: "'{0}' {1}; {2}",
        DiagnosticSeverity.Info,
        description: "DefaultAzureCredential tries a dozen ways to sign in and takes the first that works. On a server, that can be a tool that somebody was signed in to, and each way that fails costs time. In production there is one identity: name it. And make it once: a credential keeps its tokens, a new one asks for them again.",
        "Guidance:Access 6", "OWASP-Agentic:ASI03", "MCSB:IM-3", "MCSB:IM-7", "ATLAS:AML.M0019", "CWE-287");

    public static readonly DiagnosticDescriptor IdentityCheck = Rule.Create(
        RuleIds.IdentityCheck,
        title: "Keep tenant and continuous access checks on",
        message: "{0} {1}; {2}",
        DiagnosticSeverity.Warning,
        description: "Conditional Access works as long as tokens are asked for where they should be, and asked for again when something has changed. A credential that serves every tenant, an authority that nobody checks and a token that is kept past its time go around that.",
        "Guidance:Access 4", "OWASP-Agentic:ASI03", "MCSB:IM-7", "ATLAS:AML.M0019", "CWE-287", "CWE-613");

    public static readonly DiagnosticDescriptor AccountKey = Rule.Create(
        RuleIds.AccountKey,
        title: "Do not fetch account keys at run time",
        message: "'{0}' fetches keys of an AI account, for which the program needs the right to manage it; let it sign in to the service itself and give its identity the role of a user there",
        DiagnosticSeverity.Warning,
        description: "Whoever may list or renew the keys of an account may do everything that the keys open, and often manage the account too. A program that signs in to the service itself needs neither the keys nor that right.",
        "Guidance:Access 1", "Guidance:Access 5", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM02:2026", "OWASP-Agentic:ASI03", "MCSB:IM-1", "MCSB:PA-7", "ATLAS:AML.T0055", "CWE-522");

    public static readonly DiagnosticDescriptor KeyHeader = Rule.Create(
        RuleIds.KeyHeader,
        title: "Do not send AI keys in hand-written headers",
        message: "The header '{0}' sends a key to an Azure AI service, a shared secret that opens all of it and that every proxy and trace on the way can keep; {1}",
        DiagnosticSeverity.Warning,
        description: "A request that is put together by hand carries the account key in plain sight of handlers, proxies and traces, and goes around what the SDKs do about keys. A token of Microsoft Entra ID belongs to one caller and is worthless after an hour.",
        "Guidance:Access 1", "Guidance:Access 6", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM02:2026", "OWASP-Agentic:ASI03", "MCSB:IM-1", "MCSB:IM-3", "ATLAS:AML.T0055", "CWE-522");

    public static readonly DiagnosticDescriptor KeyInSettings = Rule.Create(
        RuleIds.KeyInSettings,
        title: "Keep AI keys out of settings files",
        message: "{0} is written in a settings file, where everyone who can read the repository or the published application can take it; keep it in user secrets or Key Vault, or use Microsoft Entra ID instead, and revoke this one",
        DiagnosticSeverity.Warning,
        description: "Settings files are committed, copied to build agents and published with the application. A key in one of them is as public as one in source code.",
        "Guidance:Access 1", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM02:2026", "OWASP-Agentic:ASI03", "MCSB:IM-8", "ATLAS:AML.T0055", "ATLAS:AML.T0083", "CWE-312", "CWE-798");

    public static readonly DiagnosticDescriptor TokenScope = Rule.Create(
        RuleIds.TokenScope,
        title: "Request the AI service's own token scope",
        message: "{0}; {1}",
        DiagnosticSeverity.Warning,
        description: "A token is good for one audience. One for the control plane, Graph or storage that is sent to an AI service is refused at best, and hands a far more powerful token to whoever can read requests there at worst.",
        "Guidance:Access 5", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM02:2026", "OWASP-Agentic:ASI03", "MCSB:PA-7", "MCSB:IM-3", "CWE-522");

    public static readonly DiagnosticDescriptor OpenEndpoint = Rule.Create(
        RuleIds.OpenEndpoint,
        title: "Require authorization on endpoints that front a model",
        message: "'{0}' {1}; {2}",
        DiagnosticSeverity.Warning,
        description: "An endpoint that hands requests on to a model spends money and opens whatever data and tools the model has. Without authorization it does so for everybody who can reach it.",
        "Guidance:Access 7", "OWASP-LLM:LLM10:2025", "OWASP-LLM:LLM06:2026", "OWASP-Agentic:ASI02", "OWASP-Agentic:ASI07", "MCSB:NS-2", "MCSB:IM-1", "ATLAS:AML.T0049", "ATLAS:AML.T0093", "CWE-306", "CWE-862");

    public static readonly DiagnosticDescriptor UnlimitedEndpoint = Rule.Create(
        RuleIds.UnlimitedEndpoint,
        title: "Limit the request rate of endpoints that front a model",
        message: "'{0}' {1} and takes any number of requests: one caller can {2}; {3}",
        DiagnosticSeverity.Info,
        description: "Every request to a model costs tokens, and the quota is shared. Without a limit, one caller, or a loop in a client, takes it from all others and runs up the bill.",
        "Guidance:Access 7", "Guidance:Access 8", "Guidance:Execution 3", "Guidance:Resources 2", "OWASP-LLM:LLM10:2025", "OWASP-LLM:LLM06:2026", "OWASP-Agentic:ASI02", "MCSB:NS-2", "ATLAS:AML.T0049", "CWE-770");

    public static readonly DiagnosticDescriptor TransportSecurity = Rule.Create(
        RuleIds.TransportSecurity,
        title: "Use TLS towards AI services",
        message: "{0}; {1}",
        DiagnosticSeverity.Warning,
        description: "Without TLS, or with a certificate that nobody checks, whoever sits on the way reads the key or token and every prompt, and writes what the model seems to answer.",
        "Guidance:Access 7", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM02:2026", "OWASP-Agentic:ASI07", "MCSB:DP-3", "CWE-319", "CWE-295");

    public static readonly DiagnosticDescriptor Gateway = Rule.Create(
        RuleIds.Gateway,
        title: "Go through the AI gateway",
        message: "The endpoint '{0}' goes around the AI gateway, where limits, logs and content checks are; use {1}",
        DiagnosticSeverity.Warning,
        description: "A gateway in front of the models is where an organisation limits, logs and checks what is asked of them. An endpoint that goes around it goes around all of that.",
        "Guidance:Models 4", "Guidance:Access 7", "OWASP-LLM:LLM10:2025", "OWASP-LLM:LLM06:2026", "MCSB:NS-2", "MCSB:LT-3");
}
