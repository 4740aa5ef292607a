using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>How many open findings there are of each severity.</summary>
internal readonly record struct SeverityCount(int Errors, int Warnings, int Suggestions)
{
    public int Total => Errors + Warnings + Suggestions;

    public static SeverityCount Of(IEnumerable<Finding> findings)
    {
        var open = findings.Where(static finding => finding.IsOpen).CountBy(static finding => finding.Severity).ToDictionary();
        return new(open.GetValueOrDefault(RuleSeverity.Error), open.GetValueOrDefault(RuleSeverity.Warning), open.GetValueOrDefault(RuleSeverity.Suggestion));
    }
}
