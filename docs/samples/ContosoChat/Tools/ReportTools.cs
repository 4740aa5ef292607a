using System.ComponentModel;
using System.Diagnostics;

namespace ContosoChat.Tools;

public sealed class ReportTools(ILogger<ReportTools> logger)
{
    [Description("Runs a shell command that prints a sales report, for example: sqlcmd -Q \"select sum(total) from orders\".")]
    public string RunReport([Description("The command line")] string command)
    {
        var shell = new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true };
        using var process = Process.Start(shell);
        if (process is null)
            return "The report could not be started.";

        var report = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        logger.LogInformation("Report ended with code {Code}", process.ExitCode);
        return report;
    }
}
