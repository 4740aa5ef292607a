using System.Text;
using AiSecurity.Cli.Commands;

namespace AiSecurity.Cli.Tests.Fixing;

/// <summary>Repositories whose packages are on the machine, as those of the sample are.</summary>
public class FixCommandTests
{
    private const string Client =
        $$"""
        using System;
        using Azure;
        using Azure.AI.OpenAI;

        public static class Clients
        {
            // The one that everybody uses.
            public static AzureOpenAIClient Create(string key) => new AzureOpenAIClient(new Uri("https://contoso.openai.azure.com"), new AzureKeyCredential(key));

            public static AzureOpenAIClient Other(string key) => new AzureOpenAIClient(new Uri("https://fabrikam.openai.azure.com"), new AzureKeyCredential(key));
        }
        """;

    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks>
            <NoWarn>$(NoWarn);NU1603</NoWarn>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Azure.AI.OpenAI" Version="2.1.0" />
          </ItemGroup>
        </Project>

        """;

    [Fact]
    public async Task Fixes_code_and_adds_the_package_that_it_needs()
    {
        using var repository = new Repository().With("app/App.csproj", Project).With("Directory.Packages.props", "<Project />");
        File.WriteAllText(repository.Path("app/Clients.cs"), Client.ReplaceLineEndings("\r\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        var before = repository.Content();

        var dry = await Aisec.RunAsync("fix", repository.Root, "--dry-run");
        Assert.Equal(before, repository.Content());
        Assert.Equal(ExitCode.Findings, dry.ExitCode);
        Assert.Contains("--- a/app/Clients.cs", dry.Output, StringComparison.Ordinal);
        Assert.Contains("+    <PackageReference Include=\"Azure.Identity\" Version=\"", dry.Output, StringComparison.Ordinal);

        var run = await Aisec.RunAsync("fix", repository.Root);
        Assert.True(run.ExitCode == ExitCode.Clean, run.Error);
        var bytes = File.ReadAllBytes(repository.Path("app/Clients.cs"));
        var code = File.ReadAllText(repository.Path("app/Clients.cs"));
        Assert.Equal<byte>([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.DoesNotContain("AzureKeyCredential", code, StringComparison.Ordinal);
        Assert.Equal(2, code.Split("new DefaultAzureCredential()").Length - 1);
        Assert.Contains("// The one that everybody uses.\r\n", code, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", code.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Include=\"Azure.Identity\"", File.ReadAllText(repository.Path("app/App.csproj")), StringComparison.Ordinal);

        var after = repository.Content();
        var again = await Aisec.RunAsync("fix", repository.Root);
        Assert.Equal(ExitCode.Clean, again.ExitCode);
        Assert.Equal(after, repository.Content());
    }

    [Fact]
    public async Task Versions_that_stand_in_one_file_are_written_there()
    {
        using var repository = new Repository()
            .With("app/App.csproj", Project.Replace(" Version=\"2.1.0\"", "", StringComparison.Ordinal).Replace("net10.0;netstandard2.0", "net10.0", StringComparison.Ordinal))
            .With("app/Clients.cs", Client)
            .With("Directory.Packages.props", """
                <Project>
                  <PropertyGroup>
                    <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
                  </PropertyGroup>
                  <ItemGroup>
                    <PackageVersion Include="Azure.AI.OpenAI" Version="2.1.0" />
                  </ItemGroup>
                </Project>
                """);

        var run = await Aisec.RunAsync("fix", repository.Root, "--rules", "AISEC101");

        Assert.True(run.ExitCode == ExitCode.Clean, run.Error);
        Assert.Contains("<PackageReference Include=\"Azure.Identity\" />", File.ReadAllText(repository.Path("app/App.csproj")), StringComparison.Ordinal);
        Assert.Contains("    <PackageVersion Include=\"Azure.Identity\" Version=\"", File.ReadAllText(repository.Path("Directory.Packages.props")), StringComparison.Ordinal);
        Assert.Contains("AISEC101: 2 fixed, 0 left.", run.Error, StringComparison.Ordinal);
    }

    /// <summary>In a condition of MSBuild an apostrophe ends a text.</summary>
    [Fact]
    public async Task A_folder_may_have_any_name()
    {
        using var repository = new Repository()
            .With("Bob's 50% of $(apps)/App.csproj", Project.Replace("net10.0;netstandard2.0", "net10.0", StringComparison.Ordinal))
            .With("Bob's 50% of $(apps)/Clients.cs", Client)
            .With("Directory.Packages.props", "<Project />");

        var run = await Aisec.RunAsync("fix", repository.Root, "--rules", "AISEC101");

        Assert.True(run.ExitCode == ExitCode.Clean, run.Error);
        Assert.Contains("AISEC101: 2 fixed, 0 left.", run.Error, StringComparison.Ordinal);
    }

    /// <summary>No feed has the guards here.</summary>
    [Fact]
    public async Task A_package_that_cannot_be_had_is_named_and_not_added()
    {
        using var repository = new Repository()
            .With("app/App.csproj", Project.Replace("net10.0;netstandard2.0", "net10.0", StringComparison.Ordinal))
            .With("app/Answers.cs", """
                using OpenAI.Chat;

                public sealed class Answers(ChatClient client)
                {
                    public string? Ask() => client.CompleteChat(System.Console.ReadLine()).Value.Content[0].Text;
                }
                """)
            .With("Directory.Packages.props", "<Project />")
            .With("nuget.config", """<configuration><packageSources><clear /><add key="none" value="none" /></packageSources></configuration>""")
            .With("none/readme.txt", "");
        var before = repository.Content();

        var run = await Aisec.RunAsync("fix", repository.Root, "--guards", "--rules", "AISEC201");

        Assert.Contains("AISEC201: 0 fixed, 1 left (its fix calls AiSecurity.Guards, which could not be restored).", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, repository.Content());
    }

    [Fact]
    public async Task What_MSBuild_cannot_load_is_left_alone()
    {
        using var repository = new Repository().With("odd/Odd.csproj", """<Project Sdk="Contoso.NoSuchSdk/1.0.0" />""").With("odd/Odd.cs", Repository.KeyedClient);
        var before = repository.Content();
        var run = await Aisec.RunAsync("fix", repository.Root, "--no-restore");
        Assert.Equal(ExitCode.NotAnalyzed, run.ExitCode);
        Assert.Contains("odd/Odd.csproj: not fixed", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, repository.Content());
    }

    /// <summary>MSBuild takes %20 for a blank, and finds no file.</summary>
    [Fact]
    public async Task A_folder_whose_name_MSBuild_does_not_take_as_it_is_was_not_read()
    {
        using var repository = new Repository().With("its%20own/App.csproj", Project).With("its%20own/Clients.cs", Client);

        var run = await Aisec.RunAsync("fix", repository.Root);

        Assert.Equal(ExitCode.NotAnalyzed, run.ExitCode);
        Assert.Contains("its%20own/App.csproj", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_a_mistake_of_the_user()
    {
        var run = await Aisec.RunAsync("fix", "/no/such/folder");
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("There is nothing at", run.Error, StringComparison.Ordinal);
    }
}
