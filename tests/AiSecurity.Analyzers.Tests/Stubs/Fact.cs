using System.Text.Json;

namespace AiSecurity.Analyzers.Tests.Stubs;

/// <summary>A row of tests/Facts/*.jsonl: one public member of an AI SDK, or of a library that text comes from or goes to.</summary>
public sealed record Fact(string Package, string Type, string? Member, string? Kind, string? DocId, string? Signature, string Role)
{
    public static IReadOnlyList<Fact> All { get; } = Read();

    private static List<Fact> Read()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Facts"), "*.jsonl").Order(StringComparer.Ordinal);
        return [.. files.SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<Fact>(line, JsonSerializerOptions.Web)!)];
    }
}
