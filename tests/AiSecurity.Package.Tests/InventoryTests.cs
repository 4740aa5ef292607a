using System.Text.Json;

namespace AiSecurity.Package.Tests;

/// <summary>The notes of AISEC505 in the compiler's log: what docs/rules/AISEC505.md says of it is a contract with whoever reads the log.</summary>
[Collection(SetupCollection.Name)]
public class InventoryTests(PackedPackage package)
{
    private const string Source = """
        using Azure.AI.OpenAI;
        using Azure.Identity;

        var client = new AzureOpenAIClient(new Uri("https://contoso.openai.azure.com/"), new DefaultAzureCredential());
        Console.WriteLine(client.GetChatClient(Environment.GetEnvironmentVariable("DEPLOYMENT") ?? "gpt-4o"));
        """;

    [Fact]
    public async Task The_log_holds_the_properties_of_each_note()
    {
        using var application = Application.Create(package, Source);
        application.Configure("dotnet_diagnostic.AISEC505.severity = suggestion");
        var build = await application.BuildAsync();
        Assert.DoesNotContain("AISEC505", build.Output, StringComparison.Ordinal);

        var notes = application.ReadLog().GetProperty("runs")[0].GetProperty("results").EnumerateArray().Where(result => result.GetProperty("ruleId").GetString() == "AISEC505").ToList();
        Assert.All(notes, note => Assert.Equal("note", note.GetProperty("level").GetString()));
        Assert.Equal(
            [
                "4 credential=entra endpoint=contoso.openai.azure.com kind=service name=AzureOpenAIClient sdk=Azure.AI.OpenAI",
                "5 credential=entra endpoint=contoso.openai.azure.com kind=model model=gpt-4o model-source=configuration:DEPLOYMENT name=gpt-4o name-source=configuration:DEPLOYMENT sdk=Azure.AI.OpenAI",
            ],
            notes.Select(Show).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nobody_gets_notes_who_did_not_ask()
    {
        using var application = Application.Create(package, Source);
        await application.BuildAsync();
        Assert.DoesNotContain(application.ReadLog().GetProperty("runs")[0].GetProperty("results").EnumerateArray(), result => result.GetProperty("ruleId").GetString() == "AISEC505");
    }

    private static string Show(JsonElement note)
    {
        var line = note.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32();
        var properties = note.GetProperty("properties").GetProperty("customProperties").EnumerateObject().Where(property => property.Name != "controls");
        return $"{line} {string.Join(' ', properties.Select(property => $"{property.Name}={property.Value.GetString()}"))}";
    }
}
