namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>What a note is about. The names are the values of the property and those of <c>kind=</c> in the catalog.</summary>
internal static class InventoryKind
{
    public const string Agent = "agent";
    public const string McpServer = "mcp-server";
    public const string DataSource = "data-source";
    public const string Tool = "tool";
    public const string Model = "model";
    public const string Service = "service";
    public const string Endpoint = "endpoint";

    /// <summary>How a message begins.</summary>
    public static string Title(string kind) => kind switch
    {
        Agent => "Agent",
        McpServer => "MCP server",
        DataSource => "Data source",
        Tool => "Tool",
        Model => "Model",
        Endpoint => "Endpoint",
        _ => "AI service",
    };
}
