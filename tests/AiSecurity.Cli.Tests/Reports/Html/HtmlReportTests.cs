using AiSecurity.Cli.Reports.Html;
using AiSecurity.Cli.Scanning;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AiSecurity.Cli.Tests.Reports.Html;

public class HtmlReportTests
{
    [Fact]
    public async Task The_page_is_well_formed()
    {
        var errors = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsStrictMode = false });
        parser.Error += (_, error) => errors.Add(((AngleSharp.Html.Dom.Events.HtmlErrorEvent)error).Message);

        parser.ParseDocument(await WriteAsync(ReportSample.Create()));

        Assert.Empty(errors);
    }

    [Fact]
    public async Task Nothing_of_a_repository_becomes_markup()
    {
        var page = await ParseAsync(ReportSample.Create());

        Assert.Empty(page.QuerySelectorAll("img, iframe, object, embed, link, base, audio, video"));
        Assert.Single(page.QuerySelectorAll("script"));
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.DoesNotContain(page.All.SelectMany(static element => element.Attributes), static attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style");
        Assert.Empty(page.Descendants<IComment>());
        foreach (var selector in (string[])["#scope h3", ".finding .place", ".finding > p", ".finding .state", ".finding code", "#unseen td", "#unseen li", "#scope th", "#inventory th", "#inventory td", "#filter option"])
            Assert.Contains(page.QuerySelectorAll(selector), static element => element.TextContent.Contains(ReportSample.Hostile, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_loaded_and_only_the_page_s_own_script_may_run()
    {
        var page = await ParseAsync(ReportSample.Create());

        var policy = page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!;
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains($"script-src 'sha256-{Hash(page.QuerySelector("script")!.TextContent)}'", policy, StringComparison.Ordinal);
        Assert.Contains($"style-src 'sha256-{Hash(page.QuerySelector("style")!.TextContent)}'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[src], [srcset], [data], [poster], [action], [formaction], [background]"));
        Assert.All(page.QuerySelectorAll("[href]"), static link => Assert.Equal("a", link.LocalName));
        Assert.All(page.Links.Cast<IHtmlAnchorElement>().Select(static link => link.GetAttribute("href")!).Where(static href => href[0] != '#'), static href =>
            Assert.True(href.StartsWith("https://github.com/", StringComparison.Ordinal) || href.StartsWith("https://cwe.mitre.org/", StringComparison.Ordinal) || href.StartsWith("https://atlas.mitre.org/", StringComparison.Ordinal), href));
    }

    [Fact]
    public async Task Characters_that_nobody_sees_are_shown()
    {
        var result = ReportSample.Create();
        var finding = ReportSample.Finding("AISEC101", RuleSeverity.Warning, 1);
        // Turns the direction of the text, so that code reads as something else than it is.
        finding = finding with { Message = "A\u0007B", Place = finding.Place with { Code = "if (access == \"user\u202E \u2066// Admin\u2069\")" } };
        result = result with { Repositories = [result.Repositories[0] with { Findings = [finding] }] };

        var page = await ParseAsync(result);

        Assert.Equal("if (access == \"user\\u202E \\u2066// Admin\\u2069\")", page.QuerySelector(".finding code")!.TextContent);
        Assert.Contains(page.QuerySelectorAll(".finding p"), static text => text.TextContent == "A\\u0007B");
    }

    [Fact]
    public async Task Every_finding_is_there_once_with_its_place_and_message()
    {
        var result = ReportSample.Create();

        var page = await ParseAsync(result);

        var articles = page.QuerySelectorAll("article.finding");
        Assert.Equal(result.Findings.Count(), articles.Length);
        Assert.All(result.Findings, finding => Assert.Contains(articles, article =>
            article.TextContent.Contains(finding.Message, StringComparison.Ordinal)
            && article.TextContent.Contains($"{finding.Place.File}:{finding.Place.Line}:{finding.Place.Column}", StringComparison.Ordinal)
            && article.TextContent.Contains(finding.Place.Code, StringComparison.Ordinal)
            && article.QuerySelector(".badge")!.TextContent == finding.Severity.ToString().ToLowerInvariant()
            && article.Closest("section.rule")!.QuerySelector("h4")!.TextContent.StartsWith(finding.Rule.Id, StringComparison.Ordinal)));
        Assert.Equal(result.Findings.Count(static finding => !finding.IsOpen), page.QuerySelectorAll("details.closed article.finding").Length);
    }

    [Fact]
    public async Task The_way_of_a_text_is_in_the_order_of_the_text()
    {
        var page = await ParseAsync(ReportSample.Create());

        Assert.Equal(["Comes in 3", "Passes 7", "Arrives 12"], Way(page, "rule-aisec201"));
        Assert.Equal(["Comes in 40", "Arrives 44"], Way(page, "rule-aisec406"));
    }

    [Fact]
    public async Task Paths_break_behind_their_parts_and_stay_what_they_are()
    {
        var page = await ParseAsync(ReportSample.Create());

        var place = page.QuerySelector(".finding .place")!;
        Assert.Equal("src/Program.cs:12:5", place.TextContent);
        Assert.Equal("src/<wbr>Program.cs:12:5", place.InnerHtml);
    }

    [Fact]
    public async Task Headings_landmarks_and_tables_are_for_screen_readers_too()
    {
        var page = await ParseAsync(ReportSample.Create());

        var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(static heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), static pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.Second} stands under h{pair.First}"));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        foreach (var landmark in (string[])["header", "nav", "main", "footer"])
            Assert.Single(page.QuerySelectorAll(landmark));
        Assert.All(page.QuerySelectorAll("table"), static table =>
        {
            Assert.NotNull(table.QuerySelector("caption"));
            Assert.All(table.QuerySelectorAll("th"), static header => Assert.Contains(header.GetAttribute("scope"), (string[])["col", "row"]));
        });
        Assert.All(page.QuerySelectorAll("input, select"), input => Assert.NotNull(page.QuerySelector($"label[for='{input.Id}']")));
    }

    [Fact]
    public async Task Ids_are_unique_and_links_within_the_page_lead_somewhere()
    {
        var page = await ParseAsync(ReportSample.Create());

        var ids = page.QuerySelectorAll("[id]").Select(static element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(page.QuerySelectorAll("a[href^='#']").Select(static link => link.GetAttribute("href")![1..]), id => Assert.Contains(id, ids));
        Assert.All(page.QuerySelectorAll("[aria-labelledby]").Select(static element => element.GetAttribute("aria-labelledby")!), id => Assert.Contains(id, ids));
    }

    [Fact]
    public async Task A_scan_without_findings_is_a_report_too()
    {
        using var repository = new Repository().With("App.csproj", Repository.Project).With("Program.cs", "System.Console.WriteLine();");
        var report = repository.Path("report.html");

        await Aisec.RunAsync("scan", repository.Root, "--no-msbuild", "--html", report);

        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(report));
        Assert.Contains("No open findings", page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("could not be read completely", page.QuerySelector(".verdict")!.TextContent, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Way(IHtmlDocument page, string rule) =>
        page.GetElementById(rule)!.Closest("section")!.QuerySelector(".flow")!.QuerySelectorAll("li")
            .Select(static step => $"{step.QuerySelector(".step")!.TextContent} {step.QuerySelector(".place")!.TextContent.Split(':')[1]}");

    private static string Hash(string text) => Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    private static async Task<IHtmlDocument> ParseAsync(ScanResult result) => new HtmlParser().ParseDocument(await WriteAsync(result));

    internal static async Task<string> WriteAsync(ScanResult result)
    {
        using var stream = new MemoryStream();
        await new HtmlReport().WriteAsync(result, stream, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
