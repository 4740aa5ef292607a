using System.Text.Json;

namespace AiSecurity.Package.Tests;

/// <summary>What somebody sees who installs the package and builds.</summary>
[Collection(SetupCollection.Name)]
public class BuildTests(PackedPackage package)
{
    [Fact]
    public async Task A_console_application_gets_warnings_at_the_right_lines()
    {
        using var application = Application.Create(package, Sources.Console);
        var build = await application.BuildAsync();
        Assert.Equal(Sources.Due(Sources.Console), build.Reported);
        Assert.True(build.ExitCode == 0, build.Output);
    }

    [Fact]
    public async Task A_web_application_with_the_newest_SDK_gets_warnings_at_the_right_lines()
    {
        using var application = Application.Create(package, Sources.Web, "Microsoft.NET.Sdk.Web", Packages.NewestAzureOpenAI);
        var build = await application.BuildAsync();
        Assert.Equal(Sources.Due(Sources.Web), build.Reported);
        Assert.True(build.ExitCode == 0, build.Output);
    }

    [Fact]
    public async Task A_project_without_AI_gets_nothing()
    {
        using var application = Application.Create(package, Sources.NoAi, packages: Packages.None);
        var build = await application.BuildAsync();
        Assert.Empty(build.Reported);
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(application.Folder, "bin"), "AiSecurity*", SearchOption.AllDirectories));
    }

    /// <summary>The property reaches the analyzers only through the package's props.</summary>
    [Fact]
    public async Task A_test_project_gets_hard_coded_keys_only()
    {
        using var application = Application.Create(package, Sources.Console, properties: "<IsTestProject>true</IsTestProject>");
        var build = await application.BuildAsync();
        Assert.Equal(Sources.Due(Sources.Console, (severity, id) => id == "AISEC102" ? severity : null), build.Reported);
    }

    [Fact]
    public async Task The_log_has_results_with_help_and_controls()
    {
        using var application = Application.Create(package, Sources.Console);
        await application.BuildAsync();

        var run = application.ReadLog().GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToDictionary(rule => rule.GetProperty("id").GetString()!);
        var results = run.GetProperty("results").EnumerateArray().Where(result => result.GetProperty("ruleId").GetString()!.StartsWith("AISEC", StringComparison.Ordinal)).ToList();

        string[] found = [.. results.Select(result => $"{Line(result)} {result.GetProperty("level").GetString()} {result.GetProperty("ruleId").GetString()}").Order(StringComparer.Ordinal)];
        Assert.Equal(["7 warning AISEC101", "8 warning AISEC102", "9 note AISEC101"], found);

        foreach (var id in new[] { "AISEC101", "AISEC102" })
        {
            Assert.Equal($"https://github.com/aisecurity-net/AiSecurity.Analyzers/blob/main/docs/rules/{id}.md", rules[id].GetProperty("helpUri").GetString());
            var tags = rules[id].GetProperty("properties").GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ToList();
            Assert.Contains("Guidance:Access 1", tags);
            Assert.Contains("OWASP-LLM:LLM02:2025", tags);
            foreach (var result in results.Where(result => result.GetProperty("ruleId").GetString() == id))
            {
                Assert.Equal(string.Join(", ", tags), result.GetProperty("properties").GetProperty("customProperties").GetProperty("controls").GetString());
                Assert.DoesNotContain("3f9a7c1e", result.GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
            }
        }
    }

    private static int Line(JsonElement result) =>
        result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32();
}
