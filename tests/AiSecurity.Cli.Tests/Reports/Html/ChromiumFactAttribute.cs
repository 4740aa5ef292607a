namespace AiSecurity.Cli.Tests.Reports.Html;

/// <summary>A test in a real browser, where there is one.</summary>
public sealed class ChromiumFactAttribute : FactAttribute
{
    public ChromiumFactAttribute()
    {
        if (Chromium.Path is null)
            Skip = "There is no Chromium on this machine. Install one, or set CHROMIUM_PATH to the program.";
    }
}
