using System.Collections.Immutable;

namespace AiSecurity.Cli.Scanning;

/// <summary>A rule as reports show it.</summary>
/// <param name="Id">AISEC101.</param>
/// <param name="Title">What to do, in the imperative.</param>
/// <param name="Description">Why.</param>
/// <param name="HelpUri">The rule's page.</param>
/// <param name="Severity">When nothing is configured.</param>
/// <param name="IsOptional">Whether it is off until it is switched on.</param>
/// <param name="IsFixable">Whether there is a code fix.</param>
/// <param name="Guidance">Items of the guidance, such as "Access 1".</param>
/// <param name="Controls">Ids of public catalogs, such as "CWE-798".</param>
internal sealed record RuleInfo(
    string Id,
    string Title,
    string Description,
    string HelpUri,
    RuleSeverity Severity,
    bool IsOptional,
    bool IsFixable,
    ImmutableArray<string> Guidance,
    ImmutableArray<string> Controls);
