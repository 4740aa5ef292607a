using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiSecurity.Cli.Scanning;

/// <summary>Turns locations into places, with the line of code that stands there.</summary>
internal sealed class PlaceReader(string root)
{
    private readonly Dictionary<string, TextLineCollection?> _files = new(StringComparer.Ordinal);

    public SourcePlace Read(Location location, string rule)
    {
        // Mapped: generated code of a Razor page stands for its markup.
        var span = location.GetMappedLineSpan();
        if (!span.IsValid)
            return new SourcePlace("", 1, 1, 1, 1, "");

        var (start, end) = (span.StartLinePosition, span.EndLinePosition);
        var line = LineOf(location, span, start.Line);
        return new SourcePlace(
            RelativePath.Of(root, Path.IsPathRooted(span.Path) ? span.Path : Path.Combine(root, span.Path)),
            start.Line + 1, start.Character + 1, end.Line + 1, end.Character + 1,
            SecretMask.Apply(line, rule, start.Character, end.Line == start.Line ? end.Character : line.Length).Trim());
    }

    private string LineOf(Location location, FileLinePositionSpan span, int line)
    {
        if (!span.HasMappedPath && location.SourceTree?.TryGetText(out var text) == true)
            return line < text.Lines.Count ? text.Lines[line].ToString() : "";
        if (!_files.TryGetValue(span.Path, out var lines))
            _files.Add(span.Path, lines = ReadLines(span.Path));
        return lines is not null && line < lines.Count ? lines[line].ToString() : "";
    }

    private static TextLineCollection? ReadLines(string path)
    {
        try
        {
            return SourceText.From(File.ReadAllText(path)).Lines;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }
}
