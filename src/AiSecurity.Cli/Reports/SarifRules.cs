using System.Collections.Immutable;
using System.Text.Json;
using AiSecurity.Cli.Controls;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports;

/// <summary>Rules in SARIF, and the public catalogs that they speak to as taxonomies.</summary>
internal static class SarifRules
{
    public static string LevelOf(RuleSeverity severity) => severity switch
    {
        RuleSeverity.Error => "error",
        RuleSeverity.Warning => "warning",
        _ => "note",
    };

    public static void Write(Utf8JsonWriter json, ImmutableArray<RuleInfo> rules)
    {
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            SarifPlace.WriteText(json, "shortDescription", rule.Title);
            SarifPlace.WriteText(json, "fullDescription", rule.Description);
            SarifPlace.WriteText(json, "help", $"{rule.Description} {rule.HelpUri}");
            json.WriteString("helpUri", rule.HelpUri);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", LevelOf(rule.Severity));
            json.WriteBoolean("enabled", !rule.IsOptional);
            json.WriteEndObject();
            WriteRelationships(json, rule);
            json.WriteStartObject("properties");
            json.WriteStartArray("tags");
            json.WriteStringValue("security");
            foreach (var tag in rule.Guidance.Select(static item => "Guidance:" + item).Concat(rule.Controls))
                json.WriteStringValue(tag);
            json.WriteEndArray();
            // How code hosts order alerts.
            json.WriteString("security-severity", rule.Severity switch { RuleSeverity.Error => "8.5", RuleSeverity.Warning => "7.0", _ => "3.5" });
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteTaxonomies(Utf8JsonWriter json, ImmutableArray<RuleInfo> rules)
    {
        var catalogs = ControlsOf(rules).GroupBy(static control => control.Catalog).OrderBy(static catalog => catalog.Key, StringComparer.Ordinal).ToList();
        if (catalogs.Count == 0)
            return;

        json.WriteStartArray("taxonomies");
        foreach (var catalog in catalogs)
        {
            json.WriteStartObject();
            json.WriteString("name", catalog.Key);
            json.WriteStartArray("taxa");
            foreach (var control in catalog.OrderBy(static control => control.Id, StringComparer.Ordinal))
            {
                json.WriteStartObject();
                json.WriteString("id", control.Id);
                SarifPlace.WriteText(json, "shortDescription", control.Title);
                if (control.Url is { } url)
                    json.WriteString("helpUri", url);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRelationships(Utf8JsonWriter json, RuleInfo rule)
    {
        if (rule.Controls.IsEmpty)
            return;

        json.WriteStartArray("relationships");
        foreach (var control in rule.Controls.Select(Control.Of))
        {
            json.WriteStartObject();
            json.WriteStartObject("target");
            json.WriteString("id", control.Id);
            json.WriteStartObject("toolComponent");
            json.WriteString("name", control.Catalog);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("kinds");
            json.WriteStringValue("relevant");
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static IEnumerable<Control> ControlsOf(ImmutableArray<RuleInfo> rules) => rules.SelectMany(static rule => rule.Controls).Distinct(StringComparer.Ordinal).Select(Control.Of);
}
