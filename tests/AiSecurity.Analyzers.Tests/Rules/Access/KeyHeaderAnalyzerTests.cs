using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.KeyHeaderAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC103: what is reported.</summary>
public class KeyHeaderAnalyzerTests
{
    private const string Usings = "using System.Net;\nusing System.Net.Http.Headers;\nusing Azure.Core;\nusing Azure.Core.Pipeline;\nusing Microsoft.Extensions.Configuration;\n";

    [Theory]
    [InlineData("""[|request.Headers.Add("api-key", key)|];""")]
    [InlineData("""[|request.Headers.TryAddWithoutValidation("API-KEY", key)|];""")]
    [InlineData("""[|request.Headers.Add(value: key, name: "api-key")|];""")]
    [InlineData("""[|request.Headers.Add("Ocp-Apim-Subscription-Key", $"{key}")|];""")]
    [InlineData("""[|request.Headers.Add("api-key", configuration["Key"])|];""")]
    [InlineData("""[|request.Headers.Add("Authorization", $"Bearer {key}")|];""")]
    [InlineData("""[|request.Headers.Add("Authorization", "Bearer " + key)|];""")]
    [InlineData("""request.Headers.Authorization = [|new AuthenticationHeaderValue("Bearer", key)|];""")]
    [InlineData("""request.Headers.Authorization = [|new("Bearer", key)|];""")]
    [InlineData("""[|request.Headers.Add(Names.Key, key)|];""")]
    [InlineData("""[|request.Headers.Add(Names.Late, key)|];""")]
    [InlineData("""var name = "api-key"; [|request.Headers.Add(name, key)|];""")]
    [InlineData("""Set("api-key"); void Set(string name) => [|request.Headers.Add(name, key)|];""")]
    public Task Headers_of_a_request(string statement) => VerifyAsync(
        "void M() { var request = new HttpRequestMessage(HttpMethod.Post, \"https://contoso.openai.azure.com/openai/deployments/a\"); " + statement + " }");

    /// <summary>What an option is set to where it is declared says whose service it is meant for.</summary>
    [Theory]
    [InlineData("{ get; set; } = \"https://contoso.openai.azure.com\";", true)]
    [InlineData("{ get; set; } = \"https://api.contoso.com\";", false)]
    [InlineData("{ get; set; } = \"\";", false)]
    public Task Options_of_another_file(string declaration, bool isReported) => Verify.VerifyAsync(
        $$"""class C { void M(HttpClient http, ModelOptions options) { http.BaseAddress = new Uri(options.BaseUrl); {{(isReported ? "[|http.DefaultRequestHeaders.Add(\"api-key\", options.Subscription)|]" : "http.DefaultRequestHeaders.Add(\"api-key\", options.Subscription)")}}; } }""",
        SdkSet.Latest,
        test => test.AddSource("/0/ModelOptions.cs", "public class ModelOptions { public string BaseUrl " + declaration + " public string Subscription { get; set; } = \"\"; }"));

    [Fact]
    public Task A_project_without_an_SDK() => Verify.VerifyAsync(
        """class C { void M(string key) { var request = new HttpRequestMessage(HttpMethod.Post, "https://contoso.openai.azure.com/"); [|request.Headers.Add("api-key", key)|]; } }""", SdkSet.Bare);

    [Theory]
    [InlineData("""new HttpRequestMessage(HttpMethod.Post, $"https://{region}.api.cognitive.microsoft.com/sts/v1.0/issueToken")""")]
    [InlineData("""new HttpRequestMessage(HttpMethod.Post, "https://" + region + ".api.cognitive.microsoft.com/sts/v1.0/issueToken")""")]
    [InlineData("""new HttpRequestMessage(HttpMethod.Post, new Uri("https://contoso.cognitiveservices.azure.com/contentsafety/text:analyze"))""")]
    [InlineData("""new HttpRequestMessage { RequestUri = new Uri("https://contoso.search.windows.net/indexes/a/docs") }""")]
    [InlineData("""new HttpRequestMessage(HttpMethod.Post, configuration["AzureOpenAI:Endpoint"] + "/chat")""")]
    [InlineData("""new HttpRequestMessage(HttpMethod.Post, azureOpenAIEndpoint)""")]
    [InlineData("""new HttpRequestMessage(HttpMethod.Post, $"{configuration["Endpoint"]}/openai/deployments/{region}/chat/completions")""")]
    [InlineData("""new HttpRequestMessage(HttpMethod.Post, configuration["Endpoint"] + "/openai/v1/responses")""")]
    [InlineData("""new HttpRequestMessage(HttpMethod.Post, configuration["Endpoint"] + "/contentsafety/text:analyze?api-version=2024-09-01")""")]
    public Task Endpoints(string request) => VerifyAsync("void M(string region, string azureOpenAIEndpoint) { var request = " + request + """; [|request.Headers.Add("api-key", key)|]; }""");

