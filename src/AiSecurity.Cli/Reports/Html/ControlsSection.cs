using AiSecurity.Cli.Controls;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>The same results by the controls of public catalogs.</summary>
internal static class ControlsSection
{
    public static void Write(HtmlWriter html, ScanResult result)
    {
        var coverage = new CoverageReader(result);
        html.Write("p", "A rule supports a control; it does not fulfil it alone. Controls that no rule speaks to are not listed.");
        var controls = CoverageReader.Judging.SelectMany(static rule => rule.Controls).Distinct(StringComparer.Ordinal).Select(Control.Of);
        foreach (var catalog in controls.GroupBy(static control => control.Catalog).OrderBy(static catalog => catalog.Key, StringComparer.Ordinal))
        {
            html.Write("h3", catalog.Key);
            PageTable.Write(html, "controls", $"Results by control of {catalog.Key}", ["Control", "Result", "Rules"], catalog.OrderBy(static control => control.Id, StringComparer.Ordinal), control =>
            [
                () => WriteControl(html, control),
                () => GuidanceSection.WriteState(html, coverage.OfControl(control.Tag)),
                () => GuidanceSection.WriteRules(html, coverage, coverage.OfControl(control.Tag).Rules),
            ]);
        }
    }

    private static void WriteControl(HtmlWriter html, Control control)
    {
        using (html.Open("span", ("class", "name"), ("id", PageWords.Id("control", control.Tag))))
        {
            if (control.Url is { } url)
                html.Link(control.Id, url);
            else
                html.Text(control.Id);
        }

        html.Text(" " + control.Title);
    }
}
