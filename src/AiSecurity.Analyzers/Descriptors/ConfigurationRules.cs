using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Descriptors;

/// <summary>9xx: the analyzers themselves.</summary>
internal static class ConfigurationRules
{
    public static readonly DiagnosticDescriptor Configuration = Rule.CreateForCompilation(
        RuleIds.Configuration,
        title: "Correct the configuration of AiSecurity.Analyzers",
        message: "{0}",
        DiagnosticSeverity.Warning,
        description: "An option with an unknown value falls back to its default, and a line of a catalog that does not parse or names a type that is not there does nothing. Both leave code unchecked that somebody believes to be checked.");
}
