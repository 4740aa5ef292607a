using System.CommandLine;
using AiSecurity.Cli.Reports;
using AiSecurity.Cli.Reports.Html;

namespace AiSecurity.Cli.Commands;

/// <summary>The options that say what becomes of a result.</summary>
internal static class ReportSwitches
{
    private static readonly Option<FileInfo?> Sarif = new("--sarif") { Description = "Write SARIF 2.1.0 to this file." };
    private static readonly Option<FileInfo?> Json = new("--json") { Description = "Write JSON to this file." };
    private static readonly Option<FileInfo?> Html = new("--html") { Description = "Write a report for people, one page that needs no network, to this file." };
    private static readonly Option<FileInfo?> Baseline = new("--baseline") { Description = "Findings in this file, a baseline or an earlier SARIF file, are known and do not count." };
    private static readonly Option<FileInfo?> WriteBaseline = new("--write-baseline") { Description = "Write the findings of this scan to a baseline file." };
    private static readonly Option<bool> Quiet = new("--quiet") { Description = "No table, only the summary." };

    public static void AddTo(Command command)
    {
        foreach (var option in (Option[])[Sarif, Json, Html, Baseline, WriteBaseline, Quiet])
            command.Options.Add(option);
    }

    /// <summary>Everything that can be wrong with the files shows before the scan, not after it.</summary>
    public static async Task<ReportSet> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var files = new List<(FileInfo File, IReportWriter Writer)>();
        if (parsed.GetValue(Sarif) is { } sarif)
            files.Add((sarif, new SarifReport()));
        if (parsed.GetValue(Json) is { } json)
            files.Add((json, new JsonReport()));
        if (parsed.GetValue(Html) is { } html)
            files.Add((html, new HtmlReport()));
        if (parsed.GetValue(WriteBaseline) is { } written)
            files.Add((written, new BaselineReport()));
        foreach (var (file, _) in files)
            OutputFile.Check(file);
        return new ReportSet(files, parsed.GetValue(Baseline) is { } baseline ? await Reports.Baseline.ReadAsync(baseline, cancellationToken) : null, parsed.GetValue(Quiet));
    }
}
