using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Inventory.CycloneDx;

/// <summary>The part of a BOM that is about one repository.</summary>
/// <param name="Reference">The bom-ref of the application.</param>
/// <param name="Name">The repository's.</param>
/// <param name="IsComplete">Whether all of it was read.</param>
/// <param name="Entries">Equal assets are one entry.</param>
internal sealed record BomRepository(string Reference, string Name, bool IsComplete, ImmutableArray<BomEntry> Entries)
{
    public static BomRepository Of(RepositoryResult repository, int index)
    {
        var reference = $"{index + 1}:{repository.Name}";
        return new BomRepository(reference, repository.Name, repository.IsComplete,
        [
            .. repository.Assets.GroupBy(KeyOf).OrderBy(static group => group.First().Kind).ThenBy(static group => group.Key, StringComparer.Ordinal)
                .Select(group => new BomEntry($"{reference}:{group.First().Kind.Id()}:{Hash(group.Key)}", group.First().Kind, NameOf(group.First()), [.. group])),
        ]);
    }

    /// <summary>What has a name is the same wherever it is named; each endpoint is its own, and each agent without a name.</summary>
    private static string KeyOf(Asset asset)
    {
        var rest = (asset.Kind, asset.Name.IsKnown) switch
        {
            (AssetKind.Endpoint, _) or (AssetKind.Agent, false) => $"{asset.Place.File}|{asset.Place.Line}|{asset.Place.Column}",
            (_, true) => "",
            _ => $"{asset.Sdk}|{asset.Model}|{asset.Credential}",
        };
        return $"{asset.Kind.Id()}|{asset.Name}|{asset.Host.Text}|{rest}";
    }

    private static string NameOf(Asset asset)
    {
        if (asset.Name.Text.Length > 0)
            return asset.Name.Text;
        if (asset.Name.Source.Length > 0)
            return asset.Name.Source;
        return asset.Host.Text.Length > 0 ? asset.Host.Text : $"{asset.Kind.Id()} without a name in the source";
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 6));
}
