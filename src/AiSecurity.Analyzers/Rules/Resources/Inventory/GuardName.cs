using AiSecurity.Analyzers.Catalog;

namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>What guards are called in notes.</summary>
internal static class GuardName
{
    public const string PromptShield = "prompt-shield";
    public const string ContentSafety = "content-safety";
    public const string Approval = "approval";
    public const string Sandbox = "sandbox";
    public const string AllowedTools = "allowed-tools";
    public const string Authorization = "authorization";
    public const string RateLimit = "rate-limit";

    /// <summary>The guard that a step of a pipeline is; null when the row is about something else.</summary>
    public static string? Of(CatalogRow row) => row.Role switch
    {
        // A general way to add a step says nothing of what the step does.
        Role.PipelineShield when row["handler"] is null => row["guards"] == "screened" ? ContentSafety : PromptShield,
        Role.Inventory when row["kind"] == "guard" => row["as"],
        _ => null,
    };
}
