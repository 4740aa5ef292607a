using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports;

/// <summary>Writes SARIF 2.1.0, one run for each repository.</summary>
internal sealed class SarifReport : IReportWriter
{
    /// <summary>Name of our fingerprints among the partial ones of a result; the number rises when the way they are made changes.</summary>
    public const string FingerprintName = "aisec/v1";

    public Task WriteAsync(ScanResult result, Stream output, CancellationToken cancellationToken) => throw new NotImplementedException();
}
