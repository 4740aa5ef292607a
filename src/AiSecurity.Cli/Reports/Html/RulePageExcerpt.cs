using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>A part of a rule's page, which comes with the tool.</summary>
internal static class RulePageExcerpt
{
    public static void Write(HtmlWriter html, RuleInfo rule, string heading, string title)
    {
        var lines = Read(rule.Id, heading);
        if (lines.Count == 0)
            return;

        using (html.Open("details"))
        {
            html.Write("summary", title);
            PageMarkdown.Write(html, lines);
        }
    }

    private static List<string> Read(string rule, string heading)
    {
        using var stream = typeof(RulePageExcerpt).Assembly.GetManifestResourceStream($"Rules/{rule}.md");
        if (stream is null)
            return [];

        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').SkipWhile(line => line != $"## {heading}").Skip(1).TakeWhile(static line => !line.StartsWith("## ", StringComparison.Ordinal))];
    }
}
