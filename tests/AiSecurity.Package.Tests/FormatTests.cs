namespace AiSecurity.Package.Tests;

/// <summary>dotnet format finds the fixes in the package and applies them.</summary>
[Collection(PackageCollection.Name)]
public class FormatTests(PackedPackage package)
{
    [Fact]
    public async Task Fixes_a_console_application()
    {
        using var application = Application.Create(package, Sources.Console);
        await FormatAndBuildAsync(application);
        Assert.DoesNotContain("AzureKeyCredential", application.Read("Program.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fixes_a_web_application()
    {
        using var application = Application.Create(package, Sources.Web, "Microsoft.NET.Sdk.Web", Packages.NewestAzureOpenAI);
        await FormatAndBuildAsync(application);
        Assert.DoesNotContain("b7a3e1c5", application.Read("Program.cs"), StringComparison.Ordinal);
    }

    private static async Task FormatAndBuildAsync(Application application)
    {
        // Suggestions of ours would not show in the output of a build.
        application.Configure("dotnet_diagnostic.AISEC101.severity = warning\ndotnet_diagnostic.AISEC102.severity = warning");
        string[] format = ["format", "analyzers", "--diagnostics", "AISEC101", "AISEC102", "--severity", "info"];
        (await Dotnet.RunAsync(application.Folder, format)).Succeeded();

        var build = await application.BuildAsync();
        Assert.True(build.ExitCode == 0 && build.Reported.Length == 0, build.Output + application.Read("Program.cs"));
        (await Dotnet.RunAsync(application.Folder, [.. format, "--no-restore", "--verify-no-changes"])).Succeeded();
    }
}
