using System.Collections.Immutable;

namespace AiSecurity.Cli.Controls;

/// <summary>A control of a public catalog, as the custom tags of rules name it.</summary>
internal sealed record Control(string Tag, string Catalog, string Id, string Title, string? Url)
{
    private static readonly ImmutableDictionary<string, string> Titles = new Dictionary<string, string>
    {
        ["OWASP-LLM:LLM01:2025"] = "Prompt Injection",
        ["OWASP-LLM:LLM02:2025"] = "Sensitive Information Disclosure",
        ["OWASP-LLM:LLM03:2025"] = "Supply Chain",
        ["OWASP-LLM:LLM04:2025"] = "Data and Model Poisoning",
        ["OWASP-LLM:LLM05:2025"] = "Improper Output Handling",
        ["OWASP-LLM:LLM06:2025"] = "Excessive Agency",
        ["OWASP-LLM:LLM07:2025"] = "System Prompt Leakage",
        ["OWASP-LLM:LLM08:2025"] = "Vector and Embedding Weaknesses",
        ["OWASP-LLM:LLM10:2025"] = "Unbounded Consumption",
        ["OWASP-LLM:LLM01:2026"] = "Prompt Injection",
        ["OWASP-LLM:LLM02:2026"] = "Sensitive Information Disclosure",
        ["OWASP-LLM:LLM03:2026"] = "Excessive Agency",
        ["OWASP-LLM:LLM04:2026"] = "Supply Chain",
        ["OWASP-LLM:LLM05:2026"] = "Data and Model Poisoning",
        ["OWASP-LLM:LLM06:2026"] = "Unbounded Consumption",
        ["OWASP-LLM:LLM08:2026"] = "Hidden Context Exposure",
        ["OWASP-LLM:LLM09:2026"] = "Vector and Embedding Weaknesses",
        ["OWASP-LLM:LLM10:2026"] = "Improper Output Handling",
        ["OWASP-Agentic:ASI01"] = "Agent Goal Hijack",
        ["OWASP-Agentic:ASI02"] = "Tool Misuse and Exploitation",
        ["OWASP-Agentic:ASI03"] = "Identity and Privilege Abuse",
        ["OWASP-Agentic:ASI04"] = "Agentic Supply Chain Vulnerabilities",
        ["OWASP-Agentic:ASI05"] = "Unexpected Code Execution (RCE)",
        ["OWASP-Agentic:ASI06"] = "Memory and Context Poisoning",
        ["OWASP-Agentic:ASI07"] = "Insecure Inter-Agent Communication",
        ["OWASP-Agentic:ASI08"] = "Cascading Failures",
        ["OWASP-Agentic:ASI09"] = "Human-Agent Trust Exploitation",
        ["OWASP-Agentic:ASI10"] = "Rogue Agents",
        ["MCSB:IM-1"] = "Use centralized identity and authentication system",
        ["MCSB:IM-3"] = "Manage application identities securely and automatically",
        ["MCSB:IM-6"] = "Use strong authentication controls",
        ["MCSB:IM-7"] = "Restrict resource access based on conditions",
        ["MCSB:IM-8"] = "Restrict the exposure of credential and secrets",
        ["MCSB:PA-7"] = "Follow just enough administration (least privilege) principle",
        ["MCSB:AI-2"] = "Implement multi-layered content filtering",
        ["MCSB:AI-3"] = "Adopt safety meta-prompts",
        ["MCSB:AI-4"] = "Apply least privilege for agent functions",
        ["MCSB:LT-3"] = "Enable logging for security investigation",
        ["MCSB:NS-2"] = "Secure cloud native services with network controls",
        ["MCSB:DP-1"] = "Discover, classify, and label sensitive data",
        ["MCSB:DP-3"] = "Encrypt sensitive data in transit",
        ["ATLAS:AML.T0049"] = "Exploit Public-Facing Application",
        ["ATLAS:AML.T0093"] = "Prompt Infiltration via Public-Facing Application",
        ["CWE-306"] = "Missing Authentication for Critical Function",
        ["CWE-770"] = "Allocation of Resources Without Limits or Throttling",
        ["CWE-862"] = "Missing Authorization",
        ["ATLAS:AML.T0050"] = "Command and Scripting Interpreter",
        ["ATLAS:AML.T0051.000"] = "LLM Prompt Injection: Direct",
        ["ATLAS:AML.T0051.001"] = "LLM Prompt Injection: Indirect",
        ["ATLAS:AML.M0020"] = "Generative AI Guardrails",
        ["ATLAS:AML.T0055"] = "Unsecured Credentials",
        ["ATLAS:AML.T0057"] = "LLM Data Leakage",
        ["ATLAS:AML.M0033"] = "Input and Output Validation for AI Agent Components",
        ["ATLAS:AML.T0083"] = "Credentials from AI Agent Configuration",
        ["ATLAS:AML.M0019"] = "Control Access to AI Models and Data in Production",
        ["ATLAS:AML.T0034.002"] = "Cost Harvesting: Agentic Resource Consumption",
        ["CWE-835"] = "Loop with Unreachable Exit Condition ('Infinite Loop')",
        ["CWE-1088"] = "Synchronous Access of Remote Resource without Timeout",
        ["ATLAS:AML.T0010.005"] = "AI Supply Chain Compromise: AI Agent Tool",
        ["CWE-1357"] = "Reliance on Insufficiently Trustworthy Component",
        ["CWE-829"] = "Inclusion of Functionality from Untrusted Control Sphere",
        ["MCSB:AI-5"] = "Ensure human-in-the-loop",
        ["ATLAS:AML.T0105"] = "Escape to Host",
        ["ATLAS:AML.M0029"] = "Human In-the-Loop for AI Agent Actions",
        ["CWE-653"] = "Improper Isolation or Compartmentalization",
        ["CWE-287"] = "Improper Authentication",
        ["CWE-308"] = "Use of Single-factor Authentication",
        ["CWE-613"] = "Insufficient Session Expiration",
        ["CWE-295"] = "Improper Certificate Validation",
        ["CWE-319"] = "Cleartext Transmission of Sensitive Information",
        ["CWE-312"] = "Cleartext Storage of Sensitive Information",
        ["CWE-1188"] = "Initialization of a Resource with an Insecure Default",
        ["ATLAS:AML.M0014"] = "Verify AI Artifacts",
        ["MCSB:AM-1"] = "Track asset inventory and their risks",
        ["MCSB:AI-1"] = "Ensure use of approved models",
        ["CWE-488"] = "Exposure of Data Element to Wrong Session",
        ["CWE-668"] = "Exposure of Resource to Wrong Sphere",
        ["CWE-345"] = "Insufficient Verification of Data Authenticity",
        ["CWE-494"] = "Download of Code Without Integrity Check",
        ["CWE-522"] = "Insufficiently Protected Credentials",
        ["CWE-798"] = "Use of Hard-coded Credentials",
        ["CWE-78"] = "Improper Neutralization of Special Elements used in an OS Command ('OS Command Injection')",
        ["CWE-94"] = "Improper Control of Generation of Code ('Code Injection')",
        ["CWE-200"] = "Exposure of Sensitive Information to an Unauthorized Actor",
        ["CWE-359"] = "Exposure of Private Personal Information to an Unauthorized Actor",
        ["CWE-532"] = "Insertion of Sensitive Information into Log File",
        ["CWE-1426"] = "Improper Validation of Generative AI Output",
        ["CWE-636"] = "Not Failing Securely ('Failing Open')",
        ["CWE-252"] = "Unchecked Return Value",
        ["CWE-116"] = "Improper Encoding or Escaping of Output",
        ["CWE-1427"] = "Improper Neutralization of Input Used for LLM Prompting",
    }.ToImmutableDictionary();

