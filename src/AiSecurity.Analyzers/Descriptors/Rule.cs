using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Descriptors;

/// <summary>Makes descriptors: one category for all rules, so that one line of .editorconfig switches them all.</summary>
internal static class Rule
{
    public const string Category = "AiSecurity";

    private const string HelpRoot = "https://github.com/aisecurity-net/AiSecurity.Analyzers/blob/main/docs/rules/";

    /// <summary>The prefix of the custom tag that tells which item of the guidance a rule carries.</summary>
    public const string GuidanceTag = "Guidance:";

    /// <param name="id">A constant of <see cref="RuleIds"/>.</param>
    /// <param name="title">What to do, in the imperative.</param>
    /// <param name="message">One sentence: what, why it matters here, what to do. Never any part of a secret.</param>
    /// <param name="severity">Warning only where a report is practically always right.</param>
    /// <param name="description">Why, in two or three sentences, for the rule's page and for hosts that show more than the message.</param>
    /// <param name="controls">Control ids of public catalogs, written into SARIF as the rule's tags.</param>
    public static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity, string description, params string[] controls) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, description, HelpRoot + id + ".md", controls);

    /// <summary>As <see cref="Create"/>, for rules that are off until a severity or the strict preset switches them on.</summary>
    public static DiagnosticDescriptor CreateOptional(string id, string title, string message, DiagnosticSeverity severity, string description, params string[] controls) =>
        new(id, title, message, Category, severity, isEnabledByDefault: false, description, HelpRoot + id + ".md", controls);

    /// <summary>As <see cref="Create"/>, for rules that report at the end of the compilation or outside a source file.</summary>
    public static DiagnosticDescriptor CreateForCompilation(string id, string title, string message, DiagnosticSeverity severity, string description) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, description, HelpRoot + id + ".md", WellKnownDiagnosticTags.CompilationEnd);
}
