using AiSecurity.Cli.Controls;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>All findings, by part and item of the guidance and by rule.</summary>
internal static class FindingsSection
{
    public static void Write(HtmlWriter html, ScanResult result)
    {
        var findings = result.Repositories.SelectMany(static (repository, index) => repository.Findings.Select(finding => new PlacedFinding(finding, repository, index))).ToList();
        if (findings.Count == 0)
        {
            html.Write("p", "There are none.");
            return;
        }

        FindingFilter.Write(html, result);
        foreach (var part in findings.GroupBy(static placed => GuidanceParts.Of(placed.Finding.Rule)).OrderBy(static part => GuidanceParts.Names.IndexOf(part.Key)))
        {
            using (html.Open("section", ("class", "part"), ("aria-labelledby", PageWords.Id("part", part.Key))))
            {
                html.Write("h3", part.Key, ("id", PageWords.Id("part", part.Key)));
                foreach (var rule in part.GroupBy(static placed => placed.Finding.Rule).OrderBy(static rule => ItemIndex(rule.Key)).ThenBy(static rule => rule.Key.Id, StringComparer.Ordinal))
                    WriteRule(html, rule.Key, [.. rule]);
            }
        }
    }

    private static int ItemIndex(RuleInfo rule) => GuidanceItem.All.IndexOf(GuidanceItem.All.FirstOrDefault(item => rule.Guidance.Contains(item.Name))!);

    private static void WriteRule(HtmlWriter html, RuleInfo rule, List<PlacedFinding> findings)
    {
        var id = PageWords.Id("rule", rule.Id);
        using (html.Open("section", ("class", "rule"), ("aria-labelledby", id)))
        {
            html.Write("h4", $"{rule.Id}: {rule.Title}", ("id", id));
            RuleNote.Write(html, rule);
            WriteList(html, findings.Where(static placed => placed.Finding.IsOpen));
            var closed = findings.Where(static placed => !placed.Finding.IsOpen).ToList();
            if (closed.Count == 0)
                return;

            using (html.Open("details", ("class", "closed")))
            {
                html.Write("summary", $"{PageWords.Count(closed.Count, "finding")} suppressed or of the baseline");
                WriteList(html, closed);
            }
        }
    }

    private static void WriteList(HtmlWriter html, IEnumerable<PlacedFinding> findings)
    {
        foreach (var placed in findings.OrderByDescending(static placed => placed.Finding.Severity).ThenBy(static placed => placed.RepositoryIndex))
            FindingCard.Write(html, placed);
    }
}
