using System.CommandLine;
using AiSecurity.Analyzers.Descriptors;
using AiSecurity.Cli.Inventory;
using AiSecurity.Cli.Inventory.CycloneDx;
using AiSecurity.Cli.Reports;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Commands;

/// <summary>aisec inventory PATH...</summary>
internal static class InventoryCommand
{
    private static readonly Argument<string[]> Paths = new("path") { Description = "Solutions, projects, folders or C# files.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<FileInfo?> Json = new("--json") { Description = "Write JSON to this file." };
    private static readonly Option<FileInfo?> CycloneDx = new("--cyclonedx") { Description = "Write a CycloneDX 1.6 ML-BOM to this file." };
    private static readonly Option<bool> Quiet = new("--quiet") { Description = "No table, only the sums." };

    public static Command Create()
    {
        var command = new Command("inventory", "Lists the agents, models, tools, MCP servers, data sources and AI services that the source makes or opens.") { Paths, Json, CycloneDx, Quiet };
        ScanSwitches.AddLoadingTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var reports = Reports(parsed);
        foreach (var (file, _) in reports)
            OutputFile.Check(file);

        var options = ScanSwitches.ReadLoading(parsed, [.. parsed.GetRequiredValue(Paths)]) with { Rules = [RuleIds.AgentInventory] };
        var result = await ConsoleProgress.RunAsync(parsed.InvocationConfiguration.Error, progress => new Scanner(options, progress).RunAsync(cancellationToken));
        await ReportSet.WriteFilesAsync(reports, result, cancellationToken);
        InventoryTable.Write(ReportConsole.Create(parsed.InvocationConfiguration.Output), result, parsed.GetValue(Quiet), reports.Select(static report => report.File));
        return ScanCommand.WasRead(result, parsed.GetValue(ScanSwitches.RequireComplete)) ? ExitCode.Clean : ExitCode.NotAnalyzed;
    }

    private static List<(FileInfo File, IReportWriter Writer)> Reports(ParseResult parsed)
    {
        var reports = new List<(FileInfo, IReportWriter)>();
        if (parsed.GetValue(Json) is { } json)
            reports.Add((json, new InventoryJson()));
        if (parsed.GetValue(CycloneDx) is { } bom)
            reports.Add((bom, new CycloneDxReport()));
        return reports;
    }
}
