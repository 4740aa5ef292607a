using AiSecurity.Cli.Loading;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Tests.Scanning;

/// <summary>Scans that only read files.</summary>
public class SourceScanTests
{
    [Fact]
    public async Task Finds_mistakes_in_a_project_that_only_was_read()
    {
        using var repository = new Repository().With("src/App.csproj", Repository.Project).With("src/Clients.cs", Repository.KeyedClient);

        var result = await Aisec.ReadAsync(repository.Root);

        var finding = Assert.Single(result.Findings, static finding => finding.Rule.Id == "AISEC102");
        Assert.Equal("src/Clients.cs", finding.Place.File);
        Assert.Equal(7, finding.Place.Line);
        var project = Assert.Single(Assert.Single(result.Repositories).Projects);
        Assert.Equal(("App", "src/App.csproj", Reading.Source, true), (project.Name, project.Path, project.Reading, project.UsesAi));
    }

    [Fact]
    public async Task Looks_at_projects_whose_packages_are_nowhere()
    {
        using var repository = new Repository()
            .With("App.csproj", Repository.Project.Replace("Azure.AI.OpenAI", "Azure.AI.ContentSafety", StringComparison.Ordinal))
            .With("Clients.cs", """
                class Clients
                {
                    void Send(System.Net.Http.HttpClient http, string key)
                    {
                        http.BaseAddress = new System.Uri("https://contoso.cognitiveservices.azure.com");
                        http.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", key);
                    }
                }
                """);

        var result = await Aisec.ReadAsync(repository.Root);

        Assert.Equal(["AISEC103"], result.Findings.Select(static finding => finding.Rule.Id));
    }

    [Fact]
    public async Task Binds_calls_of_packages_that_are_nowhere()
    {
        using var repository = new Repository()
            .With("App.csproj", Repository.Project.Replace("Azure.AI.OpenAI", "Azure.AI.ContentSafety", StringComparison.Ordinal))
            .With("Clients.cs", $$"""
                using Azure;
                using Azure.AI.ContentSafety;
                class Clients
                {
                    object Create() => new ContentSafetyClient(new System.Uri("https://contoso.cognitiveservices.azure.com"), new AzureKeyCredential("{{Repository.Key}}"));
                }
                """);

        Assert.Equal(["AISEC102"], (await Aisec.ReadAsync(repository.Root)).Findings.Select(static finding => finding.Rule.Id));
    }

    [Fact]
    public async Task Reads_programs_without_a_project()
    {
        using var repository = new Repository()
            .With("one.cs", "#:package Azure.AI.OpenAI@2.1.0\n" + Program("one"))
            .With("two.cs", Program("two"));

        var result = await Aisec.ReadAsync(repository.Root);

        Assert.Equal(["one.cs", "two.cs"], result.Findings.Where(static finding => finding.Rule.Id == "AISEC102").Select(static finding => finding.Place.File));

        static string Program(string name) =>
            $"using Azure;\nusing Azure.AI.OpenAI;\nvar {name} = new AzureOpenAIClient(new Uri(\"https://contoso.openai.azure.com\"), new AzureKeyCredential(\"{Repository.Key}\"));\n";
    }

