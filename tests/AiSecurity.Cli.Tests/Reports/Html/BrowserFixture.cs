namespace AiSecurity.Cli.Tests.Reports.Html;

/// <summary>One browser and one report for all tests that look at it.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aisec-report-");
    private Chromium? _browser;

    public string Report => System.IO.Path.Combine(_folder.FullName, "report.html");

    public async Task InitializeAsync()
    {
        if (Chromium.Path is null)
            return;
        await File.WriteAllTextAsync(Report, await HtmlReportTests.WriteAsync(ReportSample.Create()));
        _browser = await Chromium.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    internal Task<ChromiumPage> OpenAsync(int width = 1280, string scheme = "light") => ChromiumPage.OpenAsync(_browser!, Report, width, scheme);
}
