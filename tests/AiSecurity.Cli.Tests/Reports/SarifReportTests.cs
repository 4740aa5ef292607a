using System.Text.Json;

namespace AiSecurity.Cli.Tests.Reports;

/// <summary>What SARIF 2.1.0 demands of the members that the tool writes.</summary>
public class SarifReportTests
{
    private const string Page =
        """
        using Microsoft.AspNetCore.Builder;
        using OpenAI.Chat;

        var app = WebApplication.CreateBuilder(args).Build();
        app.MapPost("/ask", (string question, ChatClient chat) =>
        {
            var text = "Answer: " + question;
            return chat.CompleteChat(text).Value.Content[0].Text;
        });
        app.Run();
        """;

    [Fact]
    public async Task Every_run_has_what_the_format_demands()
    {
        using var document = await ScanAsync();

        Assert.Equal("2.1.0", document.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(document.RootElement.GetProperty("runs").EnumerateArray());
        var driver = run.GetProperty("tool").GetProperty("driver");
        Assert.Equal("aisec", driver.GetProperty("name").GetString());
        Assert.StartsWith("file:///", run.GetProperty("originalUriBaseIds").GetProperty("SRCROOT").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("/", run.GetProperty("originalUriBaseIds").GetProperty("SRCROOT").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.True(Assert.Single(run.GetProperty("invocations").EnumerateArray()).GetProperty("executionSuccessful").GetBoolean());
        Assert.All(driver.GetProperty("rules").EnumerateArray(), static rule =>
        {
            Assert.NotEmpty(rule.GetProperty("shortDescription").GetProperty("text").GetString()!);
            Assert.True(Uri.TryCreate(rule.GetProperty("helpUri").GetString(), UriKind.Absolute, out _));
            Assert.Contains("security", rule.GetProperty("properties").GetProperty("tags").EnumerateArray().Select(static tag => tag.GetString()));
        });
    }

    [Fact]
    public async Task Every_relationship_leads_to_a_taxon()
    {
        using var document = await ScanAsync();

        var run = document.RootElement.GetProperty("runs")[0];
        var taxa = run.GetProperty("taxonomies").EnumerateArray()
            .SelectMany(static catalog => catalog.GetProperty("taxa").EnumerateArray().Select(taxon => (catalog.GetProperty("name").GetString(), taxon.GetProperty("id").GetString()))).ToHashSet();
        var targets = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Where(static rule => rule.TryGetProperty("relationships", out _))
            .SelectMany(static rule => rule.GetProperty("relationships").EnumerateArray()).Select(static relationship => relationship.GetProperty("target"))
            .Select(static target => (target.GetProperty("toolComponent").GetProperty("name").GetString(), target.GetProperty("id").GetString())).ToList();

        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.Contains(target, taxa));
    }

    [Fact]
    public async Task Every_result_points_to_its_rule_and_into_the_repository()
    {
        using var document = await ScanAsync();

        var run = document.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.NotEqual(0, run.GetProperty("results").GetArrayLength());
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.Contains(result.GetProperty("level").GetString(), (string[])["error", "warning", "note"]);
            Assert.Matches("^[0-9a-f]{32}$", result.GetProperty("partialFingerprints").GetProperty("aisec/v1").GetString());
            var place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
            Assert.Equal("SRCROOT", place.GetProperty("artifactLocation").GetProperty("uriBaseId").GetString());
            Assert.Equal("a%20folder/Program.cs", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
            Assert.InRange(place.GetProperty("region").GetProperty("startLine").GetInt32(), 1, 10);
        }
    }

    [Fact]
    public async Task The_way_of_a_text_is_a_code_flow_that_ends_at_the_result()
    {
        using var document = await ScanAsync();

        var result = Assert.Single(document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray(), static result => result.GetProperty("ruleId").GetString() == "AISEC201");
        var locations = result.GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations").EnumerateArray().Select(static step => step.GetProperty("location").GetProperty("physicalLocation")).ToList();

        Assert.Equal(5, LineOf(locations[0]));
        Assert.Equal(8, LineOf(locations[^1]));
        Assert.True(JsonElement.DeepEquals(result.GetProperty("locations")[0].GetProperty("physicalLocation"), locations[^1]));
    }

    private static int LineOf(JsonElement place) => place.GetProperty("region").GetProperty("startLine").GetInt32();

    private static async Task<JsonDocument> ScanAsync()
    {
        using var repository = new Repository()
            .With("a folder/App.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="OpenAI" Version="2.1.0" /></ItemGroup></Project>""")
            .With("a folder/Program.cs", Page);
        await Aisec.RunAsync("scan", repository.Root, "--no-msbuild", "--sarif", repository.Path("out.sarif"));
        return JsonDocument.Parse(File.ReadAllText(repository.Path("out.sarif")));
    }
}
