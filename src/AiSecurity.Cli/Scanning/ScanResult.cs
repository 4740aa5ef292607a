using System.Collections.Immutable;
using AiSecurity.Cli.Inventory;

namespace AiSecurity.Cli.Scanning;

/// <summary>All that a scan knows; the only thing that reports read.</summary>
internal sealed record ScanResult
{
    public required string ToolVersion { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>The most memory that the tool itself had, in bytes.</summary>
    public required long PeakMemory { get; init; }

    public required ImmutableArray<RepositoryResult> Repositories { get; init; }

    /// <summary>The rules that were asked for.</summary>
    public required ImmutableArray<RuleInfo> Rules { get; init; }

    public IEnumerable<Finding> Findings => Repositories.SelectMany(static repository => repository.Findings);

    public IEnumerable<Asset> Assets => Repositories.SelectMany(static repository => repository.Assets);

    public IEnumerable<Finding> Open => Findings.Where(static finding => finding.IsOpen);

    /// <summary>Ids of the rules that looked at one project at least, test projects aside, where most rules are silent.</summary>
    public ImmutableHashSet<string> RulesRun => [.. Repositories.SelectMany(static repository => repository.Projects).Where(static project => !project.IsTest).SelectMany(static project => project.RulesOn)];

    /// <summary>The rules that ran and found nothing.</summary>
    public IEnumerable<RuleInfo> CleanRules
    {
        get
        {
            var (run, found) = (RulesRun, Findings.Select(static finding => finding.Rule.Id).ToHashSet(StringComparer.Ordinal));
            return Rules.Where(rule => run.Contains(rule.Id) && !found.Contains(rule.Id));
        }
    }
}
