using System.Collections.Immutable;
using AiSecurity.Analyzers.Rules.Resources.Inventory;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Inventory;

/// <summary>Reads assets from what the inventory's rule notes; docs/rules/AISEC505.md is the contract.</summary>
internal static class AssetReader
{
    public static Asset Read(Finding note) => new()
    {
        Kind = KindOf(Value(note, InventoryProperties.Kind)),
        Name = Sourced(note, InventoryProperties.Name, InventoryProperties.NameSource),
        Sdk = Value(note, InventoryProperties.Sdk),
        Credential = Value(note, InventoryProperties.Credential),
        Host = Sourced(note, InventoryProperties.Endpoint, InventoryProperties.EndpointSource),
        Model = Sourced(note, InventoryProperties.Model, InventoryProperties.ModelSource),
        Tools = List(note, InventoryProperties.Tools),
        Guards = List(note, InventoryProperties.Guards),
        Place = note.Place,
        Projects = note.Projects,
    };

    private static AssetKind KindOf(string kind) => kind switch
    {
        InventoryKind.Agent => AssetKind.Agent,
        InventoryKind.Model => AssetKind.Model,
        InventoryKind.Tool => AssetKind.Tool,
        InventoryKind.McpServer => AssetKind.McpServer,
        InventoryKind.DataSource => AssetKind.DataSource,
        InventoryKind.Endpoint => AssetKind.Endpoint,
        _ => AssetKind.Service,
    };

    private static SourcedText Sourced(Finding note, string text, string source) => new(Value(note, text), Value(note, source));

    private static ImmutableArray<string> List(Finding note, string name) =>
        [.. Value(note, name).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Value(Finding note, string name) => note.Properties.GetValueOrDefault(name, "");
}
