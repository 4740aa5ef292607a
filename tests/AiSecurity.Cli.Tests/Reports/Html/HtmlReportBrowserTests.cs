using System.Buffers.Binary;
using System.IO.Compression;
using Deque.AxeCore.Commons;

namespace AiSecurity.Cli.Tests.Reports.Html;

public class HtmlReportBrowserTests(BrowserFixture fixture) : IClassFixture<BrowserFixture>
{
    [ChromiumFact]
    public async Task It_shows_something_and_asks_for_nothing()
    {
        await using var page = await fixture.OpenAsync();

        Assert.True(Colours(await page.ScreenshotAsync()) > 16);
        Assert.Equal([new Uri(fixture.Report).AbsoluteUri], page.Requests);
        Assert.Empty(page.Errors);
        Assert.Null(await page.EvaluateAsync("window.pwned"));
    }

    [ChromiumFact]
    public Task It_is_accessible_in_light() => CheckAccessibilityAsync(1280, "light");

    [ChromiumFact]
    public Task It_is_accessible_in_dark() => CheckAccessibilityAsync(1280, "dark");

    [ChromiumFact]
    public Task It_is_accessible_on_a_narrow_screen() => CheckAccessibilityAsync(400, "light");

    [ChromiumFact]
    public async Task Nothing_sticks_out_of_a_narrow_screen()
    {
        await using var page = await fixture.OpenAsync(width: 400);

        var wide = (await page.EvaluateAsync(
            "[...document.querySelectorAll('main *')].filter(element => element.checkVisibility() && element.getBoundingClientRect().right > 401 && getComputedStyle(element).position !== 'absolute').map(element => element.outerHTML.slice(0, 80))"))!.AsArray();
        Assert.Empty(wide.Select(static element => element!.GetValue<string>()));
        Assert.Equal(400, (await page.EvaluateAsync("document.documentElement.scrollWidth"))!.GetValue<int>());
    }

    [ChromiumFact]
    public async Task Colours_follow_the_system_until_somebody_chooses()
    {
        await using var page = await fixture.OpenAsync(scheme: "dark");
        async Task<string> BackgroundAsync() => (await page.EvaluateAsync("getComputedStyle(document.body).backgroundColor"))!.GetValue<string>();

        var system = await BackgroundAsync();
        await page.EvaluateAsync("document.getElementById('theme-light').click()");
        var light = await BackgroundAsync();
        await page.EvaluateAsync("document.getElementById('theme-dark').click()");

        Assert.Equal("rgb(15, 20, 25)", system);
        Assert.Equal("rgb(246, 247, 249)", light);
        Assert.Equal(system, await BackgroundAsync());
    }

    [ChromiumFact]
    public async Task Filters_leave_what_fits_them()
    {
        await using var page = await fixture.OpenAsync();
        async Task<int> ShownAsync() => (await page.EvaluateAsync("document.querySelectorAll('article.finding:not([hidden])').length"))!.GetValue<int>();

        var all = await ShownAsync();
        await page.EvaluateAsync("document.getElementById('show-warning').click()");
        var withoutWarnings = await ShownAsync();
        await page.EvaluateAsync("document.getElementById('show-warning').click()");
        await page.EvaluateAsync("(() => { const box = document.getElementById('filter-text'); box.value = 'AISEC201 line 12'; box.dispatchEvent(new Event('input', { bubbles: true })); })()");
        var byText = await ShownAsync();
        await page.EvaluateAsync("(() => { const box = document.getElementById('filter-repository'); box.value = '2'; box.dispatchEvent(new Event('input', { bubbles: true })); })()");

        Assert.Equal((7, 2, 2, 1), (all, withoutWarnings, byText, await ShownAsync()));
        Assert.Equal("1 of 7 findings", (await page.EvaluateAsync("document.getElementById('filter-result').textContent"))!.GetValue<string>());
        Assert.Empty(page.Errors);
    }

    private async Task CheckAccessibilityAsync(int width, string scheme)
    {
        await using var page = await fixture.OpenAsync(width, scheme);
        // Closed parts count as well.
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
        await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript() + "; null");

        var result = (await page.EvaluateAsync(
            "axe.run(document).then(result => ({ passes: result.passes.map(rule => rule.id), violations: result.violations.map(rule => `${rule.id}: ${rule.help}: ${rule.nodes.slice(0, 3).map(node => node.html + ' ' + node.failureSummary).join(' | ')}`) }))"))!;

        Assert.Empty(result["violations"]!.AsArray().Select(static violation => violation!.GetValue<string>()));
        Assert.Contains("color-contrast", result["passes"]!.AsArray().Select(static rule => rule!.GetValue<string>()));
    }

    /// <summary>How many different bytes the picture is made of; a blank page has a handful.</summary>
    private static int Colours(byte[] png)
    {
        using var data = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                data.Write(png, at + 8, length);
            at += length + 12;
        }

        data.Position = 0;
        using var pixels = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionMode.Decompress))
            zlib.CopyTo(pixels);
        return pixels.ToArray().Distinct().Count();
    }
}
