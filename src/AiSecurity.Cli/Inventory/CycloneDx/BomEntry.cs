using System.Collections.Immutable;

namespace AiSecurity.Cli.Inventory.CycloneDx;

/// <summary>One component or service of a BOM, with all places of the source that speak of it.</summary>
/// <param name="Reference">Its bom-ref, the same in every run.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Never empty: the format demands a name.</param>
/// <param name="Assets">At least one.</param>
internal sealed record BomEntry(string Reference, AssetKind Kind, string Name, ImmutableArray<Asset> Assets)
{
    /// <summary>What is called over the network is a service in CycloneDX, everything else a component.</summary>
    public bool IsService => Kind is AssetKind.McpServer or AssetKind.Service or AssetKind.Endpoint;

    public IEnumerable<string> Hosts => Assets.Select(static asset => asset.Host.Text).Where(static host => host.Length > 0).Distinct(StringComparer.Ordinal);

    public IEnumerable<string> Sdks => Assets.Select(static asset => asset.Sdk).Where(static sdk => sdk.Length > 0).Distinct(StringComparer.Ordinal);
}
