using System.Collections.Immutable;
using AiSecurity.Cli.Loading;

namespace AiSecurity.Cli.Scanning;

/// <summary>What a scan was asked to do.</summary>
internal sealed record ScanOptions
{
    public required ImmutableArray<string> Paths { get; init; }

    public LoadOptions Load { get; init; } = new();

    /// <summary>Ids or beginnings of ids (AISEC2*); empty for all.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    public RuleSeverity Severity { get; init; } = RuleSeverity.Suggestion;

    /// <summary>How many repositories are worked on at a time.</summary>
    public int Parallel { get; init; } = Math.Clamp(Environment.ProcessorCount / 2, 1, 8);

    public bool Takes(string rule) => Rules.IsEmpty || Rules.Any(pattern =>
        pattern.EndsWith('*') ? rule.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase) : rule.Equals(pattern, StringComparison.OrdinalIgnoreCase));
}
