using System.Diagnostics;

namespace AiSecurity.Cli.Tests.Reports.Html;

/// <summary>A browser without a window and with a profile of its own.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly DirectoryInfo _profile;

    private Chromium(Process process, DirectoryInfo profile, Uri address)
    {
        (_process, _profile) = (process, profile);
        Address = address;
    }

    /// <summary>Null where there is none.</summary>
    public static string? Path { get; } = Find();

    /// <summary>Of its DevTools.</summary>
    public Uri Address { get; }

    public static async Task<Chromium> StartAsync()
    {
        var profile = Directory.CreateTempSubdirectory("aisec-chromium-");
        var start = new ProcessStartInfo(Path!) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (string[])["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank"])
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return new Chromium(process, profile, await AddressAsync(process, System.IO.Path.Combine(profile.FullName, "DevToolsActivePort")));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        // Processes of the browser may still write for a moment.
        for (var attempt = 0; attempt < 20; attempt++)
        {
            try
            {
                _profile.Delete(recursive: true);
                return;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>The browser writes its port into its profile as soon as it listens.</summary>
    private static async Task<Uri> AddressAsync(Process process, string file)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < StartTime && !process.HasExited; await Task.Delay(50))
        {
            if (File.Exists(file) && await File.ReadAllLinesAsync(file) is [var port, var path, ..])
                return new Uri($"ws://127.0.0.1:{port}{path}");
        }

        throw new InvalidOperationException(process.HasExited ? $"Chromium ended with {process.ExitCode}." : "Chromium did not start.");
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } given)
            return given;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
            .SelectMany(static folder => ((string[])["chromium", "chromium-browser", "google-chrome"]).Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
