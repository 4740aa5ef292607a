using System.Collections.Immutable;
using System.CommandLine;
using AiSecurity.Cli.Loading;
using AiSecurity.Cli.Reports;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Commands;

/// <summary>aisec scan PATH...</summary>
internal static class ScanCommand
{
    private static readonly Argument<string[]> Paths = new("path") { Description = "Solutions, projects, folders or C# files. Several are scanned side by side.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> FailOn = new("--fail-on") { Description = "The exit code is 1 when there is an open finding of this severity or above: error, warning (the default), suggestion or none.", DefaultValueFactory = _ => "warning" };

    static ScanCommand() => FailOn.AcceptOnlyFromAmong("error", "warning", "suggestion", "none");

    public static Command Create()
    {
        var command = new Command("scan", "Reports insecure use of AI services in solutions, projects and folders, without changing them.") { Paths, FailOn };
        ScanSwitches.AddTo(command);
        ReportSwitches.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var reports = await ReportSwitches.ReadAsync(parsed, cancellationToken);
        var options = ScanSwitches.Read(parsed, [.. parsed.GetRequiredValue(Paths)]);
        var result = await ConsoleProgress.RunAsync(parsed.InvocationConfiguration.Error, progress => new Scanner(options, progress).RunAsync(cancellationToken));
        result = reports.Compare(result);
        await reports.WriteAsync(result, parsed.InvocationConfiguration.Output, cancellationToken);
        return Judge(result, parsed.GetValue(FailOn), parsed.GetValue(ScanSwitches.RequireComplete));
    }

    private static int Judge(ScanResult result, string? failOn, bool requiresAll)
    {
        if (!WasRead(result, requiresAll))
            return ExitCode.NotAnalyzed;
        return Enum.TryParse<RuleSeverity>(failOn, ignoreCase: true, out var severity) && result.Open.Any(finding => finding.Severity >= severity) ? ExitCode.Findings : ExitCode.Clean;
    }

    /// <summary>Whether anything was read, or everything where that is demanded.</summary>
    public static bool WasRead(ScanResult result, bool requiresAll) =>
        result.Repositories.Any(static repository => repository.WasAnalyzed) && (!requiresAll || result.Repositories.All(static repository => repository.IsComplete));
}
