using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>The controls that the script shows and works; without it they stay hidden.</summary>
internal static class FindingFilter
{
    public static void Write(HtmlWriter html, ScanResult result)
    {
        using (html.Open("form", ("id", "filter"), ("hidden", ""), ("role", "search"), ("aria-label", "Filter the findings")))
        {
            using (html.Open("fieldset"))
            {
                html.Write("legend", "Severity");
                foreach (var severity in Enum.GetValues<RuleSeverity>().Reverse())
                {
                    var id = "show-" + PageWords.Lower(severity);
                    html.WriteVoid("input", ("type", "checkbox"), ("id", id), ("name", "severity"), ("value", PageWords.Lower(severity)), ("checked", ""));
                    html.Write("label", $"{severity}s", ("for", id));
                }
            }

            if (result.Repositories.Length > 1)
                WriteRepositories(html, result);
            using (html.Open("div", ("class", "field")))
            {
                html.Write("label", "Text", ("for", "filter-text"));
                html.WriteVoid("input", ("type", "search"), ("id", "filter-text"), ("name", "text"), ("autocomplete", "off"), ("placeholder", "file, rule, word"));
            }

            html.Write("p", "", ("id", "filter-result"), ("role", "status"));
        }
    }

    private static void WriteRepositories(HtmlWriter html, ScanResult result)
    {
        using (html.Open("div", ("class", "field")))
        {
            html.Write("label", "Repository", ("for", "filter-repository"));
            using (html.Open("select", ("id", "filter-repository"), ("name", "repository")))
            {
                html.Write("option", "All", ("value", ""));
                for (var index = 0; index < result.Repositories.Length; index++)
                    html.Write("option", result.Repositories[index].Name, ("value", $"{index + 1}"));
            }
        }
    }
}
