using System.CommandLine;
using AiSecurity.Cli.Loading;

namespace AiSecurity.Cli.Commands;

/// <summary>Runs a command line. Mistakes of the user are one line and an exit code, never a stack trace.</summary>
internal static class CommandRun
{
    /// <summary>Processes that a scan started have to be stopped and files to be cleared away.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken = default)
    {
        var parsed = Root().Parse(arguments);
        if (parsed.Errors.Count > 0 && !IsAskingForHelp(parsed))
        {
            foreach (var mistake in parsed.Errors)
                await error.WriteLineAsync($"aisec: {mistake.Message.ReplaceLineEndings(" ")}");
            await error.WriteLineAsync("Try 'aisec --help'.");
            return ExitCode.Usage;
        }

        try
        {
            var invocation = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop };
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("aisec: cancelled; nothing was written.");
            return ExitCode.Cancelled;
        }
        catch (Exception exception) when (exception is ScanPathException or OutputException)
        {
            await error.WriteLineAsync($"aisec: {exception.Message}");
            return ExitCode.Usage;
        }
    }

    private static RootCommand Root() =>
        new("Finds insecure use of AI services in C# code.") { ScanCommand.Create(), FixCommand.Create(), InventoryCommand.Create(), RulesCommand.Create(), ExplainCommand.Create(), MergeCommand.Create() };

    private static bool IsAskingForHelp(ParseResult parsed) => parsed.Tokens.Any(static token => token.Value is "--help" or "-h" or "-?" or "/?" or "/h");
}
