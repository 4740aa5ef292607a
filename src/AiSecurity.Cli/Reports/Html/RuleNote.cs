using AiSecurity.Cli.Controls;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>What a rule is about, once for all its findings.</summary>
internal static class RuleNote
{
    public static void Write(HtmlWriter html, RuleInfo rule)
    {
        html.Write("p", rule.Description);
        RulePageExcerpt.Write(html, rule, "Fix", "How to fix it");
        using (html.Open("dl", ("class", "facts")))
        {
            Fact("Guidance", rule.Guidance.Select(static item => ($"{item}: {GuidanceItem.All.First(known => known.Name == item).Text}", (string?)$"#{PageWords.Id("item", item)}")));
            Fact("Controls", rule.Controls.Select(static tag => (Control.Of(tag).Id, (string?)$"#{PageWords.Id("control", tag)}")));
            Fact("Code fix", [(rule.IsFixable ? "yes" : "no", null)]);
            Fact("More", [("the rule's page", rule.HelpUri)]);
        }

        void Fact(string name, IEnumerable<(string Text, string? Address)> values)
        {
            if (!values.Any())
                return;
            using (html.Open("div"))
            {
                html.Write("dt", name);
                using (html.Open("dd"))
                using (html.Open("ul"))
                {
                    foreach (var (text, address) in values)
                    {
                        using (html.Open("li"))
                        {
                            if (address is null)
                                html.Text(text);
                            else
                                html.Link(text, address);
                        }
                    }
                }
            }
        }
    }
}
