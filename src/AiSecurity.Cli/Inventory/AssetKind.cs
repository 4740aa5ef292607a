namespace AiSecurity.Cli.Inventory;

/// <summary>What an asset is, in the order in which reports show them.</summary>
internal enum AssetKind
{
    Agent,
    Model,
    Tool,
    McpServer,
    DataSource,
    Service,
    Endpoint,
}