    [Theory]
    [InlineData("""void M() { var client = new HttpClient { BaseAddress = new Uri("https://contoso.openai.azure.com/") }; [|client.DefaultRequestHeaders.Add("api-key", key)|]; }""")]
    [InlineData("""void M() { var client = new HttpClient(); client.BaseAddress = new("https://contoso.openai.azure.com/"); [|client.DefaultRequestHeaders.Add("api-key", key)|]; }""")]
    [InlineData("""HttpClient client = new(); C() => [|client.DefaultRequestHeaders.Add("api-key", "" + key)|]; Task<HttpResponseMessage> Ask() => client.PostAsync("https://contoso.openai.azure.com/openai", null);""")]
    [InlineData("""void M(HttpClient client) { [|client.DefaultRequestHeaders.Add("api-key", key)|]; client.PostAsync(Names.Url, null); }""")]
    [InlineData("""void M(HttpClient client, string url) { client.DefaultRequestHeaders.Authorization = [|new AuthenticationHeaderValue("Bearer", key)|]; client.PostAsync($"https://{url}.openai.azure.com/openai/v1/responses", null); }""")]
    [InlineData("""void M(HttpClient client) => [|client.DefaultRequestHeaders.Add("api-key", configuration["AzureOpenAI:ApiKey"])|];""")]
    [InlineData("""void M(HttpClient client, string secret, string region) { [|client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", secret)|]; client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Region", region); }""")]
    [InlineData("""Task M(HttpClient client, string secret) { [|client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", secret)|]; return client.PostAsync("/translate?api-version=3.0&to=en", null); }""")]
    [InlineData("""void M() { var request = new HttpRequestMessage(HttpMethod.Post, configuration["Aoai:Url"]); [|request.Headers.Add("api-key", configuration["Aoai:Key"])|]; }""")]
    [InlineData("""void M() { var request = new HttpRequestMessage(HttpMethod.Post, configuration["Alerts:Url"] ?? "https://contoso.openai.azure.com/"); [|request.Headers.Add("api-key", configuration["Alerts:Key"])|]; }""")]
    [InlineData("""void M() { var request = new HttpRequestMessage(HttpMethod.Post, configuration["Models:Url"]); [|request.Headers.Add("api-key", configuration["Secrets:Key"])|]; _ = "https://contoso.openai.azure.com"; }""")]
    [InlineData("""void M(HttpClient client, string contentSafetyKey) => [|client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", contentSafetyKey)|];""")]
    [InlineData("""void M(HttpClient client) => client.DefaultRequestHeaders.Authorization = [|new("Bearer", Environment.GetEnvironmentVariable("AZURE_OPENAI_API_KEY"))|];""")]
    [InlineData("""class AoaiOptions { public string Key { get; set; } = ""; } void M(HttpRequestMessage request, AoaiOptions options) => [|request.Headers.Add("api-key", $"{options.Key}")|];""")]
    [InlineData("""class AzureOpenAISettings { public string? Secret { get; init; } } void M(HttpRequestMessage request, AzureOpenAISettings settings) => [|request.Headers.Add("api-key", settings.Secret)|];""")]
    [InlineData("""void M(HttpRequestMessage request, string azureOpenAIKey) => [|request.Headers.Add("api-key", $"{azureOpenAIKey}")|];""")]
    public Task Headers_of_a_client(string members) => VerifyAsync(members.Replace("C() =>", "public void Start() =>", StringComparison.Ordinal));

    [Theory]
    [InlineData("""List<Header> list = [[|new("api-key", key)|], new("a", "b")]; foreach (var h in list) request.Headers.Add(h.Name, h.Value);""")]
    [InlineData("""List<Header> list = new() { new Header("a", "b"), [|new Header("api-key", key)|] }; foreach (var h in list) request.Headers.Add(h.Name, h.Value);""")]
    [InlineData("""var list = new[] { [|("api-key", key)|], ("a", "b") }; foreach (var (name, value) in list) request.Headers.TryAddWithoutValidation(name, value);""")]
    [InlineData("""var list = new Dictionary<string, string> { [|["api-key"] = key|] }; foreach (var pair in list) request.Headers.Add(pair.Key, pair.Value);""")]
    [InlineData("""var list = new Dictionary<string, string> { [|{ "api-key", key }|] }; foreach (var (name, value) in list) request.Headers.Add(name, value);""")]
    [InlineData("""foreach (var h in Headers()) request.Headers.Add(h.Name, h.Value); Header[] Headers() => [[|new("api-key", key)|]];""")]
    public Task Lists_of_headers(string statements) => VerifyAsync(
        "record Header(string Name, string Value); void M() { var request = new HttpRequestMessage(HttpMethod.Post, \"https://contoso.openai.azure.com/openai\"); " + statements + " }");

