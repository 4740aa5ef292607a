using System.Collections.Immutable;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Controls;

/// <summary>What a scan says about one item of the guidance or one control.</summary>
/// <param name="Rules">The rules that speak to it, whether they ran or not.</param>
/// <param name="Open">How many findings somebody has to act on.</param>
internal sealed record Coverage(CoverageState State, ImmutableArray<RuleInfo> Rules, int Open);
