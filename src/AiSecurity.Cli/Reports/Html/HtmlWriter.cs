namespace AiSecurity.Cli.Reports.Html;

/// <summary>Writes elements and closes them again. All text and all values are encoded here, so no section of the report can forget it.</summary>
internal sealed class HtmlWriter(TextWriter output)
{
    /// <summary>Opens an element that is closed when the result is disposed. Attributes without a value are left out.</summary>
    public Element Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        WriteTag(tag, attributes);
        return new Element(this, tag);
    }

    /// <summary>An element that holds text only.</summary>
    public void Write(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        using (Open(tag, attributes))
            Text(text);
    }

    /// <summary>An element that has no content and no end tag.</summary>
    public void WriteVoid(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes) => WriteTag(tag, attributes);

    public void Text(string text) => output.Write(PageText.Encode(text));

    /// <summary>For paths and names with dots: a line may break behind each part, and the text stays the same when it is copied.</summary>
    public void WritePath(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        using (Open(tag, attributes))
        {
            var start = 0;
            for (var index = 0; index < text.Length - 1; index++)
            {
                // Not before an ending, such as ".cs:12".
                if (text[index] != '/' && !(text[index] == '.' && char.IsUpper(text[index + 1])))
                    continue;
                Text(text[start..(index + 1)]);
                output.Write("<wbr>");
                start = index + 1;
            }

            Text(text[start..]);
        }
    }

    public void Link(string text, string address) => Write("a", text, ("href", address));

    /// <summary>For the style sheet, the script and the document type, which come with the tool.</summary>
    public void WriteOwn(string markup) => output.Write(markup);

    private void WriteTag(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        output.Write('<');
        output.Write(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is null)
                continue;
            output.Write(' ');
            output.Write(name);
            output.Write("=\"");
            output.Write(PageText.Encode(value));
            output.Write('"');
        }

        output.Write('>');
    }

    public readonly struct Element(HtmlWriter html, string tag) : IDisposable
    {
        public void Dispose() => html.Close(tag);
    }

    private void Close(string tag)
    {
        output.Write("</");
        output.Write(tag);
        // A line for each block keeps the source readable and differences small; between inline elements it would be a space.
        output.Write(tag is "span" or "code" or "a" or "strong" or "label" or "rect" ? ">" : ">\n");
    }
}
