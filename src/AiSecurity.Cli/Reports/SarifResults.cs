using System.Collections.Immutable;
using System.Text.Json;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports;

/// <summary>The results of a run in SARIF.</summary>
internal static class SarifResults
{
    public static void Write(Utf8JsonWriter json, RepositoryResult repository, ImmutableArray<RuleInfo> rules)
    {
        var indexes = rules.Select(static (rule, index) => (rule.Id, index)).ToDictionary(static rule => rule.Id, static rule => rule.index, StringComparer.Ordinal);
        json.WriteStartArray("results");
        foreach (var finding in repository.Findings)
            Write(json, finding, indexes[finding.Rule.Id]);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Finding finding, int ruleIndex)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule.Id);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", SarifRules.LevelOf(finding.Severity));
        SarifPlace.WriteText(json, "message", finding.Message);
        WriteLocations(json, "locations", [finding.Place]);
        WriteFlow(json, finding);
        WriteLocations(json, "relatedLocations", [.. finding.Steps.Where(static step => step.Kind == StepKind.Related).Select(static step => step.Place)]);
        json.WriteStartObject("partialFingerprints");
        json.WriteString(SarifReport.FingerprintName, finding.Fingerprint);
        json.WriteEndObject();
        if (finding.Baseline != BaselineState.None)
            json.WriteString("baselineState", finding.Baseline == BaselineState.New ? "new" : "unchanged");
        if (finding.Suppression is { } suppression)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "inSource");
            json.WriteString("justification", suppression.Justification);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        WriteProperties(json, finding);
        json.WriteEndObject();
    }

    /// <summary>The way of the text, from where it comes in to where it arrives.</summary>
    private static void WriteFlow(Utf8JsonWriter json, Finding finding)
    {
        var way = finding.Steps.Where(static step => step.Kind is StepKind.Source or StepKind.Through).Select(static step => step.Place).ToList();
        var sinks = finding.Steps.Where(static step => step.Kind == StepKind.Sink).Select(static step => step.Place).ToList();
        if (way.Count == 0 && sinks.Count == 0)
            return;

        json.WriteStartArray("codeFlows");
        json.WriteStartObject();
        json.WriteStartArray("threadFlows");
        json.WriteStartObject();
        json.WriteStartArray("locations");
        foreach (var place in way.Append(finding.Place).Concat(sinks))
        {
            json.WriteStartObject();
            json.WriteStartObject("location");
            SarifPlace.Write(json, place);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteLocations(Utf8JsonWriter json, string name, IReadOnlyCollection<SourcePlace> places)
    {
        if (places.Count == 0)
            return;

        json.WriteStartArray(name);
        foreach (var place in places)
        {
            json.WriteStartObject();
            SarifPlace.Write(json, place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject("properties");
        json.WriteString("guidance", string.Join(", ", finding.Rule.Guidance));
        json.WriteString("controls", string.Join(", ", finding.Rule.Controls));
        json.WriteString("projects", string.Join(", ", finding.Projects));
        foreach (var (name, value) in finding.Properties)
            json.WriteString("aisec." + name, value);
        json.WriteEndObject();
    }
}
