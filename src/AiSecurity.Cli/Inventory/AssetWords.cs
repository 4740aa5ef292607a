using System.Globalization;

namespace AiSecurity.Cli.Inventory;

/// <summary>What people call assets and what is known of them.</summary>
internal static class AssetWords
{
    /// <summary>As the property <c>kind</c> of a note has it.</summary>
    public static string Id(this AssetKind kind) => kind switch
    {
        AssetKind.McpServer => "mcp-server",
        AssetKind.DataSource => "data-source",
        _ => kind.ToString().ToLower(CultureInfo.InvariantCulture),
    };

    public static string Plural(this AssetKind kind) => kind switch
    {
        AssetKind.Agent => "Agents",
        AssetKind.Model => "Models",
        AssetKind.Tool => "Tools",
        AssetKind.McpServer => "MCP servers",
        AssetKind.DataSource => "Data sources",
        AssetKind.Service => "AI services",
        _ => "Endpoints of the application",
    };

    public static string Credential(string credential) => credential switch
    {
        "entra" => "Microsoft Entra ID",
        "managed-identity" => "managed identity",
        _ => credential,
    };

    /// <summary>What it uses, beside what it is called.</summary>
    public static IEnumerable<string> Uses(Asset asset)
    {
        if (asset.Model.IsKnown && asset.Kind != AssetKind.Model)
            yield return $"model {asset.Model}";
        if (asset.Host.IsKnown)
            yield return $"host {asset.Host}";
        if (!asset.Tools.IsEmpty)
            yield return $"{(asset.Tools.Length == 1 ? "tool" : "tools")} {string.Join(", ", asset.Tools)}";
    }
}
