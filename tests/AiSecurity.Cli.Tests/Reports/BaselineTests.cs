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

    /// <summary>Services that were made from one template have equal files.</summary>
    [Theory]
    [InlineData("--write-baseline")]
    [InlineData("--sarif")]
    public async Task What_is_known_of_one_repository_is_new_in_another(string writes)
    {
        using var repository = new Repository();
        foreach (var name in (string[])["one/.git/HEAD", "two/.git/HEAD"])
            repository.With(name, "");
        repository.With("one/App.csproj", Repository.Project).With("one/Clients.cs", Repository.KeyedClient).With("two/App.csproj", Repository.Project).With("two/Clients.cs", "class Clients;");
        var baseline = repository.Path("known.json");
        string[] scan = ["scan", repository.Path("one"), repository.Path("two"), "--no-msbuild"];
        await Aisec.RunAsync([.. scan, writes, baseline]);

        var (known, _, _) = await Aisec.RunAsync([.. scan, "--baseline", baseline]);
        repository.With("two/Clients.cs", Repository.KeyedClient);
        var (more, _, _) = await Aisec.RunAsync([.. scan, "--baseline", baseline]);

        Assert.Equal(ExitCode.Clean, known);
        Assert.Equal(ExitCode.Findings, more);
    }

    /// <summary>A pipeline checks out into a folder of its own choice.</summary>
    [Theory]
    [InlineData("--write-baseline")]
    [InlineData("--sarif")]
    public async Task The_folder_of_a_single_repository_may_have_another_name(string writes)
    {
        using var repository = new Repository().With("here/.git/HEAD", "").With("here/App.csproj", Repository.Project).With("here/Clients.cs", Repository.KeyedClient);
        var baseline = repository.Path("known.json");
        await Aisec.RunAsync("scan", repository.Path("here"), "--no-msbuild", writes, baseline);
        Directory.Move(repository.Path("here"), repository.Path("there"));

        Assert.Equal(ExitCode.Clean, (await Aisec.RunAsync("scan", repository.Path("there"), "--no-msbuild", "--baseline", baseline)).ExitCode);
    }

    /// <summary>Whoever wrote one for all may check each by itself, by a solution too.</summary>
    [Fact]
    public async Task One_repository_of_a_baseline_can_be_scanned_alone()
    {
        using var repository = new Repository();
        foreach (var name in (string[])["one", "two"])
            repository.With($"{name}/.git/HEAD", "").With($"{name}/App.csproj", Repository.Project).With($"{name}/Clients.cs", Repository.KeyedClient);
        var baseline = repository.Path("known.json");
        await Aisec.RunAsync("scan", repository.Path("one"), repository.Path("two"), "--no-msbuild", "--write-baseline", baseline);

        Assert.Equal(ExitCode.Clean, (await Aisec.RunAsync("scan", repository.Path("one/App.csproj"), "--no-msbuild", "--baseline", baseline)).ExitCode);
    }

    [Fact]
    public async Task A_baseline_that_names_no_repository_counts_for_all()
    {
        using var one = new Repository().With("App.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient);
        using var two = new Repository().With("App.csproj", Repository.Project).With("Clients.cs", Repository.KeyedClient);
        var fingerprints = (await Aisec.ReadAsync(one.Root)).Findings.Select(static finding => $$"""{ "rule": "{{finding.Rule.Id}}", "fingerprint": "{{finding.Fingerprint}}" }""");
        one.With("known.json", $$"""{ "version": 1, "findings": [{{string.Join(',', fingerprints)}}] }""");

        Assert.Equal(ExitCode.Clean, (await Aisec.RunAsync("scan", one.Root, two.Root, "--no-msbuild", "--baseline", one.Path("known.json"))).ExitCode);
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
