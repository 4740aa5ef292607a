using System.Collections.Immutable;

namespace AiSecurity.Cli.Scanning;

/// <summary>One mistake in one place, as all reports show it.</summary>
internal sealed record Finding
{
    public required RuleInfo Rule { get; init; }

    public required RuleSeverity Severity { get; init; }

    public required string Message { get; init; }

    public required SourcePlace Place { get; init; }

    /// <summary>The projects that the code belongs to: more than one where they share a file.</summary>
    public required ImmutableArray<string> Projects { get; init; }

    public ImmutableArray<FlowStep> Steps { get; init; } = [];

    /// <summary>What the rule tells fixes and inventories about this place.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Stays the same when lines move.</summary>
    public required string Fingerprint { get; init; }

    public Suppression? Suppression { get; init; }

    public BaselineState Baseline { get; init; }

    /// <summary>Whether anybody has to act on it: it is neither suppressed nor known of old.</summary>
    public bool IsOpen => Suppression is null && Baseline != BaselineState.Unchanged;
}
