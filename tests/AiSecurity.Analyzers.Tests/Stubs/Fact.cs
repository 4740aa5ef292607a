using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiSecurity.Analyzers.Tests.Stubs;

/// <summary>A row of tests/Facts/azure-ai-api.jsonl: one public member of an AI SDK.</summary>
public sealed record Fact(string Package, string Type, string? Member, string? Kind, string? DocId, string? Signature, string Role)
{
    public static IReadOnlyList<Fact> All { get; } = Read();

    /// <summary>About access (A) and the key-less ways beside it (J): these must be complete in the stubs.</summary>
    [JsonIgnore]
    public bool IsRequired => Role.StartsWith("A:", StringComparison.Ordinal) || Role.StartsWith("J:", StringComparison.Ordinal);

    private static List<Fact> Read()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Facts", "azure-ai-api.jsonl");
        return [.. File.ReadLines(file).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<Fact>(line, JsonSerializerOptions.Web)!)];
    }
}
