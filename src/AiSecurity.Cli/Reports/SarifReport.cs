using System.Text.Json;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports;

/// <summary>Writes SARIF 2.1.0, one run for each repository.</summary>
internal sealed class SarifReport : IReportWriter
{
    /// <summary>Name of our fingerprints among the partial ones of a result; the number rises when the way they are made changes.</summary>
    public const string FingerprintName = "aisec/v1";

    public const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    private const string InformationUri = "https://github.com/aisecurity-net/AiSecurity.Analyzers";

    public async Task WriteAsync(ScanResult result, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        foreach (var repository in result.Repositories)
        {
            WriteRun(json, result, repository);
            await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private static void WriteRun(Utf8JsonWriter json, ScanResult result, RepositoryResult repository)
    {
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "aisec");
        json.WriteString("semanticVersion", result.ToolVersion);
        json.WriteString("informationUri", InformationUri);
        SarifRules.Write(json, result.Rules);
        json.WriteEndObject();
        json.WriteEndObject();

        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"aisec/{repository.Name}/");
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(SarifPlace.Root);
        json.WriteString("uri", new Uri(repository.Root + Path.DirectorySeparatorChar).AbsoluteUri);
        json.WriteEndObject();
        json.WriteEndObject();

        WriteInvocation(json, result, repository);
        SarifRules.WriteTaxonomies(json, result.Rules);
        SarifResults.Write(json, repository, result.Rules);
        json.WriteEndObject();
    }

    /// <summary>What was not seen is part of the run, so that a silent run can be told from a blind one.</summary>
    private static void WriteInvocation(Utf8JsonWriter json, ScanResult result, RepositoryResult repository)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", repository.WasAnalyzed);
        json.WriteString("startTimeUtc", result.Started.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("endTimeUtc", (result.Started + result.Duration).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var problem in repository.Problems)
            WriteNotification(json, repository, problem.Message, problem.Path, isError: !repository.WasAnalyzed && !problem.IsOutOfScope);
        foreach (var project in repository.Projects)
        {
            foreach (var problem in project.Problems)
                WriteNotification(json, repository, problem.Message, problem.Path.Length > 0 ? problem.Path : Path.Combine(repository.Root, project.Path), project.Reading == Reading.None);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteNotification(Utf8JsonWriter json, RepositoryResult repository, string message, string path, bool isError)
    {
        json.WriteStartObject();
        json.WriteString("level", isError ? "error" : "warning");
        SarifPlace.WriteText(json, "message", message);
        if (path.Length > 0)
        {
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            SarifPlace.WriteArtifact(json, RelativePath.Of(repository.Root, path));
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
