using System.Collections.Immutable;
using System.Reflection;
using AiSecurity.Analyzers.Descriptors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Cli.Scanning;

/// <summary>All analyzers, found as a host finds them, and what they report.</summary>
internal static class RuleSet
{
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = Create<DiagnosticAnalyzer>("AiSecurity.Analyzers");

    public static ImmutableArray<CodeFixProvider> Fixes { get; } = Create<CodeFixProvider>("AiSecurity.Analyzers.CodeFixes");

    public static ImmutableArray<RuleInfo> All { get; } = CreateRules();

    public static RuleInfo? Find(string id) => All.FirstOrDefault(rule => rule.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    private static ImmutableArray<RuleInfo> CreateRules()
    {
        var fixable = Fixes.SelectMany(static fix => fix.FixableDiagnosticIds).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics)
                .DistinctBy(static descriptor => descriptor.Id)
                .OrderBy(static descriptor => descriptor.Id, StringComparer.Ordinal)
                .Select(descriptor => CreateRule(descriptor, fixable.Contains(descriptor.Id))),
        ];
    }

    private static RuleInfo CreateRule(DiagnosticDescriptor descriptor, bool isFixable) => new(
        descriptor.Id,
        descriptor.Title.ToString(),
        descriptor.Description.ToString(),
        descriptor.HelpLinkUri,
        SeverityOf(descriptor.DefaultSeverity) ?? RuleSeverity.Suggestion,
        !descriptor.IsEnabledByDefault,
        isFixable,
        [.. descriptor.CustomTags.Where(IsGuidance).Select(static tag => tag[Rule.GuidanceTag.Length..])],
        [.. descriptor.CustomTags.Where(static tag => !IsGuidance(tag) && tag.AsSpan().ContainsAny(':', '-'))]);

    private static bool IsGuidance(string tag) => tag.StartsWith(Rule.GuidanceTag, StringComparison.Ordinal);

    /// <summary>Null for what nobody is to see.</summary>
    public static RuleSeverity? SeverityOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => RuleSeverity.Error,
        DiagnosticSeverity.Warning => RuleSeverity.Warning,
        DiagnosticSeverity.Info => RuleSeverity.Suggestion,
        _ => null,
    };

    private static ImmutableArray<T> Create<T>(string assembly) =>
    [
        .. Assembly.Load(assembly).GetTypes()
            .Where(static type => !type.IsAbstract && typeof(T).IsAssignableFrom(type))
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .Select(static type => (T)Activator.CreateInstance(type)!),
    ];
}
