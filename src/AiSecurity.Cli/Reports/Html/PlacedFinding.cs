using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>A finding and the repository that it is of.</summary>
internal sealed record PlacedFinding(Finding Finding, RepositoryResult Repository, int RepositoryIndex)
{
    /// <summary>The same in every run, so that a link to a finding can be kept.</summary>
    public string Id => $"finding-{RepositoryIndex + 1}-{Finding.Fingerprint}";
}
