using System.Collections.Immutable;
using AiSecurity.Cli.Controls;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports.Html;

/// <summary>The parts of the guidance that the report is divided by.</summary>
internal static class GuidanceParts
{
    /// <summary>For rules that look at the analyzers' own configuration.</summary>
    public const string Other = "Configuration";

    public static ImmutableArray<string> Names { get; } = [.. GuidanceItem.All.Select(static item => PartOf(item.Name)).Distinct(), Other];

    /// <summary>A rule may speak to several items; its findings stand under the first.</summary>
    public static string Of(RuleInfo rule) => rule.Guidance is [var first, ..] ? PartOf(first) : Other;

    public static string PartOf(string item) => item.Split(' ')[0];
}
