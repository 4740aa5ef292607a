using Spectre.Console;

namespace AiSecurity.Cli.Reports;

/// <summary>Where tables go.</summary>
internal static class ReportConsole
{
    /// <summary>Whatever reads a redirected table has no width of its own.</summary>
    private const int RedirectedWidth = 200;

    public static IAnsiConsole Create(TextWriter output)
    {
        if (output == Console.Out && !Console.IsOutputRedirected)
            return AnsiConsole.Create(new AnsiConsoleSettings());

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = RedirectedWidth;
        return console;
    }
}
