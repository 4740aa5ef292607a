using System.Collections.Immutable;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Analyzers.Settings;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Tests.Documentation;

/// <summary>What the code says of a rule.</summary>
internal sealed record DocumentedRule(DiagnosticDescriptor Descriptor)
{
    public static ImmutableArray<DocumentedRule> All { get; } =
    [
        .. Everything.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .DistinctBy(descriptor => descriptor.Id)
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)
            .Select(descriptor => new DocumentedRule(descriptor)),
    ];

    public string Id => Descriptor.Id;

    public string Title => Descriptor.Title.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public string Page => $"docs/rules/{Id}.md";

    public string Severity => (Descriptor.IsEnabledByDefault, Descriptor.DefaultSeverity) switch
    {
        (false, _) => "off",
        (_, DiagnosticSeverity.Error) => "error",
        (_, DiagnosticSeverity.Warning) => "warning",
        (_, DiagnosticSeverity.Info) => "suggestion",
        _ => "silent",
    };

    public bool HasFix { get; } = Everything.Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(Descriptor.Id));

    /// <summary>Reported without a place in a source file, where neither #pragma nor .editorconfig reaches it.</summary>
    public bool IsOutsideSource => Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd) || Id == RuleIds.KeyInSettings;

    public ImmutableArray<string> Guidance =>
        [.. Descriptor.CustomTags.Where(tag => tag.StartsWith(Rule.GuidanceTag, StringComparison.Ordinal)).Select(tag => tag[Rule.GuidanceTag.Length..])];

    public ImmutableArray<string> Controls =>
        [.. Descriptor.CustomTags.Where(tag => !tag.StartsWith(Rule.GuidanceTag, StringComparison.Ordinal) && tag != WellKnownDiagnosticTags.CompilationEnd)];

    public ImmutableArray<OptionDefinition> Options => [.. AiOptions.All.Where(option => option.Rules.Contains(Id))];
}
