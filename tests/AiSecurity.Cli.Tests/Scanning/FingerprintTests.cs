namespace AiSecurity.Cli.Tests.Scanning;

public class FingerprintTests
{
    [Fact]
    public async Task Stays_the_same_when_lines_move()
    {
        using var repository = new Repository().With("App.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient);
        var before = await FingerprintsAsync(repository);

        repository.With("Clients.cs", "// a new line\n\n" + Repository.KeyedClient.Replace("    public", "        public", StringComparison.Ordinal));

        Assert.Equal(before, await FingerprintsAsync(repository));
    }

    [Fact]
    public async Task Differs_for_equal_lines_and_for_other_files()
    {
        using var repository = new Repository()
            .With("App.csproj", Repository.Project)
            .With("Clients.cs", Repository.KeyedClient)
            .With("Twice.cs", Repository.KeyedClient.Replace("Clients", "Twice", StringComparison.Ordinal).Replace(");\n}", ");\n    public static AzureOpenAIClient Create2() =>\n        new AzureOpenAIClient(new System.Uri(\"https://contoso.openai.azure.com\"), new AzureKeyCredential(\"" + Repository.Key + "\"));\n}", StringComparison.Ordinal));

        var fingerprints = await FingerprintsAsync(repository);

        Assert.Equal(3, fingerprints.Count);
        Assert.Distinct(fingerprints);
    }

    private static async Task<List<string>> FingerprintsAsync(Repository repository) =>
        [.. (await Aisec.ReadAsync(repository.Root)).Findings.Where(static finding => finding.Rule.Id == "AISEC102").Select(static finding => finding.Fingerprint)];
}