    /// <summary>The control behind a tag. A tag without a title fails, which tests see: a title is looked up before it is printed.</summary>
    public static Control Of(string tag)
    {
        var title = Titles.GetValueOrDefault(tag) ?? throw new InvalidOperationException($"Add the official title of '{tag}' to Control.cs.");
        var colon = tag.IndexOf(':', StringComparison.Ordinal);
        var id = tag[(colon + 1)..];
        return tag switch
        {
            _ when tag.StartsWith("OWASP-LLM:", StringComparison.Ordinal) => new(tag, "OWASP Top 10 for LLM Applications", id, title, null),
            _ when tag.StartsWith("OWASP-Agentic:", StringComparison.Ordinal) => new(tag, "OWASP Top 10 for Agentic Applications 2026", id, title, null),
            _ when tag.StartsWith("MCSB:", StringComparison.Ordinal) => new(tag, "Microsoft cloud security benchmark", id, title, null),
            _ when tag.StartsWith("ATLAS:", StringComparison.Ordinal) => new(tag, "MITRE ATLAS", id, title, $"https://atlas.mitre.org/{(id.StartsWith("AML.M", StringComparison.Ordinal) ? "mitigations" : "techniques")}/{id}"),
            _ when tag.StartsWith("CWE-", StringComparison.Ordinal) => new(tag, "CWE", tag, title, $"https://cwe.mitre.org/data/definitions/{tag[4..]}.html"),
            _ => throw new InvalidOperationException($"No catalog is known for the tag '{tag}'."),
        };
    }

    public override string ToString() => Url is null ? $"{Id} {Title}" : $"[{Id}]({Url}) {Title}";
}
