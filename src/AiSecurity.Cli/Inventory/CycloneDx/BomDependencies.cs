using System.Text.Json;

namespace AiSecurity.Cli.Inventory.CycloneDx;

/// <summary>Which entry uses which: an application what it makes, an agent its model and tools, a model the service behind its host, everything its package.</summary>
internal static class BomDependencies
{
    public static void Write(Utf8JsonWriter json, IReadOnlyCollection<BomRepository> repositories)
    {
        json.WriteStartArray("dependencies");
        foreach (var repository in repositories)
        {
            Write(json, repository.Reference, repository.Entries.Select(static entry => entry.Reference));
            foreach (var entry in repository.Entries)
                Write(json, entry.Reference, Of(entry, repository));
        }

        foreach (var package in repositories.SelectMany(static repository => repository.Entries).SelectMany(static entry => entry.Sdks).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Write(json, BomLibrary.Purl(package), []);
        json.WriteEndArray();
    }

    private static IEnumerable<string> Of(BomEntry entry, BomRepository repository)
    {
        var models = entry.Assets.Select(static asset => asset.Model).Where(static model => model.IsKnown).ToHashSet();
        var tools = entry.Assets.SelectMany(static asset => asset.Tools).ToHashSet(StringComparer.Ordinal);
        var hosts = entry.Hosts.ToHashSet(StringComparer.Ordinal);
        return repository.Entries
            .Where(other => other != entry && other.Kind switch
            {
                AssetKind.Model => models.Overlaps(other.Assets.Select(static asset => asset.Name)),
                AssetKind.Tool => tools.Contains(other.Name),
                AssetKind.Service => entry.Kind != AssetKind.Service && hosts.Overlaps(other.Hosts),
                _ => false,
            })
            .Select(static other => other.Reference)
            .Concat(entry.Sdks.Select(BomLibrary.Purl));
    }

    private static void Write(Utf8JsonWriter json, string reference, IEnumerable<string> uses)
    {
        json.WriteStartObject();
        json.WriteString("ref", reference);
        json.WriteStartArray("dependsOn");
        foreach (var used in uses)
            json.WriteStringValue(used);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
