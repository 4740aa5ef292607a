using System.Text.Json;
using AiSecurity.Cli.Commands;
using AiSecurity.Cli.Inventory;

namespace AiSecurity.Cli.Tests.Inventory;

public class InventoryCommandTests
{
    [Fact]
    public async Task It_lists_what_the_source_makes()
    {
        using var repository = Agents();

        var (exitCode, output, _) = await Aisec.RunAsync("inventory", repository.Root, "--no-msbuild", "--json", repository.Path("inventory.json"));

        Assert.Equal(ExitCode.Clean, exitCode);
        Assert.Contains("Writer (Microsoft.Agents.AI)", output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(repository.Path("inventory.json")));
        var assets = json.RootElement.GetProperty("repositories")[0].GetProperty("assets").EnumerateArray()
            .Select(static asset => (asset.GetProperty("kind").GetString(), asset.TryGetProperty("name", out var name) ? name.GetString() : "", asset.GetProperty("line").GetInt32())).ToList();
        Assert.Contains(("agent", "Writer", 8), assets);
        Assert.Contains(("model", "gpt-4o", 7), assets);
        Assert.Contains(("tool", "CountWords", 8), assets);
        Assert.Contains(assets, static asset => asset is ("service", _, 6));
    }

    [Fact]
    public async Task It_is_part_of_a_scan_and_no_finding()
    {
        using var repository = Agents();

        var result = await Aisec.ReadAsync(repository.Root);

        Assert.Contains(result.Assets, static asset => asset is { Kind: AssetKind.Service, Credential: "managed-identity" });
        Assert.DoesNotContain(result.Findings, static finding => finding.Rule.Id == "AISEC505");
        Assert.DoesNotContain(result.Rules, static rule => rule.Id == "AISEC505");
    }

    [Fact]
    public async Task Who_asks_a_scan_for_it_is_sent_here()
    {
        using var repository = Agents();

        var (exitCode, _, error) = await Aisec.RunAsync("scan", repository.Root, "--no-msbuild", "--rules", "AISEC505");

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Contains("aisec inventory", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_JSON_of_a_scan_has_it_too()
    {
        using var repository = Agents();

        await Aisec.RunAsync("scan", repository.Root, "--no-msbuild", "--json", repository.Path("scan.json"));

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(repository.Path("scan.json")));
        Assert.Contains(json.RootElement.GetProperty("repositories")[0].GetProperty("assets").EnumerateArray(), static asset => asset.GetProperty("kind").GetString() == "agent");
        Assert.DoesNotContain("AISEC307", json.RootElement.GetProperty("cleanRules").EnumerateArray().Select(static rule => rule.GetString()));
    }

    [Fact]
    public async Task What_the_source_suppresses_is_left_out()
    {
        using var repository = new Repository().With("App.csproj", AgentSource.Project)
            .With("Program.cs", AgentSource.Program.Replace("AIAgent agent", "#pragma warning disable AISEC505\nAIAgent agent", StringComparison.Ordinal));

        var result = await Aisec.ReadAsync(repository.Root);

        Assert.DoesNotContain(result.Assets, static asset => asset.Kind == AssetKind.Agent);
        Assert.Contains(result.Assets, static asset => asset.Kind == AssetKind.Service);
    }

    [Fact]
    public async Task Nothing_read_is_no_empty_inventory()
    {
        using var repository = new Repository();

        var (exitCode, _, _) = await Aisec.RunAsync("inventory", repository.Root, "--no-msbuild");

        Assert.Equal(ExitCode.NotAnalyzed, exitCode);
    }

    internal static Repository Agents() => new Repository().With("App.csproj", AgentSource.Project).With("Program.cs", AgentSource.Program);
}
