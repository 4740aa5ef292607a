using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>Text on its way into a page. Nothing of a scanned repository may become markup, or make a line of code look like another one.</summary>
internal static class PageText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string text) => Encoder.Encode(Visible(text));

    /// <summary>Characters that nobody sees, among them those that turn the direction of text, are written as in C#.</summary>
    private static string Visible(string text)
    {
        if (!text.EnumerateRunes().Any(IsHidden))
            return text;

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsHidden(rune))
                visible.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            else
                visible.Append(rune.ToString());
        }

        return visible.ToString();
    }

    private static bool IsHidden(Rune rune) =>
        rune.Value is not ('\t' or '\n' or '\r') && Rune.GetUnicodeCategory(rune) is (UnicodeCategory.Format or UnicodeCategory.Control);
}
