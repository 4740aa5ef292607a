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
            WriteTable(html, kind.Key, [.. kind], result.Repositories.Length > 1);
        }
    }

    /// <summary>Columns that are empty for a kind, as the guards of tools often are, take no room.</summary>
    private static void WriteTable(HtmlWriter html, AssetKind kind, List<(Asset Asset, string Repository)> entries, bool withRepository)
    {
        (string Name, bool IsUsed, Action<(Asset Asset, string Repository)> Write)[] columns =
        [
            ("Name", true, entry => WriteName(html, entry.Asset)),
            ("Uses", entries.Exists(static entry => AssetWords.Uses(entry.Asset).Any()), entry => WriteLines(html, AssetWords.Uses(entry.Asset))),
            ("Signs in with", entries.Exists(static entry => entry.Asset.Credential.Length > 0), entry => html.Text(AssetWords.Credential(entry.Asset.Credential))),
            ("Guards", entries.Exists(static entry => !entry.Asset.Guards.IsEmpty), entry => html.Text(string.Join(", ", entry.Asset.Guards))),
            ("Where", true, entry => WritePlace(html, entry.Asset, withRepository ? entry.Repository : null)),
        ];
        var used = columns.Where(static column => column.IsUsed).ToArray();
        PageTable.Write(html, "inventory", $"{kind.Plural()} in the inventory", [.. used.Select(static column => column.Name)], entries,
            entry => [.. used.Select(column => (Action)(() => column.Write(entry)))]);
    }

    private static void WriteName(HtmlWriter html, Asset asset)
    {
        html.WritePath("span", asset.Name.IsKnown ? asset.Name.ToString() : "no name in the source", ("class", "name"));
        if (asset.Sdk.Length > 0)
            html.WritePath("div", asset.Sdk, ("class", "muted"));
        // Endpoints are all called MapPost or MapGet.
        if (asset.Kind == AssetKind.Endpoint && asset.Place.Code.Length > 0)
        {
            using (html.Open("div"))
                html.Write("code", asset.Place.Code);
        }
    }

    private static void WriteLines(HtmlWriter html, IEnumerable<string> lines)
    {
        foreach (var line in lines)
            html.WritePath("div", line);
    }

    private static void WritePlace(HtmlWriter html, Asset asset, string? repository)
    {
        html.WritePath("span", $"{asset.Place.File}:{asset.Place.Line}", ("class", "place"));
        if (repository is not null)
            html.Write("div", repository, ("class", "muted"));
    }
}
