using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Fixing;

/// <summary>What a run was asked to fix.</summary>
/// <param name="Scan">Where, and which rules.</param>
/// <param name="TakesGuards">Whether projects may get the run-time guards as a new dependency.</param>
internal sealed record FixOptions(ScanOptions Scan, bool TakesGuards);
