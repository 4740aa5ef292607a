using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AiSecurity.Guards;

/// <summary>Requests to <c>text:analyze</c> and its answers, as one set of options wants them.</summary>
internal sealed class ScreenContract
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly (string Category, int Threshold)[] _thresholds;
    private readonly string[] _blocklists;

    public ScreenContract(ContentSafetyScreenOptions options)
    {
        _thresholds = [("Hate", options.HateThreshold), ("SelfHarm", options.SelfHarmThreshold), ("Sexual", options.SexualThreshold), ("Violence", options.ViolenceThreshold)];
        _blocklists = [.. options.BlocklistNames];
    }

    public byte[] ToBody(string text)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Relaxed))
        {
            writer.WriteStartObject();
            writer.WriteString("text", text);
            WriteArray(writer, "categories", _thresholds.Select(static threshold => threshold.Category));
            if (_blocklists.Length > 0)
            {
                WriteArray(writer, "blocklistNames", _blocklists);
                // With true, a hit would leave the categories out of the answer.
                writer.WriteBoolean("haltOnBlocklistHit", false);
            }

            writer.WriteString("outputType", "FourSeverityLevels");
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>The severities, one for each category that was asked for, and the blocklists.</summary>
    /// <exception cref="JsonException">A category has no severity, or more than one.</exception>
    public (int[] Severities, List<string> Blocklists) Read(JsonElement answer)
    {
        var severities = Enumerable.Repeat(-1, _thresholds.Length).ToArray();
        foreach (var analysis in answer.Require("categoriesAnalysis").Items())
        {
            var category = analysis.Require("category").GetString();
            var severity = analysis.Require("severity").GetInt32();
            var index = Array.FindIndex(_thresholds, threshold => threshold.Category == category);
            // The severity is optional in the contract: none is no zero.
            if (index < 0 || severities[index] >= 0 || severity is < 0 or > 7)
                throw new JsonException();
            severities[index] = severity;
        }

        if (severities.Contains(-1))
            throw new JsonException();
        var blocklists = answer.Find("blocklistsMatch")?.Items().Select(static match => match.Require("blocklistName").GetString() ?? "") ?? [];
        return (severities, [.. blocklists]);
    }

    public ContentSafetyResult Judge(IReadOnlyList<(int[] Severities, List<string> Blocklists)> answers)
    {
        var highest = _thresholds.Select((_, index) => answers.Select(answer => answer.Severities[index]).DefaultIfEmpty().Max()).ToArray();
        var blocklists = answers.SelectMany(static answer => answer.Blocklists).ToList();
        var isSafe = blocklists.Count == 0 && !_thresholds.Where((threshold, index) => highest[index] >= threshold.Threshold).Any();
        return new(isSafe, highest[0], highest[1], highest[2], highest[3], blocklists);
    }

    private static void WriteArray(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }
}
