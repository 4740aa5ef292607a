namespace AiSecurity.Guards;

/// <summary>The contract that a session pool speaks.</summary>
/// <remarks>Source: the specification <c>Microsoft.App.DynamicSessions</c>, and https://learn.microsoft.com/azure/container-apps/sessions-code-interpreter.</remarks>
public enum SandboxApiVersion
{
    /// <summary><c>2024-02-02-preview</c>: <c>POST code/execute</c>, the body inside <c>properties</c>. A session cannot be deleted: it ends when the pool's cooldown is over.</summary>
    Preview20240202,

    /// <summary><c>2025-02-02-preview</c>: <c>POST executions</c>, and <c>DELETE session</c>.</summary>
    Preview20250202,

    /// <summary><c>2025-10-02-preview</c>: as the one before, and the service cuts the output off itself; the newest.</summary>
    Preview20251002,
}
