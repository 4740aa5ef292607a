using System.Globalization;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>What stands around the sections.</summary>
internal static class PageFrame
{
    /// <summary>Nothing is loaded and nothing runs but the style sheet and the script of the page itself, whatever else may get into it.</summary>
    private static readonly string Policy =
        $"default-src 'none'; style-src '{PageAsset.Style.Hash}'; script-src '{PageAsset.Script.Hash}'; base-uri 'none'; form-action 'none'";

    public static void WriteHead(HtmlWriter html, ScanResult result)
    {
        using (html.Open("head"))
        {
            html.WriteVoid("meta", ("charset", "utf-8"));
            html.WriteVoid("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
            html.WriteVoid("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.WriteVoid("meta", ("name", "color-scheme"), ("content", "light dark"));
            html.WriteVoid("meta", ("name", "referrer"), ("content", "no-referrer"));
            html.WriteVoid("meta", ("name", "generator"), ("content", $"aisec {result.ToolVersion}"));
            html.Write("title", $"AI security report: {Subject(result)}");
            html.WriteOwn($"<style>{PageAsset.Style.Text}</style>\n");
        }
    }

    public static void WriteBanner(HtmlWriter html, ScanResult result)
    {
        html.Write("a", "Skip to the report", ("class", "skip"), ("href", "#main"));
        using (html.Open("header"))
        {
            using (html.Open("div"))
            {
                html.Write("p", "AI security report", ("class", "overline"));
                html.Write("h1", Subject(result));
                html.Write("p", string.Create(CultureInfo.InvariantCulture, $"Scanned on {result.Started.UtcDateTime:d MMMM yyyy, HH:mm} UTC"), ("class", "muted"));
            }

            WriteThemes(html);
        }
    }

    public static void WriteFooter(HtmlWriter html, ScanResult result)
    {
        using (html.Open("footer"))
            html.Write("p", $"Written by aisec {result.ToolVersion}. A report says what rules saw in source code; it is no proof that there is nothing else.");
        html.WriteOwn($"<script>{PageAsset.Script.Text}</script>\n");
    }

    /// <summary>Plain radio buttons that the style sheet looks at, so that they work without a script.</summary>
    private static void WriteThemes(HtmlWriter html)
    {
        using (html.Open("fieldset", ("class", "themes")))
        {
            html.Write("legend", "Colours");
            foreach (var (id, name) in (ReadOnlySpan<(string, string)>)[("auto", "Auto"), ("light", "Light"), ("dark", "Dark")])
            {
                html.WriteVoid("input", ("type", "radio"), ("name", "theme"), ("id", "theme-" + id), ("checked", id == "auto" ? "" : null));
                html.Write("label", name, ("for", "theme-" + id));
            }
        }
    }

    private static string Subject(ScanResult result) => result.Repositories switch
    {
        [var only] => only.Name,
        [var first, var second] => $"{first.Name} and {second.Name}",
        var all => $"{all.Length} repositories",
    };
}
