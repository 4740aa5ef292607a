using System.Text.Json;

namespace AiSecurity.Cli.Inventory.CycloneDx;

/// <summary>Services: AI services and MCP servers that are called, and endpoints of the application that front a model.</summary>
internal static class BomServices
{
    public static void Write(Utf8JsonWriter json, IEnumerable<BomEntry> entries)
    {
        json.WriteStartArray("services");
        foreach (var entry in entries.Where(static entry => entry.IsService))
            Write(json, entry);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, BomEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("bom-ref", entry.Reference);
        json.WriteString("name", entry.Name);
        // A host without its scheme is a reference that begins with two slashes; one with a part that is not constant is none.
        var hosts = entry.Hosts.Where(static host => Uri.CheckHostName(host.Split(':')[0]) != UriHostNameType.Unknown).ToList();
        if (hosts.Count > 0)
        {
            json.WriteStartArray("endpoints");
            foreach (var host in hosts)
                json.WriteStringValue("//" + host);
            json.WriteEndArray();
        }

        if (IsAuthenticated(entry) is { } authenticated)
            json.WriteBoolean("authenticated", authenticated);
        BomProperties.Write(json, entry, withPlaces: true);
        json.WriteEndObject();
    }

    /// <summary>Null where nobody knows: the application's own endpoints may be guarded in front of it.</summary>
    private static bool? IsAuthenticated(BomEntry entry)
    {
        if (entry.Kind == AssetKind.Endpoint)
            return entry.Assets.All(static asset => asset.Guards.Contains("authorization")) ? true : null;
        if (entry.Assets.Any(static asset => asset.Credential == "none"))
            return false;
        return entry.Assets.All(static asset => asset.Credential is "entra" or "managed-identity" or "key") ? true : null;
    }
}
