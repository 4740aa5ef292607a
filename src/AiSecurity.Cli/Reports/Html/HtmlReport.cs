using System.Text;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>Writes the report for people: one page that needs neither a network nor a script to be read.</summary>
internal sealed class HtmlReport : IReportWriter
{
    private static readonly (string Id, string Title, Action<HtmlWriter, ScanResult> Write)[] Sections =
    [
        ("summary", "Summary", SummarySection.Write),
        ("findings", "Findings", FindingsSection.Write),
        ("guidance", "Coverage of the guidance", GuidanceSection.Write),
        ("controls", "Controls", ControlsSection.Write),
        ("inventory", "Inventory", InventorySection.Write),
        ("unseen", "What was not seen", UnseenSection.Write),
        ("scope", "Scope of the scan", ScopeSection.Write),
    ];

    public async Task WriteAsync(ScanResult result, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        var html = new HtmlWriter(writer);
        html.WriteOwn("<!DOCTYPE html>\n");
        using (html.Open("html", ("lang", "en")))
        {
            PageFrame.WriteHead(html, result);
            using (html.Open("body"))
            {
                PageFrame.WriteBanner(html, result);
                using (html.Open("div", ("class", "frame")))
                {
                    WriteContents(html);
                    using (html.Open("main", ("id", "main"), ("tabindex", "-1")))
                    {
                        foreach (var (id, title, write) in Sections)
                        {
                            cancellationToken.ThrowIfCancellationRequested();
                            using (html.Open("section", ("id", id), ("aria-labelledby", id + "-title")))
                            {
                                html.Write("h2", title, ("id", id + "-title"));
                                write(html, result);
                            }
                        }
                    }
                }

                PageFrame.WriteFooter(html, result);
            }
        }

        await writer.FlushAsync(cancellationToken);
    }

    private static void WriteContents(HtmlWriter html)
    {
        using (html.Open("nav", ("aria-label", "Contents")))
        using (html.Open("ul"))
        {
            foreach (var (id, title, _) in Sections)
            {
                using (html.Open("li"))
                    html.Link(title, "#" + id);
            }
        }
    }
}
