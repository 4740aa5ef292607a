using System.Xml;
using System.Xml.Linq;

namespace AiSecurity.Cli.Fixing;

/// <summary>Adds an item to an MSBuild file and leaves the rest as it is written, to the last blank.</summary>
internal static class ProjectFileEdit
{
    /// <param name="text">The file.</param>
    /// <param name="item">PackageReference or PackageVersion.</param>
    /// <param name="package">The package.</param>
    /// <param name="version">Null where it stands elsewhere.</param>
    public static string Add(string text, string item, string package, string? version)
    {
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var element = $"""<{item} Include="{package}" """ + (version is null ? "/>" : $"""Version="{version}" />""");
        var root = XDocument.Parse(text, LoadOptions.SetLineInfo).Root!;
        var siblings = root.Elements().Where(static group => group.Name.LocalName == "ItemGroup" && group.Attribute("Condition") is null)
            .SelectMany(group => group.Elements().Where(sibling => sibling.Name.LocalName == item && sibling.Attribute("Include") is not null))
            .Where(sibling => HasLines(text, sibling)).ToList();
        if (siblings.Count == 0)
            return InsertGroup(text, root, element, newLine);

        var next = siblings.Find(sibling => string.Compare(sibling.Attribute("Include")!.Value, package, StringComparison.OrdinalIgnoreCase) > 0);
        var line = next is not null ? LineOf(text, next) : LineBehind(text, EndOf(text, siblings[^1]));
        var indent = Indent(text, LineOf(text, next ?? siblings[^1]));
        return text.Insert(line, indent + element + newLine);
    }

    private static string InsertGroup(string text, XElement root, string element, string newLine)
    {
        var indent = text.Contains("\n\t", StringComparison.Ordinal) ? "\t" : "  ";
        var group = $"{indent}<ItemGroup>{newLine}{indent}{indent}{element}{newLine}{indent}</ItemGroup>{newLine}";
        if (root.IsEmpty)
        {
            var close = EndOf(text, root) - 2;
            return $"{text[..close].TrimEnd()}>{newLine}{group}</{root.Name.LocalName}>{text[(close + 2)..]}";
        }

        // A comment behind it may name it, too.
        var end = text.LastIndexOf($"</{root.Name.LocalName}", StringComparison.Ordinal);
        while (IsComment(text, end))
            end = text.LastIndexOf($"</{root.Name.LocalName}", end - 1, StringComparison.Ordinal);
        var gap = end > 0 && text[end - 1] == '\n' ? newLine : newLine + newLine;
        return text.Insert(end, (text[..end].EndsWith(newLine + newLine, StringComparison.Ordinal) ? "" : gap) + group);
    }

    /// <summary>Whether a place is in a comment.</summary>
    private static bool IsComment(string text, int position) =>
        text.LastIndexOf("<!--", position, StringComparison.Ordinal) is >= 0 and var start && text.IndexOf("-->", start, StringComparison.Ordinal) > position;

    /// <summary>Whether nothing else stands on the lines of an element: only then can a line be put before or behind it.</summary>
    private static bool HasLines(string text, XElement element)
    {
        var (start, end) = (StartOf(text, element), EndOf(text, element));
        return end >= 0 && string.IsNullOrWhiteSpace(text[LineOf(text, element)..start]) && string.IsNullOrWhiteSpace(text[end..LineBehind(text, end)]);
    }

    /// <summary>Where an element begins.</summary>
    private static int StartOf(string text, XElement element) => LineOf(text, element) + ((IXmlLineInfo)element).LinePosition - 2;

    /// <summary>Where an element ends; less than nothing where nobody can tell.</summary>
    private static int EndOf(string text, XElement element)
    {
        var mark = element.IsEmpty ? "/>" : $"</{element.Name.LocalName}>";
        var end = text.IndexOf(mark, StartOf(text, element), StringComparison.Ordinal);
        return end < 0 ? end : end + mark.Length;
    }

    /// <summary>Where the line of an element begins.</summary>
    private static int LineOf(string text, XElement element)
    {
        var position = 0;
        for (var line = 1; line < ((IXmlLineInfo)element).LineNumber; line++)
            position = text.IndexOf('\n', position) + 1;
        return position;
    }

    /// <summary>Where the line behind a place begins.</summary>
    private static int LineBehind(string text, int position)
    {
        var next = text.IndexOf('\n', position);
        return next < 0 ? text.Length : next + 1;
    }

    private static string Indent(string text, int line)
    {
        var end = line;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        return text[line..end];
    }
}
