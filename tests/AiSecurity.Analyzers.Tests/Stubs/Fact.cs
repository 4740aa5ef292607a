using System.Text.Json;

namespace AiSecurity.Analyzers.Tests.Stubs;

/// <summary>A row of tests/Facts/azure-ai-api.jsonl: one public member of an AI SDK.</summary>
public sealed record Fact(string Package, string Type, string? Member, string? Kind, string? DocId, string? Signature, string Role)
{
    public static IReadOnlyList<Fact> All { get; } = Read();

    private static List<Fact> Read()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Facts", "azure-ai-api.jsonl");
        return [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<Fact>(line, JsonSerializerOptions.Web)!)];
    }
}
