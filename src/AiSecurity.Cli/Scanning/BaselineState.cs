namespace AiSecurity.Cli.Scanning;

/// <summary>What the baseline says about a finding.</summary>
internal enum BaselineState
{
    /// <summary>There is no baseline.</summary>
    None,
    New,
    Unchanged,
}
