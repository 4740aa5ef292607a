using AiSecurity.Cli.Commands;
using AiSecurity.Cli.Loading;
using AiSecurity.Cli.Reports;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Tests;

/// <summary>Runs the tool in this process.</summary>
internal static class Aisec
{
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exitCode = await CommandRun.RunAsync(arguments, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    /// <summary>A scan that only reads files, which takes no process and no network.</summary>
    public static Task<ScanResult> ReadAsync(params string[] paths) => ScanAsync(new ScanOptions { Paths = [.. paths], Load = new LoadOptions(UsesMsBuild: false) });

    public static Task<ScanResult> ScanAsync(ScanOptions options, CancellationToken cancellationToken = default) =>
        new Scanner(options, new PlainProgress(TextWriter.Null)).RunAsync(cancellationToken);
}
