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
        // Of one repository, the name of its folder would only be in the way of a checkout elsewhere.
        var isOfSeveral = result.Repositories.Select(RepositoryNames.Of).Distinct(StringComparer.Ordinal).Count() > 1;
        var all = result.Repositories.SelectMany(static repository => repository.Findings.Select(finding => (Repository: RepositoryNames.Of(repository), Finding: finding)));
        foreach (var (repository, finding) in all.Where(static known => known.Finding.Suppression is null).OrderBy(known => isOfSeveral ? known.Repository : "", StringComparer.Ordinal)
            .ThenBy(static known => known.Finding.Place.File, StringComparer.Ordinal).ThenBy(static known => known.Finding.Rule.Id, StringComparer.Ordinal).ThenBy(static known => known.Finding.Fingerprint, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            if (isOfSeveral)
                json.WriteString("repository", repository);
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
