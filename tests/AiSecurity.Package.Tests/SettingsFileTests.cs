namespace AiSecurity.Package.Tests;

/// <summary>The settings files that the package hands to the compiler.</summary>
[Collection(SetupCollection.Name)]
public class SettingsFileTests(PackedPackage package)
{
    private const string Key = "3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64";

    private const string Settings = $$"""
        {
          // where it is
          "AzureOpenAI": {
            "Endpoint": "https://contoso.openai.azure.com",
            "ApiKey": "{{Key}}",
          }
        }
        """;

    [Fact]
    public async Task Keys_are_reported_at_their_lines()
    {
        using var application = Create();
        application.Write("appsettings.json", Settings);
        application.Write("appsettings.Development.json", "{ \"OpenAI\": { \"Key\": \"<key>\" } }");
        application.Write(".env", $"A=b\n\nAZURE_OPENAI_KEY={Key}\n");
        application.Write("App.config", $"<configuration>\n<appSettings>\n<add key=\"OpenAI:Key\" value=\"{Key}\" />\n</appSettings>\n</configuration>");
        foreach (var folder in new[] { "Properties", "Admin", "bin", "obj/x", "publish" })
            Directory.CreateDirectory(Path.Combine(application.Folder, folder));
        application.Write("Properties/launchSettings.json", $"{{\n\"profiles\": {{ \"App\": {{ \"environmentVariables\": {{\n\"OPENAI_API_KEY\": \"{Key}\" }} }} }} }}");
        application.Write("Admin/appsettings.Admin.json", Settings);
        // What a build or publish has copied is no second finding.
        application.Write("bin/appsettings.json", Settings);
        application.Write("obj/x/appsettings.json", Settings);
        application.Write("publish/appsettings.json", Settings);

        var build = await application.BuildAsync();
        Assert.Equal(
            [".env(3): warning AISEC104", "App.config(3): warning AISEC104", "appsettings.Admin.json(5): warning AISEC104", "appsettings.json(5): warning AISEC104", "launchSettings.json(3): warning AISEC104"],
            build.Reported);
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.DoesNotContain(Key[..8], build.Output, StringComparison.Ordinal);
        Assert.Equal(5, Results(application));
    }

    [Fact]
    public async Task A_file_that_the_project_names_itself_is_looked_at_once()
    {
        using var application = Create("</PropertyGroup><ItemGroup><AdditionalFiles Include=\"appsettings.json\" /></ItemGroup><PropertyGroup>");
        application.Write("appsettings.json", Settings);
        var build = await application.BuildAsync();
        Assert.Equal(["appsettings.json(5): warning AISEC104"], build.Reported);
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Equal(1, Results(application));
    }

    [Fact]
    public async Task A_property_leaves_them_out()
    {
        using var application = Create("<AiSecuritySettingsFiles>false</AiSecuritySettingsFiles>");
        application.Write("appsettings.json", Settings);
        var build = await application.BuildAsync();
        Assert.Empty(build.Reported);
        Assert.True(build.ExitCode == 0, build.Output);
    }

    /// <summary>The web SDK has the file among its own items already.</summary>
    [Fact]
    public async Task A_web_application_is_looked_at_once()
    {
        using var application = Application.Create(package, "WebApplication.CreateBuilder(args).Build().Run();", "Microsoft.NET.Sdk.Web");
        application.Write("appsettings.json", Settings);
        var build = await application.BuildAsync();
        Assert.Equal(["appsettings.json(5): warning AISEC104"], build.Reported);
        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Equal(1, Results(application));
    }

    private Application Create(string properties = "") => Application.Create(package, "Console.WriteLine();", properties: properties);

    private static int Results(Application application) => application.ReadLog().GetProperty("runs")[0].GetProperty("results").EnumerateArray()
        .Count(result => result.GetProperty("ruleId").GetString() == "AISEC104");
}
