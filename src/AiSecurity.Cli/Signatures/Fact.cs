using System.Text.Json;

namespace AiSecurity.Cli.Signatures;

/// <summary>A row of Facts/*.jsonl: one public member of an AI SDK, or of a library that text comes from or goes to.</summary>
public sealed record Fact(string Package, string Type, string? Member, string? Kind, string? DocId, string? Signature, string Role)
{
    public static IReadOnlyList<Fact> All { get; } = Read();

    private static List<Fact> Read()
    {
        var assembly = typeof(Fact).Assembly;
        var files = assembly.GetManifestResourceNames().Where(static name => name.StartsWith("Facts/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return [.. files.SelectMany(file => Lines(assembly.GetManifestResourceStream(file)!)).Select(static line => JsonSerializer.Deserialize<Fact>(line, JsonSerializerOptions.Web)!)];
    }

    private static IEnumerable<string> Lines(Stream stream)
    {
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
                yield return line;
        }
    }
}
