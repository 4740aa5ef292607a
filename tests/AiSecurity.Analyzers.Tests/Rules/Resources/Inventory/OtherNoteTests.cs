using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Tests.Rules.Resources.Inventory;

/// <summary>AISEC505: tools, MCP servers, data sources and endpoints, and when there are no notes at all.</summary>
public class OtherNoteTests
{
    private const string Usings = "using System.ComponentModel; using Azure.AI.OpenAI.Chat; using Azure.Core; using Azure.Search.Documents; using Azure.Search.Documents.Indexes; using Microsoft.Agents.AI; using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.AI; using Microsoft.Extensions.VectorData; using Microsoft.SemanticKernel; using ModelContextProtocol.Client; using ModelContextProtocol.Server; using OpenAI.Responses;\n";

    [Theory]
    [InlineData("""new HttpClientTransportOptions { Endpoint = new Uri("https://mcp.contoso.com/sse"), Name = "Orders" }""", "name=Orders; sdk=ModelContextProtocol.Core; endpoint=mcp.contoso.com; credential=unknown")]
    [InlineData("""new StdioClientTransportOptions { Command = "npx", Arguments = ["-y", "@contoso/mcp@1.2.3"] }""", "name=npx; sdk=ModelContextProtocol.Core; credential=unknown")]
    [InlineData("""new StdioClientTransportOptions { Command = "npx", Name = "Files" }""", "name=Files; sdk=ModelContextProtocol.Core; credential=unknown")]
    [InlineData("""new HostedMcpServerTool("docs", "https://learn.contoso.com/api/mcp") { AllowedTools = ["search"], ApprovalMode = HostedMcpServerToolApprovalMode.AlwaysRequire }""", "name=docs; sdk=Microsoft.Extensions.AI.Abstractions; endpoint=learn.contoso.com; credential=unknown; guards=allowed-tools,approval")]
    [InlineData("""new HostedMcpServerTool("docs", new Uri("https://learn.contoso.com/api/mcp")) { ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire }""", "name=docs; sdk=Microsoft.Extensions.AI.Abstractions; endpoint=learn.contoso.com; credential=unknown")]
    public async Task An_MCP_server(string creation, string expected) => Assert.Equal(["kind=mcp-server; " + expected], await Notes.OfAsync(Source($"object M() => {creation};")));

    [Theory]
    [InlineData("""object M() => new SearchClient(new Uri("https://contoso.search.windows.net"), "articles", token);""", "name=articles; sdk=Azure.Search.Documents; endpoint=contoso.search.windows.net; credential=entra")]
    [InlineData("""object M() => new AzureSearchChatDataSource { Endpoint = new Uri("https://contoso.search.windows.net"), IndexName = "articles", Authentication = DataSourceAuthentication.FromSystemManagedIdentity() };""", "name=articles; sdk=Azure.AI.OpenAI; endpoint=contoso.search.windows.net; credential=unknown")]
    [InlineData("""object M(VectorStore store) => store.GetCollection<string, object>("articles");""", "name=articles; sdk=Microsoft.Extensions.VectorData.Abstractions; credential=unknown")]
    [InlineData("""async Task M(SearchClient client) { await client.SearchAsync<object>("a"); await client.SearchAsync<object>("b"); }""", "sdk=Azure.Search.Documents; credential=unknown")]
    public async Task A_data_source(string members, string expected) => Assert.Equal(["kind=data-source; " + expected], await Notes.OfAsync(Source(members)));

    [Fact]
    public async Task A_data_source_that_is_opened_and_searched_in_one_file() => Assert.Equal(
        [
            "kind=service; name=SearchIndexClient; sdk=Azure.Search.Documents; endpoint=contoso.search.windows.net; credential=entra",
            "kind=data-source; name=articles; sdk=Azure.Search.Documents; endpoint=contoso.search.windows.net; credential=entra",
        ],
        await Notes.OfAsync(Source(
            """
            async Task M()
            {
                var index = new SearchIndexClient(new Uri("https://contoso.search.windows.net"), token);
                var client = index.GetSearchClient("articles");
                await client.SearchAsync<object>("a");
            }
            """)));

    [Theory]
    [InlineData("""[KernelFunction("get_weather")] public string GetWeather(string city) => city;""", "name=get_weather; sdk=Microsoft.SemanticKernel.Abstractions")]
    [InlineData("""[KernelFunction, Description("Tells the weather.")] public string GetWeather(string city) => city;""", "name=GetWeather; sdk=Microsoft.SemanticKernel.Abstractions")]
    [InlineData("""[McpServerTool(Name = "weather")] public string GetWeather(string city) => city;""", "name=weather; sdk=ModelContextProtocol.Core")]
    [InlineData("""object M() => ResponseTool.CreateWebSearchTool();""", "name=WebSearchTool; sdk=OpenAI")]
    [InlineData("""object M() => AIFunctionFactory.Create((string city) => city);""", "sdk=Microsoft.Extensions.AI.Abstractions")]
    [InlineData("""object M() => AIFunctionFactory.Create((string city) => city, "get_weather");""", "name=get_weather; sdk=Microsoft.Extensions.AI.Abstractions")]
    public async Task A_tool(string members, string expected) => Assert.Equal(["kind=tool; " + expected], await Notes.OfAsync(Source(members)));

    [Fact]
    public async Task An_endpoint() => Assert.Equal(
        ["kind=endpoint; name=/chat; guards=authorization,rate-limit", "kind=endpoint; name=/joke"],
        await Notes.OfAsync(Usings +
            """
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapPost("/chat", (IChatClient client, string text) => client.GetResponseAsync(text)).RequireAuthorization().RequireRateLimiting("ai");
            app.MapGet("/joke", (IChatClient client) => client.GetResponseAsync("Tell a joke."));
            app.MapGet("/health", () => "fine");
            app.Run();
            """));

    [Theory]
    [InlineData("app.MapA2A(agent, \"/a2a\");", "/a2a")]
    [InlineData("app.MapA2A(\"writer\", \"/a2a/writer\");", "/a2a/writer")]
    [InlineData("app.MapA2A(agent, path);", "MapA2A")]
    [InlineData("app.MapMcp(\"mcp\");", "mcp")]
    public async Task An_endpoint_is_called_by_its_route(string mapping, string expected) =>
        Assert.Contains("kind=endpoint; name=" + expected, await Notes.OfAsync(Usings + $"class C {{ void M(WebApplication app, AIAgent agent, string path) {{ {mapping} }} }}"));

    [Fact]
    public async Task Nothing_in_test_projects() =>
        Assert.Empty(await Notes.OfAsync(Source("""object M(VectorStore store) => store.GetCollection<string, object>("articles");"""), "build_property.IsTestProject = true"));

    [Fact]
    public async Task Notes_have_a_sentence_and_the_severity_of_a_note()
    {
        var note = Assert.Single(await Notes.DiagnosticsAsync(Source("""object M(IChatClient client) => client.AsAIAgent(name: "Writer");""")));
        Assert.Equal("Agent 'Writer' (Microsoft.Agents.AI)", note.GetMessage());
        Assert.Equal(DiagnosticSeverity.Info, note.Severity);
        Assert.False(note.Descriptor.IsEnabledByDefault);
        Assert.Contains("Guidance:Access 2", note.Properties["controls"]!, StringComparison.Ordinal);
    }

    private static string Source(string members) => Usings + "class C(TokenCredential token)\n{\n" + members + "\nobject Use() => token;\n}";
}
