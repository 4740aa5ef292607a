using System.Globalization;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Descriptors;

/// <summary>4xx: which data goes where.</summary>
internal static class DataRules
{
    public static readonly DiagnosticDescriptor KeyedGrounding = Rule.Create(
        RuleIds.KeyedGrounding,
        title: "Ground on data with a managed identity",
        message: "'{0}' opens the data that '{1}' grounds answers on with a shared secret, which reads everything for everybody who has it; let the model's own managed identity read it",
        DiagnosticSeverity.Warning,
        description: "The key of a data source goes with every request to the model's service and opens the whole store. A managed identity has a role on the one index that it needs, and nothing to copy.",
        "Guidance:Data 3", "Guidance:Access 6", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM02:2026", "OWASP-Agentic:ASI03", "MCSB:IM-1", "MCSB:IM-3", "ATLAS:AML.T0055", "CWE-522");

    public static readonly DiagnosticDescriptor UnfilteredRetrieval = Rule.Create(
        RuleIds.UnfilteredRetrieval,
        title: "Filter retrieval by what the caller may see",
        message: "What '{0}' finds becomes part of a prompt, and it searches everything, whoever asks; filter by what the caller may see, or say why everybody may see it all",
        DiagnosticSeverity.Info,
        description: "The application reads the index with its own identity, so that the rights of whoever asks count nowhere. The model repeats what it was given: a colleague's salary, another customer's order.",
        "Guidance:Data 1", "Guidance:Data 3", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM02:2026", "OWASP-LLM:LLM08:2025", "MCSB:DP-1", "ATLAS:AML.T0057", "CWE-862", "CWE-200");

    /// <summary>The same rule, at a filter that holds nobody back.</summary>
    public static readonly DiagnosticDescriptor RewritableFilter = Rule.Create(
        RuleIds.UnfilteredRetrieval,
        title: UnfilteredRetrieval.Title.ToString(CultureInfo.InvariantCulture),
        message: "'{0}' is put together with text that can end its own quotation, so that whoever chooses the text chooses what the search finds; {1}",
        DiagnosticSeverity.Info,
        description: UnfilteredRetrieval.Description.ToString(CultureInfo.InvariantCulture),
        [.. UnfilteredRetrieval.CustomTags]);

    /// <summary>The same rule, at a search beside others that ask for what one owner may see.</summary>
    public static readonly DiagnosticDescriptor UnfilteredBeside = Rule.Create(
        RuleIds.UnfilteredRetrieval,
        title: UnfilteredRetrieval.Title.ToString(CultureInfo.InvariantCulture),
        message: "'{0}' searches everything in '{1}', which another search filters by owner, so that it finds what belongs to others; filter it too, or say why everybody may see it all",
        DiagnosticSeverity.Info,
        description: UnfilteredRetrieval.Description.ToString(CultureInfo.InvariantCulture),
        [.. UnfilteredRetrieval.CustomTags]);

    public static readonly DiagnosticDescriptor SharedConversation = Rule.Create(
        RuleIds.SharedConversation,
        title: "Do not share conversations between users",
        message: "'{0}' {1}, so that what one user says is in the conversation of the next; keep one for each user or conversation",
        DiagnosticSeverity.Warning,
        description: "A history, thread or session that all requests of a server share shows one user what others have said, and lets one user plant instructions for all.",
        "Guidance:Data 1", "Guidance:Data 2", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM02:2026", "OWASP-Agentic:ASI06", "CWE-488", "CWE-668");

    public static readonly DiagnosticDescriptor RecordedContent = Rule.Create(
        RuleIds.RecordedContent,
        title: "Keep prompts and completions out of telemetry",
        message: "'{0}' puts prompts and completions into logs and traces in every environment, where they are kept longer and read by more people than the conversation; leave it off outside development",
        DiagnosticSeverity.Warning,
        description: "Conversations hold what people would not write into a log: names, health, plans, secrets. Telemetry is copied to other systems, kept for months and open to everybody who runs them.",
        "Guidance:Data 4", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM02:2026", "MCSB:DP-1", "MCSB:LT-3", "ATLAS:AML.T0057", "CWE-532", "CWE-359");

    public static readonly DiagnosticDescriptor LoggedContent = Rule.Create(
        RuleIds.LoggedContent,
        title: "Do not log prompts and completions",
        message: "'{0}' writes {1} to the log, where it stays readable for everybody who may read logs; log its length, an id or a hash instead",
        DiagnosticSeverity.Info,
        description: "Conversations hold what people would not write into a log: names, health, plans, secrets. Logs are kept longer, copied further and read by more people than the conversation itself.",
        "Guidance:Data 4", "Guidance:Execution 4", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM02:2026", "MCSB:DP-1", "MCSB:LT-3", "ATLAS:AML.T0057", "CWE-532", "CWE-359");

    public static readonly DiagnosticDescriptor SecretInPrompt = Rule.Create(
        RuleIds.SecretInPrompt,
        title: "Keep secrets out of prompts",
        message: "A secret reaches '{0}', from where it can come out again in any answer, log or trace; leave it out of the text and use it in the code of a tool instead",
        DiagnosticSeverity.Warning,
        description: "Whatever a model is told it can be talked into repeating, and prompts are kept in logs, traces and caches.",
        "Guidance:Data 1", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM08:2026", "MCSB:DP-1", "ATLAS:AML.T0057", "CWE-200");

    public static readonly DiagnosticDescriptor DataBoundary = Rule.Create(
        RuleIds.DataBoundary,
        title: "Respect data boundaries",
        message: "'{0}' is for {1}, but this application answers {2}, and its model can tell them whatever it reads there; give the application a store of its own that holds only what they may read",
        DiagnosticSeverity.Warning,
        description: "A model repeats what it was given to whoever asks. Data for fewer people than the application answers belongs into a store that the application does not open.",
        "Guidance:Data 1", "Guidance:Data 2", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM02:2026", "OWASP-LLM:LLM08:2025", "OWASP-LLM:LLM09:2026", "MCSB:DP-1", "ATLAS:AML.T0057", "CWE-668", "CWE-653");

    public static readonly DiagnosticDescriptor UngovernedPipeline = Rule.Create(
        RuleIds.UngovernedPipeline,
        title: "Govern prompts with Purview",
        message: "'{0}' builds {1} whose prompts and answers no policy of the organization looks at, although the project asks for it; add '.WithPurview(...)' of Microsoft.Agents.AI.Purview to its pipeline",
        DiagnosticSeverity.Warning,
        description: "Microsoft Purview classifies what people tell a model and what it answers, stops what the policies of the organization forbid, and keeps a record for audits.",
        "Guidance:Data 4", "OWASP-LLM:LLM02:2025", "OWASP-LLM:LLM02:2026", "MCSB:DP-1", "MCSB:LT-3", "ATLAS:AML.T0057", "CWE-359");
}
