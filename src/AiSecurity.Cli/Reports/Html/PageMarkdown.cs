using System.Text.RegularExpressions;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>The Markdown that rule pages use: paragraphs, lists, code. Links become their text, because they lead to other pages of the documentation.</summary>
internal static partial class PageMarkdown
{
    public static void Write(HtmlWriter html, IReadOnlyList<string> lines)
    {
        for (var index = 0; index < lines.Count;)
        {
            if (lines[index].StartsWith("```", StringComparison.Ordinal))
                index = WriteCode(html, lines, index);
            else if (Item().IsMatch(lines[index]))
                index = WriteList(html, lines, index);
            else if (IsText(lines[index]))
                index = WriteParagraph(html, lines, index);
            else
                index++;
        }
    }

    private static int WriteCode(HtmlWriter html, IReadOnlyList<string> lines, int start)
    {
        var end = start + 1;
        while (end < lines.Count && !lines[end].StartsWith("```", StringComparison.Ordinal))
            end++;
        using (html.Open("pre"))
            html.Write("code", string.Join('\n', lines.Skip(start + 1).Take(end - start - 1)));
        return end + 1;
    }

    private static int WriteList(HtmlWriter html, IReadOnlyList<string> lines, int start)
    {
        var index = start;
        using (html.Open(lines[start][0] == '-' ? "ul" : "ol"))
        {
            while (index < lines.Count && Item().Match(lines[index]) is { Success: true } item)
            {
                var text = lines[index++][item.Length..];
                for (; index < lines.Count && IsText(lines[index]) && !Item().IsMatch(lines[index]); index++)
                    text += " " + lines[index].Trim();
                using (html.Open("li"))
                    WriteInline(html, text);
            }
        }

        return index;
    }

    private static int WriteParagraph(HtmlWriter html, IReadOnlyList<string> lines, int start)
    {
        var end = start;
        while (end < lines.Count && IsText(lines[end]) && !Item().IsMatch(lines[end]))
            end++;
        using (html.Open("p"))
            WriteInline(html, string.Join(' ', lines.Skip(start).Take(end - start)));
        return end;
    }

    private static void WriteInline(HtmlWriter html, string text)
    {
        var pieces = Link().Replace(text, "${text}").Split('`');
        for (var index = 0; index < pieces.Length; index++)
        {
            if (index % 2 == 1)
                html.Write("code", pieces[index]);
            else
                html.Text(Emphasis().Replace(pieces[index], "${text}"));
        }
    }

    private static bool IsText(string line) => line.Length > 0 && line[0] is not ('#' or '|' or '<') && !line.StartsWith("```", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:-|\d+\.) ")]
    private static partial Regex Item();

    [GeneratedRegex(@"\[(?<text>`[^`]+`|[^\]\n]+)\]\([^)\n]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\*+(?<text>[^*]+)\*+")]
    private static partial Regex Emphasis();
}
