namespace AiSecurity.Package.Tests;

/// <summary>What docs/configuration.md promises, tried on one application.</summary>
[Collection(SetupCollection.Name)]
public class ConfigurationTests(PackedPackage package, ConfigurationTests.Shared shared) : IClassFixture<ConfigurationTests.Shared>
{
    private const string MasterSwitch = "dotnet_analyzer_diagnostic.category-AiSecurity.severity";

    [Fact]
    public async Task Warnings_as_errors_fails_with_exactly_the_warnings()
    {
        var build = await BuildAsync("", "-warnaserror");
        Assert.Equal(Due((severity, _) => severity == "warning" ? "error" : null), build.Reported);
        Assert.NotEqual(0, build.ExitCode);
    }

    [Theory]
    [InlineData("error", "error")]
    [InlineData("none", null)]
    [InlineData("suggestion", null)]
    public async Task One_rule_can_be_changed(string severity, string? shown)
    {
        var build = await BuildAsync($"dotnet_diagnostic.AISEC101.severity = {severity}");
        Assert.Equal(Due((usual, id) => id == "AISEC101" ? shown : usual), build.Reported);
        Assert.Equal(severity == "error", build.ExitCode != 0);
    }

    [Fact]
    public async Task One_line_switches_everything_off() => Assert.Empty((await BuildAsync($"{MasterSwitch} = none")).Reported);

    [Fact]
    public async Task None_switches_everything_off()
    {
        var build = await BuildAsync("ai_security.credential = nonsense", "-p:AiSecurityMode=none");
        Assert.Empty(build.Reported);
        Assert.Equal(0, build.ExitCode);
    }

    [Fact]
    public async Task Recommended_is_what_the_rules_say_themselves() => Assert.Equal(Due((severity, _) => severity), (await BuildAsync("", "-p:AiSecurityMode=recommended")).Reported);

    [Fact]
    public async Task Strict_makes_errors_of_keys_and_warnings_of_suggestions()
    {
        var build = await BuildAsync("", "-p:AiSecurityMode=Strict");
        Assert.Equal(Due((_, id) => id == "AISEC102" ? "error" : "warning"), build.Reported);
        Assert.NotEqual(0, build.ExitCode);
    }

    [Fact]
    public async Task An_editorconfig_wins_over_a_preset()
    {
        var build = await BuildAsync("dotnet_diagnostic.AISEC102.severity = warning\ndotnet_diagnostic.AISEC101.severity = none", "-p:AiSecurityMode=strict");
        Assert.Equal(Due((_, id) => id == "AISEC102" ? "warning" : null), build.Reported);

        build = await BuildAsync("dotnet_diagnostic.AISEC102.severity = warning", "-p:AiSecurityMode=none");
        Assert.Equal(Due((_, id) => id == "AISEC102" ? "warning" : null), build.Reported);
    }

    /// <summary>Documented: lines for single rules, which a preset has, win over a line for the category.</summary>
    [Fact]
    public async Task The_master_switch_does_not_reach_strict() => Assert.NotEmpty((await BuildAsync($"{MasterSwitch} = none", "-p:AiSecurityMode=strict")).Reported);

    [Fact]
    public async Task An_unknown_mode_is_reported_and_changes_nothing()
    {
        var build = await BuildAsync("", "-p:AiSecurityMode=paranoid");
        Assert.Equal([.. Due((severity, _) => severity), "App.csproj: warning AISEC901"], build.Reported.OrderBy(line => line.StartsWith("App", StringComparison.Ordinal)));
        Assert.Contains("known values are none, recommended, strict", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_option_value_is_reported()
    {
        var build = await BuildAsync("ai_security.credential = nonsense");
        Assert.Contains("CSC: warning AISEC901", build.Reported);
    }

    [Fact]
    public async Task Catalogs_beside_the_project_are_read_once()
    {
        var application = shared.Of(package);
        application.Write("AiSecurity.catalog.txt", "nonsense\n");
        application.Write("more.aisecurity.txt", "# fine\nnonsense too\n");
        try
        {
            // One of them is named by the project itself.
            var build = await BuildAsync("", "-p:Listed=AiSecurity.catalog.txt");
            Assert.Equal(["AiSecurity.catalog.txt(1): warning AISEC901", "more.aisecurity.txt(2): warning AISEC901"], build.Reported.Where(line => line.EndsWith("AISEC901", StringComparison.Ordinal)));

            var log = application.ReadLog().GetProperty("runs")[0].GetProperty("results").EnumerateArray();
            Assert.Equal(2, log.Count(result => result.GetProperty("ruleId").GetString() == "AISEC901"));
        }
        finally
        {
            application.Delete("AiSecurity.catalog.txt");
            application.Delete("more.aisecurity.txt");
        }
    }

    private static string[] Due(Func<string, string, string?> severity) => Sources.Due(Sources.Console, severity);

    private async Task<BuildResult> BuildAsync(string editorConfig, params string[] arguments)
    {
        var application = shared.Of(package);
        application.Configure(editorConfig);
        return await application.BuildAsync(arguments);
    }

    /// <summary>Restored once.</summary>
    public sealed class Shared : IDisposable
    {
        private Application? _application;

        public void Dispose() => _application?.Dispose();

        internal Application Of(PackedPackage package)
        {
            if (_application is not null)
                return _application;

            _application = Application.Create(package, Sources.Console);
            _application.Write("App.csproj", _application.Read("App.csproj").Replace("</Project>", """<ItemGroup><AdditionalFiles Include="$(Listed)" Condition="'$(Listed)' != ''" /></ItemGroup></Project>""", StringComparison.Ordinal));
            return _application;
        }
    }
}
