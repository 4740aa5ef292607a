using System.Text.Json;
using AiSecurity.Cli.Commands;

namespace AiSecurity.Cli.Tests.Reports;

public class BaselineTests
{
    [Theory]
    [InlineData("--write-baseline")]
    [InlineData("--sarif")]
    public async Task Known_findings_do_not_count(string writes)
    {
        using var repository = new Repository().With("App.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient);
        var baseline = repository.Path("known.json");
        Assert.Equal(ExitCode.Findings, (await Aisec.RunAsync("scan", repository.Root, "--no-msbuild", writes, baseline)).ExitCode);

        var (known, output, _) = await Aisec.RunAsync("scan", repository.Root, "--no-msbuild", "--baseline", baseline);
        repository.With("More.cs", Repository.KeyedClient.Replace("Clients", "More", StringComparison.Ordinal));
        var (more, _, _) = await Aisec.RunAsync("scan", repository.Root, "--no-msbuild", "--baseline", baseline, "--sarif", repository.Path("new.sarif"));

        Assert.Equal(ExitCode.Clean, known);
        Assert.Contains("of the baseline not counted", output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, more);
        Assert.Equal(
            [("Clients.cs", "unchanged"), ("More.cs", "new")],
            StatesOf(repository.Path("new.sarif")).Distinct().Order());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{ "findings": [ 1 ] }""")]
    public async Task A_file_of_another_kind_is_refused(string text)
    {
        using var repository = new Repository().With("App.csproj", Repository.Project).With("b.json", text);

        var (exitCode, _, error) = await Aisec.RunAsync("scan", repository.Root, "--no-msbuild", "--baseline", repository.Path("b.json"));

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("b.json", error, StringComparison.Ordinal);
    }

    private static IEnumerable<(string, string)> StatesOf(string sarif)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(sarif));
        return document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(static result => (result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!, result.GetProperty("baselineState").GetString()!)).ToList();
    }
}
