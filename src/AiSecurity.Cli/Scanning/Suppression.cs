namespace AiSecurity.Cli.Scanning;

/// <summary>Why a finding does not count: a pragma or attribute in the source.</summary>
internal sealed record Suppression(string Justification);
