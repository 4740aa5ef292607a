using System.CommandLine;
using AiSecurity.Cli.Loading;

namespace AiSecurity.Cli.Commands;

/// <summary>Runs a command line. Mistakes of the user are one line and an exit code, never a stack trace.</summary>
internal static class CommandRun
{
    public static async Task<int> RunAsync(RootCommand root, string[] arguments)
    {
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not null)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync($"aisec: {error.Message}");
            await Console.Error.WriteLineAsync("Try 'aisec --help'.");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("aisec: cancelled; nothing was written.");
            return ExitCode.Cancelled;
        }
        catch (ScanPathException exception)
        {
            await Console.Error.WriteLineAsync($"aisec: {exception.Message}");
            return ExitCode.Usage;
        }
        catch (OutputException exception)
        {
            await Console.Error.WriteLineAsync($"aisec: {exception.Message}");
            return ExitCode.Usage;
        }
    }
}
