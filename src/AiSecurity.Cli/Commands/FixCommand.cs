using System.CommandLine;
using AiSecurity.Cli.Fixing;
using AiSecurity.Cli.Reports;

namespace AiSecurity.Cli.Commands;

/// <summary>aisec fix PATH</summary>
internal static class FixCommand
{
    private static readonly Argument<string> PathArgument = new("path") { Description = "A solution, a project or a folder. Only files in its folder are changed, and where versions of packages stand above it, that file." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Change nothing; print what would change as a diff. The exit code is 1 when something would." };
    private static readonly Option<bool> Guards = new("--guards") { Description = "Projects may get AiSecurity.Guards as a new dependency, which the fixes of some rules call." };

    public static Command Create()
    {
        var command = new Command("fix", "Applies the fixes of the rules until none is left, with the packages that they need.") { PathArgument, DryRun, Guards };
        ScanSwitches.AddFilters(command);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetRequiredValue(PathArgument);
        var options = new FixOptions(ScanSwitches.ReadFilters(parsed, path), parsed.GetValue(Guards));
        var result = await ConsoleProgress.RunAsync(parsed.InvocationConfiguration.Error, progress => new RepositoryFixer(options, progress).RunAsync(path, cancellationToken));
        var isDryRun = parsed.GetValue(DryRun);
        if (isDryRun)
            parsed.InvocationConfiguration.Output.Write(UnifiedDiff.Write(result.Root, result.Changes));
        else
            await ChangeWriter.WriteAsync(result.Changes, cancellationToken);
        FixReport.Write(parsed.InvocationConfiguration.Error, result, isDryRun, options.TakesGuards);
        if (result.NotRead.Length > 0 && result.Found.IsEmpty && result.Changes.IsEmpty)
            return ExitCode.NotAnalyzed;
        return isDryRun && !result.Changes.IsEmpty ? ExitCode.Findings : ExitCode.Clean;
    }
}
