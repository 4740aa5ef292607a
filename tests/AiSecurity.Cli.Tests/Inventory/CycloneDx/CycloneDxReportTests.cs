using System.Text.Json;
using AiSecurity.Cli.Inventory.CycloneDx;
using AiSecurity.Cli.Scanning;
using AiSecurity.Cli.Tests.Reports.Html;

namespace AiSecurity.Cli.Tests.Inventory.CycloneDx;

public class CycloneDxReportTests
{
    [Fact]
    public async Task A_bom_of_a_repository_follows_the_schema()
    {
        using var repository = InventoryCommandTests.Agents();

        await Aisec.RunAsync("inventory", repository.Root, "--no-msbuild", "--cyclonedx", repository.Path("bom.json"));

        using var bom = JsonDocument.Parse(await File.ReadAllTextAsync(repository.Path("bom.json")));
        Assert.Empty(BomSchema.Errors(bom.RootElement));
        var components = bom.RootElement.GetProperty("components").EnumerateArray().Select(static component => (component.GetProperty("type").GetString(), component.GetProperty("name").GetString())).ToList();
        Assert.Contains(("machine-learning-model", "gpt-4o"), components);
        Assert.Contains(("application", "Writer"), components);
        Assert.Contains(("library", "Microsoft.Agents.AI"), components);
        var service = Assert.Single(bom.RootElement.GetProperty("services").EnumerateArray());
        Assert.True(service.GetProperty("authenticated").GetBoolean());
        Assert.Equal("//contoso.openai.azure.com", service.GetProperty("endpoints")[0].GetString());
    }

    [Fact]
    public async Task A_bom_of_several_repositories_with_hostile_names_follows_the_schema()
    {
        using var bom = await WriteAsync(ReportSample.Create());

        Assert.Empty(BomSchema.Errors(bom.RootElement));
        Assert.Equal(2, bom.RootElement.GetProperty("compositions").GetArrayLength());
        Assert.Equal("incomplete", bom.RootElement.GetProperty("compositions")[0].GetProperty("aggregate").GetString());
    }

    [Fact]
    public async Task References_are_unique_and_lead_somewhere()
    {
        using var bom = await WriteAsync(ReportSample.Create());

        var references = bom.RootElement.GetProperty("components").EnumerateArray().Concat(bom.RootElement.GetProperty("services").EnumerateArray())
            .Select(static entry => entry.GetProperty("bom-ref").GetString()!).ToList();
        Assert.Equal(references.Distinct(), references);
        Assert.All(bom.RootElement.GetProperty("dependencies").EnumerateArray(), dependency =>
        {
            Assert.Contains(dependency.GetProperty("ref").GetString()!, references);
            Assert.All(dependency.GetProperty("dependsOn").EnumerateArray(), used => Assert.Contains(used.GetString()!, references));
        });
    }

    [Fact]
    public async Task An_agent_depends_on_its_model_and_tools()
    {
        using var repository = InventoryCommandTests.Agents();
        using var bom = await WriteAsync(await Aisec.ReadAsync(repository.Root));

        var names = bom.RootElement.GetProperty("components").EnumerateArray().Concat(bom.RootElement.GetProperty("services").EnumerateArray())
            .ToDictionary(static entry => entry.GetProperty("bom-ref").GetString()!, static entry => entry.GetProperty("name").GetString());
        var agent = names.Single(static entry => entry.Value == "Writer").Key;
        var uses = bom.RootElement.GetProperty("dependencies").EnumerateArray().Single(dependency => dependency.GetProperty("ref").GetString() == agent)
            .GetProperty("dependsOn").EnumerateArray().Select(used => names[used.GetString()!]).ToList();

        Assert.Contains("gpt-4o", uses);
        Assert.Contains("CountWords", uses);
        Assert.Contains("Microsoft.Agents.AI", uses);
    }

    [Fact]
    public void The_schema_is_asked()
    {
        using var wrong = JsonDocument.Parse("""{ "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [ { "type": "agent", "name": "a" } ] }""");

        Assert.NotEmpty(BomSchema.Errors(wrong.RootElement));
    }

    private static async Task<JsonDocument> WriteAsync(ScanResult result)
    {
        using var stream = new MemoryStream();
        await new CycloneDxReport().WriteAsync(result, stream, CancellationToken.None);
        return JsonDocument.Parse(stream.ToArray());
    }
}
