using System.Text.Json;
using AiSecurity.Cli.Commands;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports;

/// <summary>Findings that are known of old, by their fingerprints.</summary>
internal sealed class Baseline
{
    /// <summary>With the name of the repository in a baseline of several: equal files of two repositories have equal fingerprints. Without a name, for all.</summary>
    private readonly HashSet<(string? Repository, string Fingerprint)> _known = [];

    private Baseline()
    {
    }

    public static async Task<Baseline> ReadAsync(FileInfo file, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = file.OpenRead();
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
            var baseline = new Baseline();
            baseline._known.UnionWith(document.RootElement.TryGetProperty("runs", out var runs) ? OfSarif(runs) : OfBaseline(document.RootElement));
            return baseline;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"The baseline '{file}' cannot be read: {exception.Message}");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new OutputException($"'{file}' is neither a baseline nor SARIF of aisec: {exception.Message}");
        }
    }

    public ScanResult Compare(ScanResult result) => result with
    {
        Repositories = [.. result.Repositories.Select(repository => repository with { Findings = [.. repository.Findings.Select(finding => Compare(finding, RepositoryNames.Of(repository)))] })],
    };

    private Finding Compare(Finding finding, string repository) =>
        finding with { Baseline = _known.Contains((null, finding.Fingerprint)) || _known.Contains((repository, finding.Fingerprint)) ? BaselineState.Unchanged : BaselineState.New };

    private static IEnumerable<(string?, string)> OfBaseline(JsonElement root) =>
        root.GetProperty("findings").EnumerateArray()
            .Select(static finding => (finding.TryGetProperty("repository", out var repository) ? repository.GetString() : null, finding.GetProperty("fingerprint").GetString()!)).ToList();

    private static IEnumerable<(string?, string)> OfSarif(JsonElement runs)
    {
        var isOfSeveral = runs.EnumerateArray().Select(RepositoryNames.Of).Distinct(StringComparer.Ordinal).Count() > 1;
        return runs.EnumerateArray().SelectMany(run => run.GetProperty("results").EnumerateArray()
            .Select(result => (isOfSeveral ? RepositoryNames.Of(run) : null, result.GetProperty("partialFingerprints").GetProperty(SarifReport.FingerprintName).GetString()!))).ToList();
    }
}
