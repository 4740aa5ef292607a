using System.Collections.Immutable;
using AiSecurity.Cli.Controls;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>Where the scan was blind: projects that did not load, rules that did not run, things that no code shows.</summary>
internal static class UnseenSection
{
    public static void Write(HtmlWriter html, ScanResult result)
    {
        html.Write("h3", "Files and projects");
        WriteProblems(html, result);
        html.Write("h3", "Rules that did not run");
        WriteRules(html, result);
        html.Write("h3", "Not visible in code");
        using (html.Open("ul"))
        {
            foreach (var duty in PlatformDuty.All)
            {
                using (html.Open("li"))
                {
                    html.Write("strong", duty.Item);
                    html.Text($" {duty.Text}");
                }
            }
        }
    }

    private static void WriteProblems(HtmlWriter html, ScanResult result)
    {
        var gaps = result.Repositories.SelectMany(ReadingGap.Of).ToList();
        if (gaps.Count == 0)
        {
            html.Write("p", "Everything that was found was read completely.");
            return;
        }

        PageTable.Write(html, "unseen", "What was not read completely, and why", ["Where", "What was read", "Why"], gaps, gap =>
        [
            () => WritePaths(html, gap),
            () => html.Text(gap.Reading),
            () => WriteReasons(html, gap.Reasons),
        ]);
    }

    private static void WritePaths(HtmlWriter html, ReadingGap gap)
    {
        html.Write("span", gap.Repository, ("class", "name"));
        if (gap.Paths.IsEmpty)
            return;
        using (html.Open("ul"))
        {
            foreach (var path in gap.Paths)
            {
                using (html.Open("li"))
                    html.WritePath("span", path, ("class", "place"));
            }
        }
    }

    private static void WriteReasons(HtmlWriter html, ImmutableArray<string> reasons)
    {
        if (reasons.Length == 1)
        {
            html.Text(reasons[0]);
            return;
        }

        using (html.Open("ul"))
        {
            foreach (var reason in reasons)
                html.Write("li", reason);
        }
    }

    private static void WriteRules(HtmlWriter html, ScanResult result)
    {
        var coverage = new CoverageReader(result);
        var silent = CoverageReader.Judging.Where(rule => !coverage.HasRun(rule)).ToList();
        if (silent.Count == 0)
        {
            html.Write("p", "All rules ran in one project at least.");
            return;
        }

        if (silent.Count == CoverageReader.Judging.Count())
        {
            html.Write("p", "None ran: no project outside of the tests refers to an AI library that the rules know.");
            return;
        }

        html.Write("p", "These are off by default, were switched off by the configuration of the repository, or were not asked for.");
        using (html.Open("ul"))
        {
            foreach (var rule in silent)
            {
                using (html.Open("li"))
                {
                    html.Link(rule.Id, rule.HelpUri);
                    html.Text($" {rule.Title}{(rule.IsOptional ? " (off by default)" : "")}");
                }
            }
        }
    }
}
