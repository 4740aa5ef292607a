using System.Text.Json;

namespace AiSecurity.Cli.Inventory.CycloneDx;

/// <summary>Components: models, agents, tools, data, and the packages behind them.</summary>
internal static class BomComponents
{
    public static void Write(Utf8JsonWriter json, IReadOnlyCollection<BomRepository> repositories)
    {
        json.WriteStartArray("components");
        // A single repository is the subject of the BOM and no part of itself.
        foreach (var repository in repositories.Count > 1 ? repositories : [])
            WriteApplication(json, repository);
        foreach (var entry in repositories.SelectMany(static repository => repository.Entries).Where(static entry => !entry.IsService))
            Write(json, entry);
        foreach (var package in repositories.SelectMany(static repository => repository.Entries).SelectMany(static entry => entry.Sdks).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            WriteLibrary(json, package);
        json.WriteEndArray();
    }

    public static void WriteApplication(Utf8JsonWriter json, BomRepository repository)
    {
        json.WriteStartObject();
        json.WriteString("type", "application");
        json.WriteString("bom-ref", repository.Reference);
        json.WriteString("name", repository.Name);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, BomEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("type", entry.Kind switch { AssetKind.Model => "machine-learning-model", AssetKind.DataSource => "data", AssetKind.Tool => "library", _ => "application" });
        json.WriteString("bom-ref", entry.Reference);
        json.WriteString("name", entry.Name);
        if (entry.Kind == AssetKind.DataSource)
            WriteData(json, entry);
        json.WriteStartObject("evidence");
        json.WriteStartArray("occurrences");
        foreach (var place in entry.Assets.Select(static asset => asset.Place))
        {
            json.WriteStartObject();
            json.WriteString("location", place.File);
            json.WriteNumber("line", place.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        BomProperties.Write(json, entry);
        json.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter json, BomEntry entry)
    {
        json.WriteStartArray("data");
        json.WriteStartObject();
        json.WriteString("type", "dataset");
        json.WriteString("name", entry.Name);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteLibrary(Utf8JsonWriter json, string package)
    {
        json.WriteStartObject();
        json.WriteString("type", "library");
        json.WriteString("bom-ref", BomLibrary.Purl(package));
        json.WriteString("name", package);
        json.WriteString("purl", BomLibrary.Purl(package));
        json.WriteEndObject();
    }
}
