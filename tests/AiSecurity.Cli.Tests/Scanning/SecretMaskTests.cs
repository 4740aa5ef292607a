using AiSecurity.Cli.Scanning;

namespace AiSecurity.Cli.Tests.Scanning;

public class SecretMaskTests
{
    [Fact]
    public async Task No_report_shows_a_key()
    {
        using var repository = new Repository()
            .With("App.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient)
            .With("appsettings.json", $$"""{ "AzureOpenAI": { "ApiKey": "{{Repository.Key}}" } }""")
            .With(".env", $"AZURE_OPENAI_API_KEY={Repository.Key}\n");

        var (_, output, error) = await Aisec.RunAsync(
            "scan", repository.Root, "--no-msbuild", "--sarif", repository.Path("a.sarif"), "--json", repository.Path("a.json"), "--write-baseline", repository.Path("b.json"));

        foreach (var text in (string[])[output, error, File.ReadAllText(repository.Path("a.sarif")), File.ReadAllText(repository.Path("a.json")), File.ReadAllText(repository.Path("b.json"))])
            Assert.DoesNotContain(Repository.Key, text, StringComparison.Ordinal);
        Assert.Contains("AISEC104", File.ReadAllText(repository.Path("a.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var x = Get(\"short\");", "var x = Get(\"short\");")]
    [InlineData("client.AddAVeryLongMethodNameThatIsNoSecret2(x);", "client.AddAVeryLongMethodNameThatIsNoSecret2(x);")]
    [InlineData("Uri(\"https://contoso.openai.azure.com\")", "Uri(\"https://contoso.openai.azure.com\")")]
    [InlineData("Set(\"a1b2c3d4e5f6" + "a1b2c3d4e5f6a1b2\")", "Set(\"\u2026\")")]
    [InlineData("a1b2c3d4e5f6" + "a1b2c3d4e5f6a1b2 = \"a1b2c3d4e5f6" + "a1b2c3d4e5f6a1b2\"", "a1b2c3d4e5f6" + "a1b2c3d4e5f6a1b2 = \"\u2026\"")]
    [InlineData("AccountKey=a1b2c3d4e5f6" + "a1b2c3d4e5f6a1b2==;", "AccountKey=\u2026;")]
    public void Masks_what_looks_like_a_key(string line, string expected) => Assert.Equal(expected, SecretMask.Apply(line, "AISEC201", 0, 3));

    /// <summary>What looks back from each word to the last quotation mark never comes to the end of a long prompt.</summary>
    [Fact]
    public void Gets_through_a_text_of_a_megabyte_on_one_line()
    {
        var prompt = $"Ask(\"{string.Concat(Enumerable.Repeat("be kind to them ", 65_536))}\")";
        Assert.Equal(prompt, SecretMask.Apply(prompt, "AISEC201", 0, 3));
    }

    [Fact]
    public void Masks_all_texts_of_a_reported_key() => Assert.Equal("new Key(\"\u2026\", name)", SecretMask.Apply("new Key(\"pass word\", name)", "AISEC102", 8, 19));
}
