using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Descriptors;

/// <summary>2xx: what reaches a model, and what comes out of it.</summary>
internal static class ModelRules
{
    public static readonly DiagnosticDescriptor UnshieldedInput = Rule.Create(
        RuleIds.UnshieldedInput,
        title: "Shield user input before it reaches a model",
        message: "Text of a user reaches '{0}' without a prompt shield, so that it can carry instructions of an attacker; look at it with Prompt Shields before this call{2}",
        DiagnosticSeverity.Warning,
        description: "A model cannot tell the instructions of the application from those in the text it is given. Prompt Shields recognise jailbreaks and injected instructions before the model sees them. The code fix needs the package AiSecurity.Guards.",
        "Guidance:Models 2", "OWASP-LLM:LLM01:2025", "OWASP-LLM:LLM01:2026", "OWASP-Agentic:ASI01", "MCSB:AI-2", "ATLAS:AML.T0051.000", "CWE-1427");

    public static readonly DiagnosticDescriptor UnshieldedDocument = Rule.Create(
        RuleIds.UnshieldedDocument,
        title: "Shield documents and tool results before they reach a model",
        message: "{1} reaches {0} without a prompt shield, so that it can carry hidden instructions; pass it to Prompt Shields as a document first{2}",
        DiagnosticSeverity.Warning,
        description: "Search results, files, web pages, mail and tool results can hold instructions that somebody planted there. Prompt Shields take such text as documents. The code fix needs the package AiSecurity.Guards.",
        "Guidance:Models 2", "OWASP-LLM:LLM01:2025", "OWASP-LLM:LLM01:2026", "OWASP-Agentic:ASI01", "OWASP-Agentic:ASI06", "MCSB:AI-2", "ATLAS:AML.T0051.001", "CWE-1427");

    public static readonly DiagnosticDescriptor TextInInstructions = Rule.Create(
        RuleIds.TextInInstructions,
        title: "Keep untrusted text out of instructions",
        message: "Text that the application did not write becomes part of the instructions in '{0}', where a model obeys it; keep the constant part here and move the rest to a user message",
        DiagnosticSeverity.Warning,
        description: "System and developer messages, agent instructions and prompt templates are what a model obeys first. Text of users, documents or other models belongs into messages of their own role.",
        "Guidance:Models 2", "OWASP-LLM:LLM01:2025", "OWASP-LLM:LLM01:2026", "OWASP-Agentic:ASI01", "MCSB:AI-3", "ATLAS:AML.T0051.000", "CWE-1427");

    public static readonly DiagnosticDescriptor TemplateEncoding = Rule.Create(
        RuleIds.TemplateEncoding,
        title: "Keep template encoding on",
        message: "'{0} = true' puts template arguments into the prompt as they are, so that a text can open messages of its own, also with the role of the system; leave the encoding on",
        DiagnosticSeverity.Warning,
        description: "Semantic Kernel encodes template arguments so that text stays text. Without the encoding, an argument can close its message and open one with the role of the system.",
        "Guidance:Models 2", "OWASP-LLM:LLM01:2025", "OWASP-LLM:LLM01:2026", "OWASP-Agentic:ASI01", "MCSB:AI-2", "ATLAS:AML.T0051.000", "CWE-1427", "CWE-116");

    public static readonly DiagnosticDescriptor IgnoredShield = Rule.Create(
        RuleIds.IgnoredShield,
        title: "Act on the shield's answer",
        message: "'{0}' looks at the text, but {1}, so that an attack goes on as if nobody had looked; stop on an attack, and also when the shield fails",
        DiagnosticSeverity.Warning,
        description: "A shield protects only when its answer decides what happens next. A result that nobody reads, a call that nobody awaits and a catch that goes on all let the attack through.",
        "Guidance:Models 2", "OWASP-LLM:LLM01:2025", "OWASP-LLM:LLM01:2026", "OWASP-Agentic:ASI01", "MCSB:AI-2", "ATLAS:AML.M0020", "CWE-252", "CWE-636");

