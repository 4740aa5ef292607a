using System.Collections.Immutable;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Controls;

/// <summary>Tells what was found, what was looked at and found clean, and what was not looked at.</summary>
internal sealed class CoverageReader(ScanResult result)
{
    private readonly ILookup<string, Finding> _findings = result.Findings.ToLookup(static finding => finding.Rule.Id, StringComparer.Ordinal);

    private readonly ImmutableHashSet<string> _run = result.RulesRun;

    public bool HasRun(RuleInfo rule) => _run.Contains(rule.Id) || _findings.Contains(rule.Id);

    public int OpenOf(RuleInfo rule) => _findings[rule.Id].Count(static finding => finding.IsOpen);

    public Coverage OfItem(string item)
    {
        var coverage = Of([.. Judging.Where(rule => rule.Guidance.Contains(item))]);
        return coverage.State == CoverageState.NoRule && PlatformDuty.Of(item) is not null ? coverage with { State = CoverageState.NotInCode } : coverage;
    }

    public Coverage OfControl(string tag) => Of([.. Judging.Where(rule => rule.Controls.Contains(tag))]);

    /// <summary>The inventory judges nothing.</summary>
    public static IEnumerable<RuleInfo> Judging => RuleSet.All.Where(static rule => rule.Id != RuleIds.AgentInventory);

    private Coverage Of(ImmutableArray<RuleInfo> rules)
    {
        var open = rules.Sum(OpenOf);
        var state = rules switch
        {
            [] => CoverageState.NoRule,
            _ when open > 0 => CoverageState.Open,
            _ when rules.Any(rule => _findings.Contains(rule.Id)) => CoverageState.Accepted,
            _ when rules.Any(HasRun) => CoverageState.Clean,
            _ => CoverageState.NotChecked,
        };
        return new Coverage(state, rules, open);
    }
}