    [Fact]
    public async Task Goes_on_beside_a_broken_project_file()
    {
        using var repository = new Repository()
            .With("a/Broken.csproj", "<Project>")
            .With("b/App.csproj", Repository.Project).With("b/Clients.cs", Repository.KeyedClient);

        var projects = Assert.Single((await Aisec.ReadAsync(repository.Root)).Repositories).Projects;

        Assert.Equal([Reading.None, Reading.Source], projects.Select(static project => project.Reading));
        Assert.Contains("cannot be read", Assert.Single(projects[0].Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Obeys_the_configuration_of_the_repository()
    {
        using var repository = new Repository()
            .With(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.AISEC102.severity = error\ndotnet_diagnostic.AISEC101.severity = none\n")
            .With("src/App.csproj", Repository.Project).With("src/Clients.cs", Repository.KeyedClient);

        var findings = (await Aisec.ReadAsync(repository.Path("src"))).Findings.ToList();

        Assert.Equal(RuleSeverity.Error, Assert.Single(findings, static finding => finding.Rule.Id == "AISEC102").Severity);
        Assert.DoesNotContain(findings, static finding => finding.Rule.Id == "AISEC101");
    }

    [Fact]
    public async Task Is_not_silenced_by_a_line_about_all_analyzers()
    {
        using var repository = new Repository()
            .With(".editorconfig", "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.severity = none\n")
            .With("App.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient);

        Assert.Contains("AISEC102", (await Aisec.ReadAsync(repository.Root)).Findings.Select(static finding => finding.Rule.Id));
    }

    [Fact]
    public async Task Is_silenced_by_a_line_about_its_category()
    {
        using var repository = new Repository()
            .With(".editorconfig", "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.category-AiSecurity.severity = none\n")
            .With("App.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient);

        Assert.Empty((await Aisec.ReadAsync(repository.Root)).Findings);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("strict", true)]
    public async Task Switches_optional_rules_on_with_the_strict_preset(string? preset, bool isReported)
    {
        using var repository = new Repository().With("App.csproj", Repository.Project.Replace("Microsoft.NET.Sdk", "Microsoft.NET.Sdk.Web", StringComparison.Ordinal)).With("Chat.cs", """
            using OpenAI.Chat;
            class Chat
            {
                System.ClientModel.ClientResult<ChatCompletion> Ask(ChatClient client) => client.CompleteChat([new UserChatMessage("Hello")], new ChatCompletionOptions());
            }
            """);

        var result = await Aisec.ScanAsync(new ScanOptions { Paths = [repository.Root], Load = new LoadOptions(UsesMsBuild: false, Preset: preset) });

        Assert.Equal(isReported, result.Findings.Any(static finding => finding.Rule.Id == "AISEC307"));
    }

    [Fact]
    public async Task Looks_into_settings_files()
    {
        using var repository = new Repository()
            .With("App.csproj", Repository.Project).With("Program.cs", "System.Console.WriteLine();")
            .With("config/appsettings.Production.json", $$"""{ "AzureOpenAI": { "ApiKey": "{{Repository.Key}}" } }""");

        var finding = Assert.Single((await Aisec.ReadAsync(repository.Root)).Findings, static finding => finding.Rule.Id == "AISEC104");

        Assert.Equal("config/appsettings.Production.json", finding.Place.File);
    }

    [Fact]
    public async Task Reports_only_keys_in_test_projects()
    {
        using var repository = new Repository()
            .With("App.Tests.csproj", Repository.Project.Replace("<ItemGroup>", "<ItemGroup><PackageReference Include=\"Microsoft.NET.Test.Sdk\" Version=\"18.0.1\" />", StringComparison.Ordinal))
            .With("Clients.cs", Repository.KeyedClient);

        var result = await Aisec.ReadAsync(repository.Root);

        Assert.Equal(["AISEC102"], result.Findings.Select(static finding => finding.Rule.Id));
        Assert.True(Assert.Single(Assert.Single(result.Repositories).Projects).IsTest);
    }

    [Fact]
    public async Task Makes_one_finding_of_a_file_that_two_projects_share()
    {
        using var repository = new Repository().With("A.csproj", Repository.Project).With("B.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient);

        var finding = Assert.Single((await Aisec.ReadAsync(repository.Root)).Findings, static finding => finding.Rule.Id == "AISEC102");

        Assert.Equal(["A", "B"], finding.Projects.AsEnumerable());
    }

    [Fact]
    public async Task Takes_only_the_rules_and_severities_that_were_asked_for()
    {
        using var repository = new Repository().With("App.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient);

        var result = await Aisec.ScanAsync(new ScanOptions { Paths = [repository.Root], Load = new LoadOptions(UsesMsBuild: false), Rules = ["AISEC2*", "aisec102"] });

        Assert.Equal(["AISEC102"], result.Findings.Select(static finding => finding.Rule.Id));
        Assert.All(result.Rules, static rule => Assert.Matches("^AISEC(2..|102)$", rule.Id));
        Assert.DoesNotContain("AISEC102", result.CleanRules.Select(static rule => rule.Id));
    }

    [Fact]
    public async Task Knows_what_is_suppressed_in_the_source()
    {
        using var repository = new Repository().With("App.csproj", Repository.Project).With("Clients.cs", "#pragma warning disable AISEC101, AISEC102 // known\n" + Repository.KeyedClient);

        var result = await Aisec.ReadAsync(repository.Root);

        Assert.NotNull(Assert.Single(result.Findings, static finding => finding.Rule.Id == "AISEC102").Suppression);
        Assert.Empty(result.Open);
    }

    [Fact]
    public async Task Stops_when_it_is_cancelled()
    {
        using var repository = new Repository().With("App.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient);
        var options = new ScanOptions { Paths = [repository.Root], Load = new LoadOptions(UsesMsBuild: false) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Aisec.ScanAsync(options, new CancellationToken(canceled: true)));
    }
}
