using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Cli.Controls;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>What the scan says about each item of the guidance, and what only the platform can tell.</summary>
internal static class GuidanceSection
{
    public static void Write(HtmlWriter html, ScanResult result)
    {
        var coverage = new CoverageReader(result);
        html.Write("p", "The items of Microsoft's guidance \u201CSecure Azure platform services (PaaS) for AI\u201D, in our words. \u201CNothing found\u201D means that rules looked at the code and found nothing; it does not mean that there is nothing. \u201CNot checked\u201D means that the rules are switched off, were not asked for, or that no project refers to an AI library.");
        foreach (var part in GuidanceItem.All.GroupBy(static item => GuidanceParts.PartOf(item.Name)))
        {
            html.Write("h3", part.Key);
            PageTable.Write(html, "coverage", $"Coverage of the part {part.Key}", ["Item", "Result", "Rules", "To be looked at outside of the code"], part, item =>
            [
                () => WriteItem(html, item),
                () => WriteState(html, coverage.OfItem(item.Name)),
                () => WriteRules(html, coverage, item, result),
                () => html.Text(PlatformDuty.Of(item.Name)?.Text ?? ""),
            ]);
        }
    }

    public static void WriteState(HtmlWriter html, Coverage coverage) => html.Write("span", PageWords.Of(coverage), ("class", "badge " + PageWords.Class(coverage.State)));

    public static void WriteRules(HtmlWriter html, CoverageReader coverage, IEnumerable<RuleInfo> rules)
    {
        using (html.Open("ul", ("class", "rules")))
        {
            foreach (var rule in rules)
            {
                using (html.Open("li"))
                {
                    html.Link(rule.Id, rule.HelpUri);
                    html.Text(coverage.OpenOf(rule) is var open and > 0 ? $" {open} open" : coverage.HasRun(rule) ? "" : " not run");
                }
            }
        }
    }

    private static void WriteItem(HtmlWriter html, GuidanceItem item)
    {
        html.Write("span", item.Name, ("class", "name"), ("id", PageWords.Id("item", item.Name)));
        html.Text(" " + item.Text);
    }

    private static void WriteRules(HtmlWriter html, CoverageReader coverage, GuidanceItem item, ScanResult result)
    {
        var of = coverage.OfItem(item.Name);
        if (!of.Rules.IsEmpty)
            WriteRules(html, coverage, of.Rules);
        if (RuleSet.Find(RuleIds.AgentInventory)!.Guidance.Contains(item.Name))
            html.Link($"{PageWords.Count(result.Assets.Count(), "entry", "entries")} in the inventory", "#inventory");
    }
}
