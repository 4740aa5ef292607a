using AiSecurity.Cli.Inventory;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>What the AI part of the programs is made of.</summary>
internal static class InventorySection
{
    public static void Write(HtmlWriter html, ScanResult result)
    {
        var assets = result.Repositories.SelectMany(static repository => repository.Assets.Select(asset => (Asset: asset, Repository: repository.Name))).ToList();
        if (assets.Count == 0)
        {
            html.Write("p", "No agent, model, tool, MCP server, data source or AI service was seen in the source.");
            return;
        }

        html.Write("p", "What the source makes or opens. Things that are created in a portal or by a script are not here. Guards are those that were seen; others may exist all the same, in a gateway or on the platform.");
        foreach (var kind in assets.GroupBy(static entry => entry.Asset.Kind).OrderBy(static kind => kind.Key))
        {
            html.Write("h3", $"{kind.Key.Plural()} ({kind.Count()})");
            PageTable.Write(html, "inventory", $"{kind.Key.Plural()} in the inventory", ["Name", "Uses", "Signs in with", "Guards", "Where"], kind, entry =>
            [
                () => WriteName(html, entry.Asset),
                () => WriteLines(html, AssetWords.Uses(entry.Asset)),
                () => html.Text(AssetWords.Credential(entry.Asset.Credential)),
                () => html.Text(string.Join(", ", entry.Asset.Guards)),
                () => WritePlace(html, entry.Asset, result.Repositories.Length > 1 ? entry.Repository : null),
            ]);
        }
    }

    private static void WriteName(HtmlWriter html, Asset asset)
    {
        html.Write("span", asset.Name.IsKnown ? asset.Name.ToString() : "no name in the source", ("class", "name"));
        if (asset.Sdk.Length > 0)
            html.Write("div", asset.Sdk, ("class", "muted"));
    }

    private static void WriteLines(HtmlWriter html, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            html.Write("div", line);
    }

    private static void WritePlace(HtmlWriter html, Asset asset, string? repository)
    {
        html.Write("span", $"{asset.Place.File}:{asset.Place.Line}", ("class", "place"));
        if (repository is not null)
            html.Write("div", repository, ("class", "muted"));
    }
}
