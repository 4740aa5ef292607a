using System.Text.Json;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports;

/// <summary>What tells the repositories of a baseline apart: the names of their folders, which a checkout on another machine has, too.</summary>
internal static class RepositoryNames
{
    public static string Of(RepositoryResult repository) => Path.GetFileName(repository.Root);

    /// <summary>Of a run in SARIF; nothing for one that does not say where it was.</summary>
    public static string? Of(JsonElement run) =>
        run.TryGetProperty("originalUriBaseIds", out var roots) && roots.TryGetProperty(SarifPlace.Root, out var root) && root.TryGetProperty("uri", out var uri) && Uri.TryCreate(uri.GetString(), UriKind.Absolute, out var folder)
            ? Uri.UnescapeDataString(folder.Segments[^1].TrimEnd('/'))
            : null;
}
