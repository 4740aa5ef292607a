using System.Text.Json;

namespace AiSecurity.Cli.Inventory.CycloneDx;

/// <summary>What CycloneDX has no member for. The names are a contract, as those of the notes they come from.</summary>
internal static class BomProperties
{
    private const string Prefix = "aisec:";

    public static void Write(Utf8JsonWriter json, BomEntry entry, bool withPlaces = false)
    {
        json.WriteStartArray("properties");
        Write(json, "kind", [entry.Kind.Id()]);
        Write(json, "name-source", entry.Assets.Select(static asset => asset.Name.Source));
        Write(json, "sdk", entry.Sdks);
        Write(json, "credential", entry.Assets.Select(static asset => asset.Credential));
        Write(json, "endpoint", entry.Hosts);
        Write(json, "endpoint-source", entry.Assets.Select(static asset => asset.Host.Source));
        Write(json, "model", entry.Assets.Select(static asset => asset.Model.Text));
        Write(json, "model-source", entry.Assets.Select(static asset => asset.Model.Source));
        Write(json, "tool", entry.Assets.SelectMany(static asset => asset.Tools));
        Write(json, "guard", entry.Assets.SelectMany(static asset => asset.Guards));
        Write(json, "project", entry.Assets.SelectMany(static asset => asset.Projects));
        if (withPlaces)
            Write(json, "location", entry.Assets.Select(static asset => $"{asset.Place.File}:{asset.Place.Line}"));
        json.WriteEndArray();
    }

    /// <summary>One property for each value: names may repeat.</summary>
    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        foreach (var value in values.Where(static value => value.Length > 0).Distinct(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("name", Prefix + name);
            json.WriteString("value", value);
            json.WriteEndObject();
        }
    }
}