    public static readonly DiagnosticDescriptor TrustedOutput = Rule.Create(
        RuleIds.TrustedOutput,
        title: "Do not trust model output",
        message: "What a model wrote reaches '{0}' as it is, so that whoever can talk to the model decides what happens here; check or encode it as you would the input of a stranger",
        DiagnosticSeverity.Warning,
        description: "Model output is shaped by every text the model was given. In SQL, HTML, paths, URLs, type names and patterns it does what its author wants, not what the application means.",
        "Guidance:Models 2", "OWASP-LLM:LLM05:2025", "OWASP-LLM:LLM10:2026", "OWASP-Agentic:ASI02", "OWASP-Agentic:ASI05", "MCSB:AI-2", "ATLAS:AML.M0033", "CWE-1426");

    public static readonly DiagnosticDescriptor UncheckedOutput = Rule.Create(
        RuleIds.UncheckedOutput,
        title: "Screen and check model output",
        message: "What the model wrote is returned to the caller of '{0}' with nobody having looked at its finish reason, refusal or content; check them, or screen the text, before it leaves{2}",
        DiagnosticSeverity.Info,
        description: "An answer can be cut off by the content filter, refused or harmful. Whoever returns it as it came passes on what the service already marked.",
        "Guidance:Models 2", "OWASP-LLM:LLM05:2025", "OWASP-LLM:LLM10:2026", "MCSB:AI-2", "ATLAS:AML.M0033", "CWE-1426");

    public static readonly DiagnosticDescriptor EndUserContext = Rule.CreateOptional(
        RuleIds.EndUserContext,
        title: "Send end-user context for threat detection",
        message: "'{0}' does not tell Azure OpenAI for which user it asks, so that an alert on an attack names the whole application and nobody in it; {1}",
        DiagnosticSeverity.Info,
        description: "Threat detection sees prompts, but not who wrote them. With an id of the user on every request, an alert leads to one account, which can be looked at and blocked, instead of to the application.",
        "Guidance:Models 1", "OWASP-Agentic:ASI10", "MCSB:LT-1", "MCSB:LT-3", "MCSB:AI-6", "ATLAS:AML.M0024", "CWE-778");

    public static readonly DiagnosticDescriptor UnverifiedModel = Rule.Create(
        RuleIds.UnverifiedModel,
        title: "Verify model files before loading them",
        message: "'{0}' loads a model that nobody verified, so that whoever can change the file decides what the application does; compare its SHA-256 digest with one from a trusted place first{1}",
        DiagnosticSeverity.Warning,
        description: "A model file decides what the application answers, and some formats run code while they are loaded. A digest from source code or from the publisher tells a file that was changed.",
        "Guidance:Models 3", "OWASP-LLM:LLM03:2025", "OWASP-LLM:LLM04:2025", "OWASP-LLM:LLM04:2026", "OWASP-LLM:LLM05:2026", "OWASP-Agentic:ASI04", "MCSB:AI-1", "ATLAS:AML.M0014", "CWE-345", "CWE-494");

    public static readonly DiagnosticDescriptor UnpinnedDownload = Rule.Create(
        RuleIds.UnpinnedDownload,
        title: "Pin what you download",
        message: "What '{0}' loads is fetched from here, and {1}; {2}, and compare the SHA-256 digest before loading",
        DiagnosticSeverity.Warning,
        description: "A download over plain HTTP can be changed on its way, and a moving revision is another file tomorrow. A fixed revision over HTTPS, with its digest in the application, is the file that was looked at.",
        "Guidance:Models 3", "Guidance:Execution 2", "OWASP-LLM:LLM03:2025", "OWASP-LLM:LLM04:2026", "OWASP-Agentic:ASI04", "MCSB:AI-1", "CWE-494");

    public static readonly DiagnosticDescriptor ApprovedModel = Rule.Create(
        RuleIds.ApprovedModel,
        title: "Use approved models",
        message: "'{0}' is none of the models that the project approves of, so that nobody may have looked at its origin and terms; use an approved one, or have it approved and add it to ai_security.approved_models",
        DiagnosticSeverity.Warning,
        description: "A model is a dependency that decides what the application answers, and where its prompts go. A list of approved ones keeps those out that nobody has evaluated, and those that are retired.",
        "Guidance:Models 3", "Guidance:Access 8", "OWASP-LLM:LLM03:2025", "OWASP-LLM:LLM04:2026", "OWASP-Agentic:ASI04", "MCSB:AI-1", "CWE-1357");
}
