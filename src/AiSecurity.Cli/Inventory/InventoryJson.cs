using System.Text.Json;
using AiSecurity.Cli.Reports;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Inventory;

/// <summary>Writes the inventory as JSON. docs/cli.md describes the format; members may be added, not renamed.</summary>
internal sealed class InventoryJson : IReportWriter
{
    public async Task WriteAsync(ScanResult result, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("tool", "aisec");
        json.WriteString("toolVersion", result.ToolVersion);
        json.WriteString("started", result.Started);
        json.WriteStartArray("repositories");
        foreach (var repository in result.Repositories)
        {
            json.WriteStartObject();
            json.WriteString("name", repository.Name);
            json.WriteBoolean("complete", repository.IsComplete);
            json.WriteStartArray("assets");
            foreach (var asset in repository.Assets)
                Write(json, asset);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    public static void Write(Utf8JsonWriter json, Asset asset)
    {
        json.WriteStartObject();
        json.WriteString("kind", asset.Kind.Id());
        Write(json, "name", asset.Name);
        Write(json, "model", asset.Model);
        Write(json, "endpoint", asset.Host);
        WriteKnown(json, "credential", asset.Credential);
        WriteKnown(json, "sdk", asset.Sdk);
        Write(json, "tools", asset.Tools);
        Write(json, "guards", asset.Guards);
        json.WriteString("file", asset.Place.File);
        json.WriteNumber("line", asset.Place.Line);
        Write(json, "projects", asset.Projects);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, SourcedText text)
    {
        WriteKnown(json, name, text.Text);
        WriteKnown(json, name + "Source", text.Source);
    }

    private static void WriteKnown(Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
            json.WriteString(name, value);
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
