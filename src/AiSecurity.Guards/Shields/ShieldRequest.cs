using System.Collections.Generic;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AiSecurity.Guards;

/// <summary>One request to <c>text:shieldPrompt</c>: a piece of a prompt, and pieces of documents.</summary>
internal sealed class ShieldRequest
{
    /// <summary>For a body that is JSON and nothing else: fewer bytes for what is not ASCII.</summary>
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Empty when the request is about documents only.</summary>
    public string UserPrompt { get; set; } = "";

    public List<(int Document, string Text)> Documents { get; } = [];

    /// <summary>Both members are always there: the documentation calls both required.</summary>
    public byte[] ToBody()
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Relaxed))
        {
            writer.WriteStartObject();
            writer.WriteString("userPrompt", UserPrompt);
            writer.WriteStartArray("documents");
            foreach (var (_, text) in Documents)
                writer.WriteStringValue(text);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>Where the service found attacks. Every text that was sent must have its answer.</summary>
    /// <exception cref="JsonException">One has none.</exception>
    public ShieldAnswer Read(JsonElement answer)
    {
        var prompt = UserPrompt.Length > 0 ? answer.Require("userPromptAnalysis") : answer.Find("userPromptAnalysis");
        var isAttack = prompt?.RequireBoolean("attackDetected") ?? false;

        var attacked = new List<int>();
        var count = 0;
        if (Documents.Count > 0 || answer.Find("documentsAnalysis") is not null)
        {
            foreach (var analysis in answer.Require("documentsAnalysis").Items())
            {
                var isDocumentAttack = analysis.RequireBoolean("attackDetected");
                if (count < Documents.Count && isDocumentAttack)
                    attacked.Add(Documents[count].Document);
                count++;
            }
        }

        return count == Documents.Count ? new(isAttack, attacked) : throw new JsonException();
    }
}

/// <summary>What one request found.</summary>
internal sealed record ShieldAnswer(bool IsPromptAttack, IReadOnlyList<int> AttackedDocuments);
