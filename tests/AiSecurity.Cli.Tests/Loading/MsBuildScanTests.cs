using AiSecurity.Cli.Loading;
using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Tests.Loading;

/// <summary>Scans through MSBuild, of a repository whose packages do not restore. Takes no network: its only package source is an empty folder.</summary>
public class MsBuildScanTests
{
    [Fact]
    public async Task Scans_what_loads_and_says_what_did_not()
    {
        using var repository = new Repository()
            .With("nuget.config", """<configuration><packageSources><clear /><add key="none" value="none" /></packageSources><config><add key="globalPackagesFolder" value="none/packages" /></config></configuration>""")
            .With("none/readme.txt", "")
            .With("app/App.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><LangVersion>latest</LangVersion><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>
                  <ItemGroup><PackageReference Include="Azure.AI.OpenAI" Version="2.1.0" /></ItemGroup>
                </Project>
                """)
            .With("app/Clients.cs", Repository.KeyedClient)
            .With("app/obj/Left.cs", "this is no code")
            .With("app/appsettings.json", $$"""{ "AzureOpenAI": { "ApiKey": "{{Repository.Key}}" } }""")
            .With("tests/App.Tests.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
                  <ItemGroup><PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" /><ProjectReference Include="../app/App.csproj" /></ItemGroup>
                </Project>
                """)
            .With("tests/Tests.cs", Repository.KeyedClient.Replace("Clients", "Tests", StringComparison.Ordinal))
            .With("bare/Bare.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""")
            .With("bare/Bare.cs", "class Bare;")
            .With("broken/Broken.csproj", "<Project")
            .With("odd/Odd.csproj", """<Project Sdk="Contoso.NoSuchSdk/1.0.0"><ItemGroup><PackageReference Include="Azure.AI.OpenAI" Version="2.1.0" /></ItemGroup></Project>""")
            .With("odd/Odd.cs", Repository.KeyedClient);
        var before = repository.Content();

        var result = await Aisec.ScanAsync(new ScanOptions { Paths = [repository.Root] });

        Assert.Equal(before, repository.Content());
        var projects = Assert.Single(result.Repositories).Projects.ToDictionary(static project => project.Name, StringComparer.Ordinal);
        Assert.Equal(Reading.Names, projects["App"].Reading);
        Assert.Contains("Azure.AI.OpenAI", Assert.Single(projects["App"].Problems).Message, StringComparison.Ordinal);
        Assert.Equal(["net10.0", "netstandard2.0"], projects["App"].Frameworks.Order(StringComparer.Ordinal));
        Assert.Equal(Reading.Complete, projects["Bare"].Reading);
        Assert.Equal(Reading.None, projects["Broken"].Reading);
        Assert.Equal(Reading.Source, projects["Odd"].Reading);
        Assert.Contains("Contoso.NoSuchSdk", string.Join('\n', projects["Odd"].Problems.Select(static problem => problem.Message)), StringComparison.Ordinal);

        Assert.Equal(
            [("AISEC102", "app/Clients.cs"), ("AISEC104", "app/appsettings.json"), ("AISEC102", "odd/Odd.cs"), ("AISEC102", "tests/Tests.cs")],
            result.Findings.Select(static finding => (finding.Rule.Id, finding.Place.File)));
    }

    /// <summary>MSBuild takes %20 for a blank, and finds no file.</summary>
    [Fact]
    public async Task Reads_the_files_where_MSBuild_does_not_take_a_path_as_it_is()
    {
        using var repository = new Repository().With("its%20own/App.csproj", Repository.Project).With("its%20own/Clients.cs", Repository.KeyedClient);

        var result = await Aisec.ScanAsync(new ScanOptions { Paths = [repository.Root], Load = new LoadOptions(Restores: false) });

        var project = Assert.Single(Assert.Single(result.Repositories).Projects);
        Assert.Equal(Reading.Source, project.Reading);
        Assert.Contains("%20", Assert.Single(project.Problems).Message, StringComparison.Ordinal);
        Assert.Contains(("AISEC102", "its%20own/Clients.cs"), result.Findings.Select(static finding => (finding.Rule.Id, finding.Place.File)));
    }
}
