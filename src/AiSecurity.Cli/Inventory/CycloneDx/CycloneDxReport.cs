using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AiSecurity.Cli.Reports;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Inventory.CycloneDx;

/// <summary>Writes the inventory as a CycloneDX 1.6 ML-BOM.</summary>
internal sealed class CycloneDxReport : IReportWriter
{
    public async Task WriteAsync(ScanResult result, Stream output, CancellationToken cancellationToken)
    {
        ImmutableArray<BomRepository> repositories = [.. result.Repositories.Select(BomRepository.Of)];
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
        json.WriteString("bomFormat", "CycloneDX");
        json.WriteString("specVersion", "1.6");
        json.WriteString("serialNumber", $"urn:uuid:{Guid.NewGuid()}");
        json.WriteNumber("version", 1);
        WriteMetadata(json, result, repositories);
        BomComponents.Write(json, repositories);
        BomServices.Write(json, repositories.SelectMany(static repository => repository.Entries));
        BomDependencies.Write(json, repositories);
        WriteCompositions(json, repositories);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private static void WriteMetadata(Utf8JsonWriter json, ScanResult result, ImmutableArray<BomRepository> repositories)
    {
        json.WriteStartObject("metadata");
        json.WriteString("timestamp", result.Started.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WriteStartObject("tools");
        json.WriteStartArray("components");
        json.WriteStartObject();
        json.WriteString("type", "application");
        json.WriteString("name", "aisec");
        json.WriteString("version", result.ToolVersion);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        if (repositories is [var only])
        {
            json.WritePropertyName("component");
            BomComponents.WriteApplication(json, only);
        }

        json.WriteEndObject();
    }

    /// <summary>Source never tells everything; where a part of it was not read, the list is known to be incomplete.</summary>
    private static void WriteCompositions(Utf8JsonWriter json, ImmutableArray<BomRepository> repositories)
    {
        json.WriteStartArray("compositions");
        foreach (var repository in repositories)
        {
            json.WriteStartObject();
            json.WriteString("aggregate", repository.IsComplete ? "unknown" : "incomplete");
            json.WriteStartArray("assemblies");
            json.WriteStringValue(repository.Reference);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
