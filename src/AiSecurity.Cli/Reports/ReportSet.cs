using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Reports;

/// <summary>All that becomes of a result: the console, and the files that were asked for.</summary>
internal sealed class ReportSet(IReadOnlyList<(FileInfo File, IReportWriter Writer)> files, Baseline? baseline, bool isQuiet)
{
    public ScanResult Compare(ScanResult result) => baseline?.Compare(result) ?? result;

    public async Task WriteAsync(ScanResult result, TextWriter output, CancellationToken cancellationToken)
    {
        await WriteFilesAsync(files, result, cancellationToken);
        ConsoleReport.Write(ReportConsole.Create(output), result, isQuiet, files.Select(static report => report.File));
    }

    /// <summary>Once begun, a stop is not heeded any more: who cancels is told that nothing was written.</summary>
    public static async Task WriteFilesAsync(IEnumerable<(FileInfo File, IReportWriter Writer)> files, ScanResult result, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var (file, writer) in files)
            await OutputFile.WriteAsync(file, stream => writer.WriteAsync(result, stream, CancellationToken.None), CancellationToken.None);
    }
}
