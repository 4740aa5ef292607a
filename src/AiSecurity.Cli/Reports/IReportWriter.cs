using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports;

/// <summary>Writes a result into a file of one format.</summary>
internal interface IReportWriter
{
    Task WriteAsync(ScanResult result, Stream output, CancellationToken cancellationToken);
}
