using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.GatewayAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC111.</summary>
public class GatewayAnalyzerTests
{
    private const string Option = "ai_security.gateway_hosts";
    private const string Usings = "using Azure.AI.OpenAI;\nusing Azure.Core;\nusing Azure.Search.Documents;\nusing Microsoft.Extensions.Configuration;\nusing Microsoft.SemanticKernel;\nusing OpenAI;\nusing System.ClientModel;\n";

    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri([|"https://contoso.openai.azure.com"|]), token);""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri([|"https://other.azure-api.net/openai"|]), token);""")]
    [InlineData("""object M(string name) => new AzureOpenAIClient(new Uri([|$"https://{name}.openai.azure.com"|]), token);""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri(configuration["Endpoint"] ?? [|"https://contoso.openai.azure.com"|]), token);""")]
    [InlineData("""const string Url = [|"https://contoso.openai.azure.com"|]; object M() => new AzureOpenAIClient(new Uri(Url), token); object N() => new AzureOpenAIClient(new Uri(Url), token);""")]
    [InlineData("""object M() => new SearchClient(new Uri([|"https://contoso.search.windows.net"|]), "a", token);""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("gpt", [|"https://contoso.openai.azure.com"|], token);""")]
    [InlineData("""object M() => new HttpClient { BaseAddress = new Uri([|"https://contoso.cognitiveservices.azure.com"|]) };""")]
    [InlineData("""void M(HttpClient client) => client.BaseAddress = new([|"https://contoso.openai.azure.com"|]);""")]
    [InlineData("""object M() => new HttpRequestMessage(HttpMethod.Post, [|"https://contoso.openai.azure.com/openai/v1/responses"|]);""")]
    [InlineData("""Task M(HttpClient client) => client.PostAsync([|"https://contoso.openai.azure.com/openai/v1/responses"|], null);""")]
    public Task Endpoints_around_the_gateway(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri("https://contoso.azure-api.net/openai"), token);""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri("https://CONTOSO.azure-api.net/openai"), token);""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri("https://one.ai.contoso.com"), token);""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri(configuration["Endpoint"]!), token);""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("http://localhost:11434") });""")]
    [InlineData("""string[] M() => ["https://contoso.openai.azure.com", "*.openai.azure.com"];""")]
    [InlineData("""string M() => "See https://contoso.openai.azure.com for more";""")]
    [InlineData("""bool M(Uri uri) => uri.Host.EndsWith(".openai.azure.com") || uri == new Uri("https://contoso.openai.azure.com");""")]
    [InlineData("""Task M(HttpClient client) => client.PostAsync("https://westeurope.dynamicsessions.io/sessionPools", null);""")]
    public Task The_gateway_itself_and_texts(string members) => VerifyAsync(members);

    [Fact]
    public Task Without_the_option_nothing() => Verify.VerifyAsync(Source("""object M() => new AzureOpenAIClient(new Uri("https://contoso.openai.azure.com"), token);"""), SdkSet.Stubs);

    [Theory]
    [InlineData("none")]
    [InlineData("")]
    [InlineData(" , ")]
    public Task With_an_empty_list_nothing(string value) => Verify.VerifyAsync(
        Source("""object M() => new AzureOpenAIClient(new Uri("https://contoso.openai.azure.com"), token);"""), SdkSet.Stubs, test => test.SetEditorConfig($"root = true\n[*.cs]\n{Option} = {value}\n"));

    [Fact]
    public Task The_option_for_this_rule_wins() => Verify.VerifyAsync(
        Source("""object M() => new AzureOpenAIClient(new Uri("https://contoso.openai.azure.com"), token);"""),
        SdkSet.Stubs,
        test => test.SetEditorConfig($"root = true\n[*.cs]\n{Option} = contoso.azure-api.net\nai_security.AISEC111.gateway_hosts = https://contoso.openai.azure.com/\n"));

    [Theory]
    [InlineData("""{ "AzureOpenAI": { "Endpoint": "[|https://contoso.openai.azure.com/|]" } }""")]
    [InlineData("""{ "ConnectionStrings": { "openai": "[|Endpoint=https://contoso.openai.azure.com/|]" } }""")]
    [InlineData("""{ "Search": "[|https://contoso.search.windows.net|]", "Other": "[|https://other.azure-api.net|]" }""")]
    [InlineData("""{ "AzureOpenAI": { "Endpoint": "https://contoso.azure-api.net/openai" }, "Local": "http://localhost:11434", "OpenAI": "https://api.openai.com/v1" }""")]
    [InlineData("""{ "AllowedHosts": "https://contoso.openai.azure.com", "Cors": { "Origins": "https://contoso.openai.azure.com" }, "Known": [ "https://contoso.openai.azure.com" ] }""")]
    [InlineData("""{ "Help": "See https://contoso.openai.azure.com" }""")]
    public async Task Settings_files(string json)
    {
        // From a global config, and from an .editorconfig that speaks of C# files only.
        await Verify.VerifyAsync("class C;", configure: test =>
        {
            test.SetOption(Option, "contoso.azure-api.net");
            test.AddAdditionalFile("/0/appsettings.json", json);
        });
        await Verify.VerifyAsync("class C;", configure: test =>
        {
            test.SetEditorConfig($"root = true\n[*.cs]\n{Option} = contoso.azure-api.net\n");
            test.AddAdditionalFile("/0/appsettings.json", json);
        });
    }

    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri(, token);""")]
    [InlineData("""object M() => new HttpRequestMessage(HttpMethod.Post, );""")]
    [InlineData("""void M(HttpClient client) => client.BaseAddress = ;""")]
    public Task Broken_code(string members) => Verify.VerifyAsync(Source(members), SdkSet.Stubs, test =>
    {
        test.SetOption(Option, "contoso.azure-api.net");
        test.TolerateCompileErrors();
    });

    private static Task VerifyAsync(string members) => Verify.VerifyAsync(Source(members), SdkSet.Stubs, test => test.SetOption(Option, "contoso.azure-api.net, *.ai.contoso.com"));

    private static string Source(string members) => Usings + "class C(string key, TokenCredential token, IConfiguration configuration)\n{\n" + members + "\nobject Use() => (key, token, configuration);\n}";
}
