using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.KeyHeaderAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC103: what is not reported.</summary>
public class KeyHeaderQuietTests
{
    private const string Usings = "using System.Net.Http.Headers;\nusing Azure;\nusing Azure.AI.OpenAI;\nusing Azure.Core;\nusing Azure.Identity;\nusing Microsoft.AspNetCore.Http;\nusing Microsoft.Extensions.Configuration;\n";

    [Theory]
    [InlineData("https://contoso.azure-api.net/openai/deployments/a")]
    [InlineData("https://api.openai.com/v1/chat/completions")]
    [InlineData("https://api.bing.microsoft.com/v7.0/search")]
    [InlineData("https://api.anthropic.com/v1/messages")]
    [InlineData("https://contoso.cloud.qdrant.io:6333")]
    [InlineData("https://models.inference.ai.azure.com")]
    [InlineData("http://localhost:5000/openai/deployments/a")]
    [InlineData("https://api.groq.com/openai/v1")]
    public Task Other_hosts(string url) => QuietAsync($$"""
        void M()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "{{url}}");
            request.Headers.Add("api-key", key);
            request.Headers.Add("Ocp-Apim-Subscription-Key", key);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            var client = new HttpClient { BaseAddress = new Uri("{{url}}") };
            client.DefaultRequestHeaders.Add("api-key", key);
        }
        """);

    [Theory]
    [InlineData("""void M(HttpClient client) => client.DefaultRequestHeaders.Add("api-key", key);""")]
    [InlineData("""void M(HttpRequestMessage request) => request.Headers.Authorization = new("Bearer", key);""")]
    [InlineData("""void M(HttpClient client, string qdrantKey) { client.DefaultRequestHeaders.Add("api-key", qdrantKey); _ = "https://contoso.openai.azure.com"; }""")]
    [InlineData("""void M(HttpClient qdrant) { qdrant.DefaultRequestHeaders.Add("api-key", key); _ = "https://contoso.openai.azure.com"; }""")]
    [InlineData("""void M(HttpClient client, string bingKey) { client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", bingKey); _ = "https://contoso.openai.azure.com"; }""")]
    [InlineData("""void M(HttpClient client) { client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", key); _ = "https://api.bing.microsoft.com/v7.0"; }""")]
    [InlineData("""void M(HttpClient client, string url) { client.DefaultRequestHeaders.Add("api-key", key); client.PostAsync($"https://{url}.azure-api.net/openai/deployments/a", null); }""")]
    [InlineData("""void M(HttpClient client) { client.DefaultRequestHeaders.Add("api-key", key); _ = new AzureOpenAIClient(new Uri("https://contoso.openai.azure.com"), new DefaultAzureCredential()); }""")]
    [InlineData("""async Task<string> M() { var c = new HttpClient(); c.DefaultRequestHeaders.Add("api-key", key); _ = "https://contoso.openai.azure.com"; return await c.GetStringAsync("https://tiles.example.com/v2/styles"); }""")]
    [InlineData("""async Task<object> M(HttpClient client) { client.DefaultRequestHeaders.Add("api-key", key); _ = "https://contoso.openai.azure.com"; return await client.GetAsync(new Uri("https://tiles.example.com/v2/styles")); }""")]
    [InlineData("""class QdrantOptions { public string Key { get; set; } = ""; } void M(HttpRequestMessage request, QdrantOptions options) => request.Headers.Add("api-key", $"{options.Key}");""")]
    [InlineData("""class StoreOptions { public string Key { get; set; } = ""; } void M(HttpRequestMessage request, StoreOptions options) => request.Headers.Add("api-key", options.Key);""")]
    [InlineData("""void M() { var request = new HttpRequestMessage(HttpMethod.Post, configuration["Wiki:Url"]); request.Headers.Add("api-key", configuration["Wiki:Key"]); _ = "https://contoso.openai.azure.com"; }""")]
    [InlineData("""void M() { var request = new HttpRequestMessage(HttpMethod.Post, new Uri(configuration["Wiki:Url"]!)); request.Headers.Add("api-key", configuration["Wiki:Key"]); _ = "https://contoso.openai.azure.com"; }""")]
    [InlineData("""void M(string id) { var request = new HttpRequestMessage(HttpMethod.Get, $"https://api.freight.example/v2/track/{Uri.EscapeDataString(id)}"); request.Headers.Add("api-key", key); _ = "https://contoso.openai.azure.com"; }""")]
    [InlineData("""void M(string id) { var request = new HttpRequestMessage(HttpMethod.Get, "https://api.freight.example/v2/track/" + id); request.Headers.Add("api-key", key); _ = "https://contoso.openai.azure.com"; }""")]
    public Task Nothing_says_Azure_or_something_says_else(string member) => QuietAsync(member);

