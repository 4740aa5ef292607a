using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace AiSecurity.Cli.Loading;

/// <summary>Runs dotnet outside the repository, so that no global.json picks an SDK that is not installed. Stopped with all its children on cancellation.</summary>
internal static class ChildProcess
{
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(10);

    public static async Task<(int ExitCode, string Output)> RunDotnetAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(DotnetPath(), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        // Left behind by `dotnet run`; they would pin the child to that build.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        void Append(object sender, DataReceivedEventArgs line)
        {
            lock (output)
                output.AppendLine(line.Data);
        }

        process.OutputDataReceived += Append;
        process.ErrorDataReceived += Append;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Stop(process.Kill, process.WaitForExit);
            throw;
        }

        return (process.ExitCode, output.ToString());
    }

    /// <summary>Stops a process and all its children, as far as that can be done: that one of them would not end is nothing that whoever cancels can help.</summary>
    internal static void Stop(Action<bool> kill, Func<TimeSpan, bool> waitForExit)
    {
        try
        {
            kill(true);
        }
        catch (Exception exception) when (exception is AggregateException or Win32Exception or InvalidOperationException)
        {
        }

        waitForExit(TimeToEnd);
    }

    private static string DotnetPath() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path && File.Exists(path) ? path : "dotnet";
}
