using System.Text.Json;
using AiSecurity.Cli.Commands;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports;

/// <summary>Findings that are known of old, by their fingerprints.</summary>
internal sealed class Baseline
{
    private readonly HashSet<string> _fingerprints = new(StringComparer.Ordinal);

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
            baseline._fingerprints.UnionWith(document.RootElement.TryGetProperty("runs", out var runs) ? OfSarif(runs) : OfBaseline(document.RootElement));
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
        Repositories = [.. result.Repositories.Select(repository => repository with { Findings = [.. repository.Findings.Select(Compare)] })],
    };

    private Finding Compare(Finding finding) => finding with { Baseline = _fingerprints.Contains(finding.Fingerprint) ? BaselineState.Unchanged : BaselineState.New };

    private static IEnumerable<string> OfBaseline(JsonElement root) =>
        root.GetProperty("findings").EnumerateArray().Select(static finding => finding.GetProperty("fingerprint").GetString()!).ToList();

    private static IEnumerable<string> OfSarif(JsonElement runs) =>
        runs.EnumerateArray().SelectMany(static run => run.GetProperty("results").EnumerateArray())
            .Select(static result => result.GetProperty("partialFingerprints").GetProperty(SarifReport.FingerprintName).GetString()!).ToList();
}
