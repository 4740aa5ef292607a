using System.Text.Json;
using AiSecurity.Cli.Inventory;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports;

/// <summary>Writes the whole result as JSON. docs/cli.md describes the format; members may be added, not renamed.</summary>
internal sealed class JsonReport : IReportWriter
{
    public async Task WriteAsync(ScanResult result, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("tool", "aisec");
        json.WriteString("toolVersion", result.ToolVersion);
        json.WriteString("started", result.Started);
        json.WriteNumber("seconds", Seconds(result.Duration));
        json.WriteNumber("peakMemoryBytes", result.PeakMemory);
        json.WriteStartArray("repositories");
        foreach (var repository in result.Repositories)
            Write(json, repository);
        json.WriteEndArray();
        json.WriteStartArray("cleanRules");
        foreach (var rule in result.CleanRules)
            json.WriteStringValue(rule.Id);
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private static void Write(Utf8JsonWriter json, RepositoryResult repository)
    {
        json.WriteStartObject();
        json.WriteString("name", repository.Name);
        json.WriteString("root", repository.Root);
        json.WriteNumber("seconds", Seconds(repository.Duration));
        Write(json, repository.Problems, repository.Root);
        json.WriteStartArray("projects");
        foreach (var project in repository.Projects)
        {
            json.WriteStartObject();
            json.WriteString("name", project.Name);
            json.WriteString("path", project.Path);
            json.WriteString("reading", project.Reading.ToString().ToLowerInvariant());
            Write(json, "frameworks", project.Frameworks);
            json.WriteBoolean("usesAi", project.UsesAi);
            json.WriteBoolean("isTest", project.IsTest);
            json.WriteNumber("files", project.Files);
            json.WriteNumber("lines", project.Lines);
            json.WriteNumber("seconds", Seconds(project.Duration));
            Write(json, project.Problems, repository.Root);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in repository.Findings)
            Write(json, finding);
        json.WriteEndArray();
        json.WriteStartArray("assets");
        foreach (var asset in repository.Assets)
            InventoryJson.Write(json, asset);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("message", finding.Message);
        Write(json, finding.Place);
        Write(json, "projects", finding.Projects);
        json.WriteStartArray("steps");
        foreach (var step in finding.Steps)
        {
            json.WriteStartObject();
            json.WriteString("kind", step.Kind.ToString().ToLowerInvariant());
            Write(json, step.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "guidance", finding.Rule.Guidance);
        Write(json, "controls", finding.Rule.Controls);
        json.WriteStartObject("properties");
        foreach (var (name, value) in finding.Properties)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteBoolean("suppressed", finding.Suppression is not null);
        if (finding.Baseline != BaselineState.None)
            json.WriteString("baseline", finding.Baseline.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SourcePlace place)
    {
        json.WriteString("file", place.File);
        json.WriteNumber("line", place.Line);
        json.WriteNumber("column", place.Column);
        json.WriteNumber("endLine", place.EndLine);
        json.WriteNumber("endColumn", place.EndColumn);
        json.WriteString("code", place.Code);
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<Problem> problems, string root)
    {
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("message", problem.Message);
            json.WriteString("path", problem.Path.Length == 0 ? "" : RelativePath.Of(root, problem.Path));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static double Seconds(TimeSpan duration) => Math.Round(duration.TotalSeconds, 3);
}
