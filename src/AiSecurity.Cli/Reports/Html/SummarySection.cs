using System.Globalization;
using AiSecurity.Cli.Controls;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>What somebody reads who reads nothing else.</summary>
internal static class SummarySection
{
    private const int RulesToBeginWith = 8;

    public static void Write(HtmlWriter html, ScanResult result)
    {
        var count = SeverityCount.Of(result.Findings);
        html.Write("p", Verdict(result, count), ("class", "verdict"));
        WriteTiles(html, result, count);
        if (count.Total == 0)
            return;

        SeverityChart.Write(html, "Open findings by part of the guidance", "Part", [.. Parts(result)]);
        if (result.Repositories.Length > 1)
            SeverityChart.Write(html, "Open findings by repository", "Repository", [.. result.Repositories.Select(static repository => (repository.Name, (string?)null, SeverityCount.Of(repository.Findings)))]);
        WriteRules(html, result);
    }

    private static string Verdict(ScanResult result, SeverityCount count)
    {
        var projects = result.Repositories.SelectMany(static repository => repository.Projects).ToList();
        if (projects.Count == 0)
            return "Nothing was read. See what was not seen.";
        var where = $"{PageWords.Count(projects.Count, "project")}{(result.Repositories.Length > 1 ? $" of {result.Repositories.Length} repositories" : "")}";
        var ai = projects.Any(static project => project.UsesAi) ? "" : " None of them refers to an AI library that the rules know.";
        var blind = projects.Count(static project => project.Reading != Reading.Complete) is var part and > 0
            ? $" {PageWords.Count(part, "project")} could not be read completely, so there may be more." : "";
        return $"{(count.Total == 0 ? "No open findings" : PageWords.Count(count.Total, "open finding"))} in {where}.{ai}{blind}";
    }

    private static void WriteTiles(HtmlWriter html, ScanResult result, SeverityCount count)
    {
        var coverage = new CoverageReader(result);
        using (html.Open("dl", ("class", "tiles")))
        {
            Tile("error", "Errors", count.Errors);
            Tile("warning", "Warnings", count.Warnings);
            Tile("suggestion", "Suggestions", count.Suggestions);
            Tile("clean", "Rules that found nothing", CoverageReader.Judging.Count(rule => coverage.HasRun(rule) && coverage.OpenOf(rule) == 0));
            Tile("plain", "Suppressed or of the baseline", result.Findings.Count(static finding => !finding.IsOpen));
            Tile("plain", "Parts of the AI inventory", result.Assets.Count());
        }

        void Tile(string kind, string name, int number)
        {
            using (html.Open("div", ("class", "tile " + kind)))
            {
                html.Write("dt", name);
                html.Write("dd", number.ToString("N0", CultureInfo.InvariantCulture));
            }
        }
    }

    private static IEnumerable<(string Name, string? Address, SeverityCount Count)> Parts(ScanResult result)
    {
        foreach (var part in GuidanceParts.Names)
        {
            var findings = result.Findings.Where(finding => GuidanceParts.Of(finding.Rule) == part).ToList();
            yield return (part, findings.Count > 0 ? $"#{PageWords.Id("part", part)}" : null, SeverityCount.Of(findings));
        }
    }

    private static void WriteRules(HtmlWriter html, ScanResult result)
    {
        var rules = result.Open.GroupBy(static finding => finding.Rule)
            .OrderByDescending(static group => group.Max(static finding => finding.Severity)).ThenByDescending(static group => group.Count()).ThenBy(static group => group.Key.Id, StringComparer.Ordinal)
            .Take(RulesToBeginWith);
        html.Write("h3", "Where to begin");
        PageTable.Write(html, "begin", "The rules with the gravest and most open findings", ["Rule", "Open", "Gravest", "Code fix"], rules, group =>
        [
            () => html.Link($"{group.Key.Id} {group.Key.Title}", $"#{PageWords.Id("rule", group.Key.Id)}"),
            () => html.Text(group.Count().ToString(CultureInfo.InvariantCulture)),
            () => FindingCard.WriteSeverity(html, group.Max(static finding => finding.Severity)),
            () => html.Text(group.Key.IsFixable ? "yes" : "no"),
        ]);
    }
}
