namespace AiSecurity.Analyzers.Rules.Resources.Inventory;

/// <summary>The names of the properties of a note: a contract with whoever reads the SARIF log. docs/rules/AISEC505.md explains them.</summary>
internal static class InventoryProperties
{
    /// <summary>agent, tool, model, mcp-server, data-source, service or endpoint.</summary>
    public const string Kind = "kind";

    /// <summary>What it is called; empty where no constant tells.</summary>
    public const string Name = "name";

    /// <summary>Where the name comes from when it is no constant, or only the fallback is: <c>configuration:Section:Key</c>, <c>member:Type.Name</c>.</summary>
    public const string NameSource = "name-source";

    /// <summary>The NuGet package.</summary>
    public const string Sdk = "sdk";

    /// <summary>entra, managed-identity, key, none or unknown.</summary>
    public const string Credential = "credential";

    /// <summary>The guards around it that were seen, separated by commas.</summary>
    public const string Guards = "guards";

    /// <summary>The host it is reached at, when that is constant.</summary>
    public const string Endpoint = "endpoint";

    /// <summary>As <see cref="NameSource"/>, for the host.</summary>
    public const string EndpointSource = "endpoint-source";

    /// <summary>The model or deployment.</summary>
    public const string Model = "model";

    /// <summary>As <see cref="NameSource"/>, for the model.</summary>
    public const string ModelSource = "model-source";

    /// <summary>The names of an agent's tools, separated by commas.</summary>
    public const string Tools = "tools";
}
