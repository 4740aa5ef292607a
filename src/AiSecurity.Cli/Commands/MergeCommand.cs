using System.CommandLine;
using AiSecurity.Cli.Reports;

namespace AiSecurity.Cli.Commands;

/// <summary>aisec merge a.sarif b.sarif --output all.sarif</summary>
internal static class MergeCommand
{
    private static readonly Argument<FileInfo[]> Files = new("file") { Description = "SARIF 2.1.0 files.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<FileInfo> Output = new("--output", "-o") { Description = "The file to write.", Required = true };

    public static Command Create()
    {
        var command = new Command("merge", "Puts the runs of several SARIF files into one.") { Files, Output };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var output = parsed.GetRequiredValue(Output);
        OutputFile.Check(output);
        var files = parsed.GetRequiredValue(Files);
        await OutputFile.WriteAsync(output, stream => SarifMerge.WriteAsync(files, stream, cancellationToken), cancellationToken);
        await parsed.InvocationConfiguration.Output.WriteLineAsync($"Written: {output.FullName}");
        return ExitCode.Clean;
    }
}
