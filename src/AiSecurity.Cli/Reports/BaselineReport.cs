using System.Text.Json;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports;

/// <summary>Writes a baseline: sorted, one finding a line group, so that changes to it can be reviewed.</summary>
internal sealed class BaselineReport : IReportWriter
{
    public async Task WriteAsync(ScanResult result, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings.Where(static finding => finding.Suppression is null).OrderBy(static finding => finding.Place.File, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Rule.Id, StringComparer.Ordinal).ThenBy(static finding => finding.Fingerprint, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule.Id);
            json.WriteString("file", finding.Place.File);
            json.WriteString("fingerprint", finding.Fingerprint);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }
}
