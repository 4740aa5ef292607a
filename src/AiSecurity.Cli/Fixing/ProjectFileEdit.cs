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
            .SelectMany(group => group.Elements().Where(sibling => sibling.Name.LocalName == item && sibling.Attribute("Include") is not null)).ToList();
        if (siblings.Count == 0)
            return InsertGroup(text, element, newLine);

        var next = siblings.Find(sibling => string.Compare(sibling.Attribute("Include")!.Value, package, StringComparison.OrdinalIgnoreCase) > 0);
        var line = next is not null ? StartOf(text, next) : EndOf(text, siblings[^1]);
        var indent = Indent(text, StartOf(text, next ?? siblings[^1]));
        return text.Insert(line, indent + element + newLine);
    }

    private static string InsertGroup(string text, string element, string newLine)
    {
        var end = text.LastIndexOf("</", StringComparison.Ordinal);
        var indent = text.Contains("\n\t", StringComparison.Ordinal) ? "\t" : "  ";
        var gap = end > 0 && text[end - 1] == '\n' ? newLine : newLine + newLine;
        return text.Insert(end, $"{(end >= 2 * newLine.Length && text[..end].EndsWith(newLine + newLine, StringComparison.Ordinal) ? "" : gap)}{indent}<ItemGroup>{newLine}{indent}{indent}{element}{newLine}{indent}</ItemGroup>{newLine}");
    }

    /// <summary>Where the line of an element begins.</summary>
    private static int StartOf(string text, XElement element) => LineAt(text, ((IXmlLineInfo)element).LineNumber);

    /// <summary>Where the line behind an element begins.</summary>
    private static int EndOf(string text, XElement element)
    {
        var start = StartOf(text, element);
        var end = element.IsEmpty ? text.IndexOf("/>", start, StringComparison.Ordinal) : text.IndexOf($"</{element.Name.LocalName}>", start, StringComparison.Ordinal);
        var next = text.IndexOf('\n', end);
        return next < 0 ? text.Length : next + 1;
    }

    private static int LineAt(string text, int number)
    {
        var position = 0;
        for (var line = 1; line < number; line++)
            position = text.IndexOf('\n', position) + 1;
        return position;
    }

    private static string Indent(string text, int line)
    {
        var end = line;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        return text[line..end];
    }
}
