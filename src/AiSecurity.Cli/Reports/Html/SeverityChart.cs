using System.Globalization;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>A bar chart that is a table: each row has its numbers in cells and, between them, a bar for the eye.</summary>
internal static class SeverityChart
{
    private const int BarWidth = 1000;

    public static void Write(HtmlWriter html, string caption, string subject, IReadOnlyCollection<(string Name, string? Address, SeverityCount Count)> rows)
    {
        var longest = Math.Max(1, rows.Max(static row => row.Count.Total));
        using (html.Open("table", ("class", "chart")))
        {
            html.Write("caption", caption);
            using (html.Open("thead"))
            using (html.Open("tr"))
            {
                html.Write("th", subject, ("scope", "col"));
                html.Write("th", "Share", ("scope", "col"), ("class", "bar"));
                foreach (var severity in (ReadOnlySpan<string>)["Errors", "Warnings", "Suggestions"])
                    html.Write("th", severity, ("scope", "col"), ("class", "number"));
            }

            using (html.Open("tbody"))
            {
                foreach (var (name, address, count) in rows)
                    WriteRow(html, name, address, count, longest);
            }
        }
    }

    private static void WriteRow(HtmlWriter html, string name, string? address, SeverityCount count, int longest)
    {
        using (html.Open("tr"))
        {
            using (html.Open("th", ("scope", "row")))
            {
                if (address is null)
                    html.Text(name);
                else
                    html.Link(name, address);
            }

            using (html.Open("td", ("class", "bar")))
            using (html.Open("svg", ("viewBox", $"0 0 {BarWidth} 10"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"), ("focusable", "false")))
            {
                var start = 0;
                foreach (var (number, severity) in (ReadOnlySpan<(int, string)>)[(count.Errors, "error"), (count.Warnings, "warning"), (count.Suggestions, "suggestion")])
                {
                    if (number == 0)
                        continue;
                    var width = Math.Max(4, number * BarWidth / longest);
                    using (html.Open("rect", ("x", Number(start)), ("y", "0"), ("width", Number(width)), ("height", "10"), ("class", severity)))
                        start += width;
                }
            }

            foreach (var number in (ReadOnlySpan<int>)[count.Errors, count.Warnings, count.Suggestions])
                html.Write("td", Number(number), ("class", number == 0 ? "number zero" : "number"));
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
