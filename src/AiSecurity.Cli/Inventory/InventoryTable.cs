using AiSecurity.Cli.Reports;
using AiSecurity.Cli.Scanning;
using Spectre.Console;

namespace AiSecurity.Cli.Inventory;

/// <summary>The inventory on the console.</summary>
internal static class InventoryTable
{
    public static void Write(IAnsiConsole console, ScanResult result, bool isQuiet, IEnumerable<FileInfo> files)
    {
        foreach (var repository in result.Repositories)
        {
            if (!isQuiet && !repository.Assets.IsEmpty)
                console.Write(TableOf(repository));
            ConsoleReport.WriteProblems(console, repository, isQuiet);
        }

        var counts = result.Assets.CountBy(static asset => asset.Kind).OrderBy(static count => count.Key).Select(static count => $"{count.Key.Plural()}: {count.Value}").ToList();
        console.WriteLine(counts.Count == 0 ? "No agent, model, tool, server, data source or AI service was seen." : string.Join(", ", counts));
        foreach (var file in files)
            console.MarkupLineInterpolated($"Written: {file.FullName}");
    }

    private static Table TableOf(RepositoryResult repository)
    {
        var table = new Table { Border = TableBorder.Simple, Expand = false, Title = new TableTitle(Markup.Escape(repository.Name)) };
        table.AddColumn(new TableColumn("Kind").NoWrap());
        foreach (var column in (string[])["Name", "Uses", "Signs in with", "Guards", "Where"])
            table.AddColumn(column);
        foreach (var asset in repository.Assets.OrderBy(static asset => asset.Kind))
        {
            table.AddRow(
                new Text(asset.Kind.Id()),
                new Text(asset.Sdk.Length > 0 ? $"{asset.Name} ({asset.Sdk})".TrimStart() : asset.Name.ToString()),
                new Text(string.Join(", ", AssetWords.Uses(asset))),
                new Text(AssetWords.Credential(asset.Credential)),
                new Text(string.Join(", ", asset.Guards)),
                new Text($"{asset.Place.File}:{asset.Place.Line}"));
        }

        return table;
    }
}
