using System.Collections.Immutable;
using System.Text;

namespace AiSecurity.Analyzers.Tests.Documentation;

/// <summary>A value of AiSecurityMode that changes severities, as the global config that the package brings for it.</summary>
/// <remarks>
/// "recommended" has no file. A line for a rule, even "severity = default", would override what the rule decides for one report (AISEC101 is a
/// suggestion where a token is the alternative) or keep a line for the whole category from reaching the rule.
/// </remarks>
internal sealed record Preset(string Mode, string Purpose, Func<DocumentedRule, string> SeverityOf)
{
    private static readonly ImmutableHashSet<string> ErrorsWhenStrict = ["AISEC102"];

    /// <summary>Rules that list what there is, and find no fault with it.</summary>
    private static readonly ImmutableHashSet<string> Lists = ["AISEC505"];

    public static ImmutableArray<Preset> All { get; } =
    [
        new("none", "switches every rule off", _ => "none"),
        new("strict", "switches every rule on, and makes errors of what must never be committed", rule => ErrorsWhenStrict.Contains(rule.Id) ? "error" : Lists.Contains(rule.Id) ? "suggestion" : "warning"),
    ];

    public string File => $"src/AiSecurity.Analyzers.Package/configuration/AiSecurity.{Mode}.globalconfig";

    public string Text()
    {
        var text = new StringBuilder($"# Generated from the rules. AiSecurityMode={Mode} {Purpose}; a line of an .editorconfig for the same rule wins over the one here.\nis_global = true\nglobal_level = -100\n");
        foreach (var rule in DocumentedRule.All)
            text.Append($"\n# {rule.Title}\ndotnet_diagnostic.{rule.Id}.severity = {SeverityOf(rule)}\n");
        return text.ToString();
    }

    public static string Table()
    {
        var text = new StringBuilder($"| Rule | `recommended` | {string.Join(" | ", All.Select(preset => $"`{preset.Mode}`"))} |\n|---|---|{string.Concat(All.Select(_ => "---|"))}\n");
        foreach (var rule in DocumentedRule.All)
            text.Append($"| [{rule.Id}](rules/{rule.Id}.md) | {rule.Severity} | {string.Join(" | ", All.Select(preset => preset.SeverityOf(rule)))} |\n");
        return text.ToString();
    }
}