    [Fact]
    public Task Types_named_for_other_services() => Verify.VerifyAsync(Usings +
        """
        class EmbeddingStore(HttpClient client, string key) { void M() => client.DefaultRequestHeaders.Add("Api-Key", key); }
        class CopilotClient(HttpClient client, string key) { void M() => client.DefaultRequestHeaders.Add("api-key", key); }
        class OpenAIVectorsInPinecone(HttpClient client, string key) { void M() => client.DefaultRequestHeaders.Add("Api-Key", key); }
        """);

    [Theory]
    [InlineData("""request.Headers.Add("x-api-key", key);""")]
    [InlineData("""request.Headers.Add("Authorization", "Basic " + key);""")]
    [InlineData("""request.Headers.Add("Authorization", key);""")]
    [InlineData("""request.Headers.Authorization = new("Basic", key);""")]
    [InlineData("""request.Headers.Add("x-ms-client-request-id", key);""")]
    [InlineData("""request.Headers.Add("api-key", "3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64");""")]
    [InlineData("""const string Key = "3f9a7c1e5b8d42f6a0c9e7d3b1f58a64"; request.Headers.Add("api-key", Key);""")]
    [InlineData("""request.Headers.Add("api-key", "<key>");""")]
    [InlineData("""request.Headers.Remove("api-key");""")]
    [InlineData("""_ = request.Headers.Contains("api-key") && request.Headers.TryGetValues("api-key", out _);""")]
    [InlineData("""var token = await credential.GetTokenAsync(new TokenRequestContext(["https://cognitiveservices.azure.com/.default"]), default); request.Headers.Add("Authorization", $"Bearer {token.Token}");""")]
    [InlineData("""var access = (await credential.GetTokenAsync(new TokenRequestContext(["https://cognitiveservices.azure.com/.default"]), default)).Token; request.Headers.Authorization = new("Bearer", access);""")]
    [InlineData("""request.Headers.Authorization = new("Bearer", await AccessToken()); async Task<string> AccessToken() => (await credential.GetTokenAsync(default, default)).Token;""")]
    public Task Other_headers_constants_and_tokens(string statement) => QuietAsync(
        "async Task M(TokenCredential credential) { await Task.Yield(); var request = new HttpRequestMessage(HttpMethod.Post, \"https://contoso.openai.azure.com/\"); " + statement + " }");

    [Theory]
    [InlineData("""bool M(HttpContext context) => context.Request.Headers["api-key"] == key;""")]
    [InlineData("""bool M(HttpContext context) => context.Request.Headers.TryGetValue("api-key", out var value) && value == key;""")]
    [InlineData("""string? M(HttpContext context) => context.Request.Headers["Ocp-Apim-Subscription-Key"];""")]
    [InlineData("""bool M(HttpContext context) { foreach (var h in context.Request.Headers) if (h.Key == "api-key") return h.Value == key; return false; }""")]
    public Task The_server_side(string member) => QuietAsync("const string Url = \"https://contoso.openai.azure.com\";\n" + member);

    [Fact]
    public Task Test_projects() => Verify.VerifyAsync(
        Source("""void M() { var request = new HttpRequestMessage(HttpMethod.Post, "https://contoso.openai.azure.com/"); request.Headers.Add("api-key", key); }"""),
        configure: test => test.SetOption("build_property.IsTestProject", "true"));

    [Theory]
    [InlineData("""void M() { Missing request = new("https://contoso.openai.azure.com"); request.Headers.Add("api-key", key); }""")]
    [InlineData("""void M(HttpRequestMessage request) { request.Headers.Add("api-key", ); request.Headers.Add(); request.Headers["api-key"] = key; }""")]
    [InlineData("""void M(HttpRequestMessage request) { foreach (var h in missing) request.Headers.Add(h.Name, h.Value); foreach (var (a, b) in) request.Headers.Add(a, b); }""")]
    public Task Broken_code(string member) => Verify.VerifyAsync(Source(member), configure: test => test.TolerateCompileErrors());

    private static Task QuietAsync(string members) => Verify.VerifyAsync(Source(members));

    private static string Source(string members) => Usings + "class C(string key, IConfiguration configuration)\n{\n" + members + "\n}";
}