    [Fact]
    public Task The_name_of_the_type() => Verify.VerifyAsync(Usings +
        """
        class AzureContentSafety
        {
            private readonly HttpClient _client = new();
            private readonly string _endpoint;

            public AzureContentSafety(string endpoint, string apiKey)
            {
                _endpoint = endpoint;
                [|this._client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", apiKey)|];
            }
        }
        """);

    [Fact]
    public Task An_address_in_a_base_class_or_a_subclass() => Verify.VerifyAsync(Usings +
        """
        abstract class Service(HttpClient client)
        {
            protected abstract string Address { get; }
            protected virtual string Prefix => "";
            protected void Sign(HttpRequestMessage request, string key) => [|request.Headers.Add("api-key", key)|];
        }

        class Contoso(HttpClient client) : Service(client) { protected override string Address => "https://contoso.openai.azure.com"; }

        abstract class Cloud(HttpClient client) { protected string Url(string name) => $"https://{name}.openai.azure.com"; }

        class Chat(HttpClient client) : Cloud(client)
        {
            void Sign(HttpRequestMessage request, string key) => [|request.Headers.Add("api-key", key)|];
        }

        abstract class Responses { protected void Sign(HttpRequestMessage request, ModelKey modelKey) => request.Headers.Authorization = [|new AuthenticationHeaderValue("Bearer", modelKey.Secret)|]; }

        class AzureResponses : Responses { string Path(string host) => host + "/openai/v1"; }

        record ModelKey(string Secret);
        """);

    [Fact]
    public Task Top_level_statements() => Verify.VerifyAsync(
        """
        var client = new HttpClient();
        var endpoint = Environment.GetEnvironmentVariable("ENDPOINT");
        [|client.DefaultRequestHeaders.Add("api-key", args[0])|];
        await client.GetAsync($"{endpoint}/openai/v1/video/generations/jobs?api-version=preview");
        """);

    [Theory]
    [InlineData("""var request = WebRequest.Create("https://contoso.openai.azure.com"); [|request.Headers.Add("api-key", key)|]; [|request.Headers["api-key"] = key|];""")]
    public Task Older_requests(string statements) => VerifyAsync("#pragma warning disable SYSLIB0014\nvoid M() { " + statements + " }");

    [Fact]
    public Task RestSharp_and_Flurl() => Verify.VerifyAsync(
        """
        using Flurl.Http;
        using RestSharp;
        class C(string key)
        {
            void M()
            {
                var client = new RestClient("https://contoso.openai.azure.com");
                [|client.AddDefaultHeader("api-key", key)|];
                var request = new RestRequest("https://contoso.openai.azure.com/openai");
                [|request.AddHeader("api-key", key)|];
                _ = [|"https://contoso.openai.azure.com".WithHeader("api-key", key)|];
            }
        }
        """,
        SdkSet.OtherLibraries,
        test => test.AddAdditionalFile("AiSecurity.catalog.txt", "reference RestSharp\n"));

    [Fact]
    public async Task The_message_tells_what_to_do()
    {
        var source = Usings +
            """
            class C
            {
                void M(HttpRequestMessage a, HttpClient b, string apiKey)
                {
                    var request = new HttpRequestMessage(HttpMethod.Post, "https://contoso.openai.azure.com/");
                    request.Headers.Authorization = new("Bearer", apiKey);
                    var regional = new HttpRequestMessage(HttpMethod.Post, "https://westeurope.api.cognitive.microsoft.com/");
                    regional.Headers.Add("Ocp-Apim-Subscription-Key", apiKey);
                }
            }
            """;
        var findings = await Findings.OfAsync<AiSecurity.Analyzers.Rules.Access.KeyHeaderAnalyzer>(source);
        var messages = findings.Select(finding => finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(2, messages.Count);
        Assert.StartsWith("The header 'Authorization' sends a key to an Azure AI service", messages[0], StringComparison.Ordinal);
        Assert.EndsWith("; send a token of Microsoft Entra ID instead", messages[0], StringComparison.Ordinal);
        Assert.Contains("a custom subdomain", messages[1], StringComparison.Ordinal);
    }

    private static Task VerifyAsync(string members) => Verify.VerifyAsync(
        Usings + "class Names { public const string Key = \"api-key\"; public static readonly string Late = \"api-key\"; public const string Url = \"https://contoso.openai.azure.com/openai\"; }\nclass C(string key, IConfiguration configuration)\n{\n" + members + "\n}");
}
