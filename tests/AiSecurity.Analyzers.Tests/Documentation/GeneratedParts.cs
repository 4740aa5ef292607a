using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using AiSecurity.Analyzers.Settings;
using AiSecurity.Cli.Controls;

namespace AiSecurity.Analyzers.Tests.Documentation;

/// <summary>The parts of the documentation that come from the code: what stands between <c>&lt;!-- generated: name --&gt;</c> and <c>&lt;!-- end --&gt;</c>.</summary>
internal static partial class GeneratedParts
{
    /// <summary>The text with its generated parts made anew; a null rule for a page that is about all of them.</summary>
    public static string Renew(string text, DocumentedRule? rule) =>
        Part().Replace(text, match => $"{match.Groups["begin"].Value}\n{Render(match.Groups["name"].Value, rule)}<!-- end -->");

    /// <summary>A page for a rule that has none yet.</summary>
    public static string NewPage(DocumentedRule rule)
    {
        var page = new StringBuilder($"# {rule.Id}: {rule.Title}\n\n<!-- generated: about -->\n<!-- end -->\n");
        foreach (var section in RulePage.Sections)
        {
            var generated = section switch { "When to suppress" => "suppress", "Options" => "options", _ => null };
            page.Append($"\n## {section}\n\n").Append(generated is null ? "TODO\n" : $"<!-- generated: {generated} -->\n<!-- end -->\n");
        }

        return page.ToString();
    }

    private static string Render(string name, DocumentedRule? rule) => (name, rule) switch
    {
        ("about", not null) => About(rule),
        ("suppress", not null) => Suppress(rule),
        ("options", not null) => Options(rule.Options, "This rule has no options.\n"),
        ("options", null) => Options(AiOptions.All, ""),
        ("rules", null) => Rules(),
        ("guidance", null) => Guidance(),
        ("controls", null) => Controls(),
        ("presets", null) => Preset.Table(),
        ("readme", null) => Readme(),
        _ => throw new InvalidOperationException($"Nothing generates '{name}' here."),
    };

    private static string About(DocumentedRule rule)
    {
        var text = new StringBuilder("| | |\n|---|---|\n");
        text.Append($"| Severity | {rule.Severity} |\n");
        text.Append($"| Category | {rule.Descriptor.Category} |\n");
        text.Append($"| Fix | {YesNo(rule.HasFix)} |\n");
        text.Append($"| Guidance | {OrDash(rule.Guidance.Select(item => $"{item}: {GuidanceText(item)}"))} |\n");
        text.Append($"| Controls | {OrDash(rule.Controls.Select(tag => Control.Of(tag).ToString()))} |\n");
        return text.ToString();
    }

    private static string Suppress(DocumentedRule rule) => rule.IsOutsideSource
        ? $"""
            In a global configuration file (`.globalconfig` beside the project file), for a project:

            ```ini
            is_global = true
            dotnet_diagnostic.{rule.Id}.severity = none
            ```

            `#pragma` and `.editorconfig` do not reach this rule: its reports are not in a source file.

            """.ReplaceLineEndings("\n")
        : $"""
            In one place:

            ```csharp
            #pragma warning disable {rule.Id} // the reason
            // ...
            #pragma warning restore {rule.Id}
            ```

            In `.editorconfig`, for files:

            ```ini
            [*.cs]
            dotnet_diagnostic.{rule.Id}.severity = none
            ```

            """.ReplaceLineEndings("\n");

    private static string Options(ImmutableArray<OptionDefinition> options, string none)
    {
        if (options.IsEmpty)
            return none;

        var text = new StringBuilder("| Option | Values, the default first | Meaning | For one rule |\n|---|---|---|---|\n");
        foreach (var option in options)
        {
            text.Append($"| `{OptionDefinition.Prefix}{option.Name}` | {string.Join(", ", option.Values.Select(value => $"`{value}`"))}{(option.TakesList ? ", a list separated by commas" : option.TakesNumber ? ", any number from 1" : "")} | {option.Meaning} ");
            text.Append($"| {string.Join(", ", option.Keys.Skip(1).Select(key => $"`{key}`"))} |\n");
        }

        return text.ToString();
    }

    private static string Rules()
    {
        var text = new StringBuilder("| Rule | Title | Severity | Fix | Guidance |\n|---|---|---|---|---|\n");
        foreach (var rule in DocumentedRule.All)
            text.Append($"| [{rule.Id}](rules/{rule.Id}.md) | {rule.Title} | {rule.Severity} | {YesNo(rule.HasFix)} | {OrDash(rule.Guidance)} |\n");
        return text.ToString();
    }

    /// <summary>As <see cref="Rules"/>, for a place from which relative links lead nowhere.</summary>
    private static string Readme()
    {
        var text = new StringBuilder("| Rule | Title | Severity | Fix |\n|---|---|---|---|\n");
        foreach (var rule in DocumentedRule.All)
            text.Append($"| [{rule.Id}]({rule.Descriptor.HelpLinkUri}) | {rule.Title} | {rule.Severity} | {YesNo(rule.HasFix)} |\n");
        return text.ToString();
    }

    private static string Guidance()
    {
        var text = new StringBuilder("| Guidance | Asks to | Rules |\n|---|---|---|\n");
        foreach (var item in GuidanceItem.All)
            text.Append($"| {item.Name} | {item.Text} | {OrDash(DocumentedRule.All.Where(rule => rule.Guidance.Contains(item.Name)).Select(Link))} |\n");
        return text.ToString();
    }

    private static string Controls()
    {
        var text = new StringBuilder("| Catalog | Control | Rules |\n|---|---|---|\n");
        var uses = DocumentedRule.All.SelectMany(rule => rule.Controls.Select(tag => (Control: Control.Of(tag), Rule: rule)));
        foreach (var control in uses.GroupBy(use => use.Control).OrderBy(group => group.Key.Catalog, StringComparer.Ordinal).ThenBy(group => group.Key.Id, StringComparer.Ordinal))
            text.Append($"| {control.Key.Catalog} | {control.Key} | {OrDash(control.Select(use => Link(use.Rule)))} |\n");
        return text.ToString();
    }

    private static string Link(DocumentedRule rule) => $"[{rule.Id}](rules/{rule.Id}.md)";

    private static string GuidanceText(string name) =>
        GuidanceItem.All.FirstOrDefault(item => item.Name == name)?.Text ?? throw new InvalidOperationException($"The guidance has no item '{name}'.");

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string OrDash(IEnumerable<string> parts) => string.Join(", ", parts) is { Length: > 0 } text ? text : "-";

    [GeneratedRegex(@"(?<begin><!-- generated: (?<name>[a-z]+) -->)\n(?:(?!<!-- end -->).*\n)*<!-- end -->")]
    private static partial Regex Part();
}
