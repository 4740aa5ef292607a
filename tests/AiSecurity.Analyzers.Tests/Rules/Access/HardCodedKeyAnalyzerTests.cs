using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Rules.Access;
using AiSecurity.Analyzers.Tests.Verification;
using static AiSecurity.Analyzers.Tests.Rules.Access.KeySource;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.HardCodedKeyAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC102: constants that reach a place for keys. HEX stands for a key, OTHER for another.</summary>
public class HardCodedKeyAnalyzerTests
{
    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|"HEX"|]));""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new ApiKeyCredential(key: [|"HEX"|]));""")]
    [InlineData("""object M() => new AzureOpenAIClient(credential: new AzureKeyCredential([|"HEX"|]), endpoint: endpoint);""")]
    [InlineData("""object M() { AzureKeyCredential credential = new([|"HEX"|]); return new AzureOpenAIClient(endpoint, credential); }""")]
    [InlineData("""object M() => new SearchClient(endpoint, "docs", new AzureKeyCredential([|"HEX"|]));""")]
    [InlineData("""object M() => SpeechConfig.FromSubscription([|"HEX"|], "westeurope");""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("gpt", "https://contoso.openai.azure.com", [|"HEX"|]);""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion(apiKey: [|"HEX"|], deploymentName: "gpt", endpoint: "https://contoso.openai.azure.com");""")]
    [InlineData("""void M(IServiceCollection services) => services.AddAzureOpenAIChatCompletion("gpt", endpoint.ToString(), [|"HEX"|]);""")]
    [InlineData("""object M() => new AzureOpenAIConfig { APIKey = [|"HEX"|] };""")]
    [InlineData("""void M(IHostApplicationBuilder builder) => builder.AddAzureOpenAIClient("openai", settings => settings.Key = [|"HEX"|]);""")]
    [InlineData("""void M(IServiceCollection services) => services.AddAzureClients(clients => clients.AddSearchIndexClient(endpoint, new AzureKeyCredential([|"HEX"|])));""")]
    [InlineData("""void M(AzureKeyCredential credential) => credential.Update([|"HEX"|]);""")]
    [InlineData("""void M(ApiKeyCredential credential) => credential.Update([|"HEX"|]);""")]
    [InlineData("""static readonly AzureKeyCredential Credential = new([|"HEX"|]);""")]
    [InlineData("""void M(IServiceCollection services) => services.AddSingleton(new AzureKeyCredential([|"HEX"|]));""")]
    public Task A_literal_at_the_sink(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("""object M() => new OpenAIClient([|"HEX"|]);""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential([|"HEX"|]));""")]
    [InlineData("""object M() => new ChatClient("gpt", [|"HEX"|]);""")]
    [InlineData("""object M() => new ChatClient(model: "gpt", apiKey: [|"HEX"|]);""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential([|"HEX"|]), new OpenAIClientOptions { Endpoint = new Uri("https://api.openai.com/v1") });""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential([|"HEX"|]), new OpenAIClientOptions { Endpoint = new Uri("https://models.github.ai/inference") });""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential([|"HEX"|]), new OpenAIClientOptions { Endpoint = new Uri("https://api.groq.com/openai/v1") });""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri("https://contoso.azure-api.net"), new AzureKeyCredential([|"HEX"|]));""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddOpenAIChatCompletion("gpt", [|"HEX"|]);""")]
    [InlineData("""object M() => new Azure.AI.OpenAI.Assistants.AssistantsClient([|"HEX"|]);""")]
    [InlineData("""object M() => new Azure.AI.AnomalyDetector.AnomalyDetectorClient(endpoint, new AzureKeyCredential([|"HEX"|]));""")]
    public Task Other_endpoints_and_services_without_Entra(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("""const string Key = [|"HEX"|]; object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Key));""")]
    [InlineData("""static readonly string Key = [|"HEX"|]; object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Key));""")]
    [InlineData("""private string _key = [|"HEX"|]; object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(_key));""")]
    [InlineData("""public string Key { get; set; } = [|"HEX"|]; object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Key));""")]
    [InlineData("""static string Key => [|"HEX"|]; object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Key));""")]
    [InlineData("""static string Key { get { return [|"HEX"|]; } } object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Key));""")]
    [InlineData("""static string Key() => [|"HEX"|]; object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Key()));""")]
    [InlineData("""static string Key() { return [|"HEX"|]; } object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Key()));""")]
    [InlineData("""object M() { var k = [|"HEX"|]; return new AzureOpenAIClient(endpoint, new AzureKeyCredential(k)); }""")]
    [InlineData("""object M() { const string K = [|"HEX"|]; return new AzureOpenAIClient(endpoint, new AzureKeyCredential(K)); }""")]
    [InlineData("""object M() { string k; k = [|"HEX"|]; return new AzureOpenAIClient(endpoint, new AzureKeyCredential(k)); }""")]
    [InlineData("""object M() { var (e, k) = ("https://contoso.openai.azure.com", [|"HEX"|]); return new AzureOpenAIClient(new Uri(e), new AzureKeyCredential(k)); }""")]
    [InlineData("""private object Create(string k) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(k)); object M() => Create([|"HEX"|]);""")]
    [InlineData("""private object Create(AzureKeyCredential c) => new AzureOpenAIClient(endpoint, c); object M() => Create(new AzureKeyCredential([|"HEX"|]));""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|"HALF1" + "HALF2"|]));""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|$"HALF1HALF2"|]));""")]
    [InlineData("""object M() { const string half = "HALF1"; return new AzureOpenAIClient(endpoint, new AzureKeyCredential([|$"{half}HALF2"|])); }""")]
    [InlineData("""object M() { const string half = "HALF1"; return new AzureOpenAIClient(endpoint, new AzureKeyCredential([|half + "HALF2"|])); }""")]
    [InlineData(""""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|"""HEX"""|]));"""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|@"HEX"|]));""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(([|"HEX"|])!));""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential((string)[|"HEX"|]));""")]
    public Task A_constant_in_every_place(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Environment.GetEnvironmentVariable("KEY") ?? [|"HEX"|]));""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(configuration["AzureOpenAI:Key"] ?? [|"HEX"|]));""")]
    [InlineData("""object M() { var k = configuration["AzureOpenAI:Key"] ?? [|"HEX"|]; return new AzureOpenAIClient(endpoint, new AzureKeyCredential(k)); }""")]
    [InlineData("""object M() { var k = configuration["AzureOpenAI:Key"]; k ??= [|"HEX"|]; return new AzureOpenAIClient(endpoint, new AzureKeyCredential(k)); }""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(configuration.GetValue("AzureOpenAI:Key", [|"HEX"|])!));""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(configuration.GetValue<string>("AzureOpenAI:Key", defaultValue: [|"HEX"|])));""")]
    [InlineData("""object M(bool local) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(local ? [|"HEX"|] : key));""")]
    [InlineData("""object M(string mode) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(mode switch { "a" => [|"HEX"|], "b" => [|"OTHER"|], _ => key }));""")]
    [InlineData("""object M(bool local) { string k; if (local) k = [|"HEX"|]; else k = key; return new AzureOpenAIClient(endpoint, new AzureKeyCredential(k)); }""")]
    [InlineData("""object M(string apiKey = [|"HEX"|]) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(apiKey));""")]
    [InlineData("""object M(string? apiKey = null) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(apiKey ?? [|"HEX"|]));""")]
    [InlineData("""private object Create(string apiKey = [|"HEX"|]) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(apiKey)); object M() => Create();""")]
    public Task A_fallback(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("""void M(HttpClient client) { client.BaseAddress = new Uri("https://contoso.openai.azure.com/"); client.DefaultRequestHeaders.Add("api-key", [|"HEX"|]); }""")]
    [InlineData("""void M(HttpClient client) { client.BaseAddress = new Uri("https://contoso.openai.azure.com/"); client.DefaultRequestHeaders.TryAddWithoutValidation("API-KEY", [|"HEX"|]); }""")]
    [InlineData("""void M(HttpRequestMessage request) { request.RequestUri = new Uri("https://westeurope.api.cognitive.microsoft.com/"); request.Headers.Add("Ocp-Apim-Subscription-Key", [|"HEX"|]); }""")]
    [InlineData("""const string Header = "api-key"; void M(HttpRequestMessage request) { request.RequestUri = new Uri("https://contoso.openai.azure.com/"); request.Headers.Add(name: Header, value: [|"HEX"|]); }""")]
    [InlineData("""static readonly string Key = [|"HEX"|]; void M(HttpRequestMessage request) { request.RequestUri = new Uri("https://contoso.openai.azure.com/"); request.Headers.Add("api-key", Key); }""")]
    [InlineData("""static readonly string Key = [|"HEX"|]; void M(HttpRequestMessage request) { request.RequestUri = new Uri("https://contoso.openai.azure.com/"); request.Headers.Add("api-key", $"{Key}"); }""")]
    [InlineData("""void M(HttpClient client) { client.BaseAddress = new Uri("https://contoso.openai.azure.com/"); client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", [|"HEX"|]); }""")]
    [InlineData("""void M(HttpClient client) { client.BaseAddress = new Uri("https://api.openai.com/v1/"); client.DefaultRequestHeaders.Add("Authorization", [|"Bearer HEX"|]); }""")]
    [InlineData("""void M(HttpClient client) { client.BaseAddress = new Uri("https://api.openai.com/v1/"); client.DefaultRequestHeaders.Add("Authorization", [|"Bearer " + "HEX"|]); }""")]
    [InlineData("""const string Key = [|"HEX"|]; void M(HttpClient client) { client.BaseAddress = new Uri("https://api.openai.com/v1/"); client.DefaultRequestHeaders.Authorization = new("Bearer", Key); }""")]
    [InlineData("""static readonly string Key = [|"HEX"|]; void M(HttpClient client) { client.BaseAddress = new Uri("https://api.openai.com/v1/"); client.DefaultRequestHeaders.Add("Authorization", $"Bearer {Key}"); }""")]
    [InlineData("""void M(PipelineRequestHeaders headers, string url = "https://contoso.openai.azure.com/openai/v1") => headers.Set("api-key", [|"HEX"|]);""")]
    public Task A_header(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("""object M() => new ClientSecretCredential("tenant", "client", [|"SECRET"|]);""")]
    [InlineData("""object M() => new ClientSecretCredential(clientSecret: [|"SECRET"|], tenantId: "tenant", clientId: "client");""")]
    [InlineData("""const string Secret = [|"SECRET"|]; object M() => new AzureOpenAIClient(endpoint, new ClientSecretCredential("tenant", "client", Secret));""")]
    [InlineData("""object M() => new ClientSecretCredential("tenant", "client", configuration["AzureAd:ClientSecret"] ?? [|"SECRET"|], new ClientSecretCredentialOptions());""")]
    public Task A_client_secret(string member) => VerifyAsync(member);

    [Fact]
    public Task Test_projects_too() => VerifyAsync(
        """
        object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|"HEX"|]));
        object N() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(key));
        """,
        test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Top_level_statements() => VerifySourceAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;

        const string Key = [|"HEX"|];
        var client = new AzureOpenAIClient(new Uri(args[0]), new AzureKeyCredential(Key));
        Console.WriteLine((client, Create(), Create([|"OTHER"|])));

        AzureOpenAIClient Create(string key = "<key>") => new(new Uri(args[0]), new AzureKeyCredential(key));
        """);

    [Fact]
    public Task A_constant_that_two_clients_use_is_one_finding() => VerifyAsync(
        """
        const string Key = [|"HEX"|];
        object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Key));
        object N() => new SearchClient(endpoint, "docs", new AzureKeyCredential(Key));
        """);

    [Fact]
    public Task A_constant_of_another_file_is_reported_where_it_stands() => VerifySourceAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;
        class C
        {
            object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Settings.Key));
            object N(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Settings.Other));
        }
        """,
        test =>
        {
            test.AddSource("/0/Settings.cs", WithKeys("""static class Settings { public const string Key = [|"HEX"|]; public static readonly string Other = [|"OTHER"|]; }"""));
            test.AddSource("/0/Second.cs", """class D { object M(System.Uri endpoint) => new Azure.AI.OpenAI.AzureOpenAIClient(endpoint, new Azure.AzureKeyCredential(Settings.Key)); }""");
        });

    [Fact]
    public Task A_constant_of_a_library_is_reported_at_the_sink() => VerifySourceAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;
        class C
        {
            object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|Library.Keys.Key|]));
            object N(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Library.Keys.ReadAtRunTime));
        }
        """,
        test => test.TestState.AdditionalReferences.Add(LibraryReference.Of(WithKeys("""namespace Library { public static class Keys { public const string Key = "HEX"; public static readonly string ReadAtRunTime = "HEX"; } }"""))));

    [Fact]
    public Task Kinds_of_code() => VerifySourceAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;
        using Client = Azure.AI.OpenAI.AzureOpenAIClient;
        using static Keys;

        static class Keys { public const string Key = [|"HEX"|]; }
        class Derived(Uri endpoint) : AzureOpenAIClient(endpoint, new AzureKeyCredential(Key));
        class Classic : Client { public Classic(Uri endpoint) : base(endpoint, new AzureKeyCredential([|"OTHER"|])) { } }
        record Options(string Key = [|"OTHER"|]) { public Client Create(Uri endpoint) => new(endpoint, new AzureKeyCredential(Key)); }
        partial class C { private const string Part = [|"OTHER"|]; }
        partial class C { object M(Uri endpoint) { Client Local() => new(endpoint, new AzureKeyCredential(Part)); return Local(); } }
        """);

    [Theory]
    [InlineData(SdkSet.AzureOpenAI_1_0_beta6, """class C { object M(System.Uri e) => new Azure.AI.OpenAI.OpenAIClient(e, new Azure.AzureKeyCredential([|"HEX"|])); object N() => new Azure.AI.OpenAI.OpenAIClient([|"OTHER"|]); }""")]
    [InlineData(SdkSet.AzureOpenAI_2_1, """class C { object M(System.Uri e) => new Azure.AI.OpenAI.AzureOpenAIClient(e, new Azure.AzureKeyCredential([|"HEX"|])); object N() => new OpenAI.OpenAIClient([|"OTHER"|]); }""")]
    [InlineData(SdkSet.DuplicateCredentials, """class C { object M(System.Uri e) => new Azure.AI.OpenAI.AzureOpenAIClient(e, new Azure.AzureKeyCredential([|"HEX"|])); }""")]
    [InlineData(SdkSet.OpenAI_1_11, """class C { object M() => new OpenAI_API.OpenAIAPI(new OpenAI_API.APIAuthentication([|"HEX"|])); }""")]
    [InlineData(SdkSet.OtherLibraries, """class C { object M() => new Microsoft.Azure.CognitiveServices.Vision.ComputerVision.ApiKeyServiceClientCredentials([|"HEX"|]); }""")]
    [InlineData(SdkSet.OtherLibraries, """using RestSharp; class C { object M(RestRequest request, string url = "https://contoso.openai.azure.com/openai") => request.AddHeader("api-key", [|"HEX"|]); }""")]
    [InlineData(SdkSet.OtherLibraries, """using Flurl.Http; class C { object M() => "https://contoso.openai.azure.com/openai".WithHeader("api-key", [|"HEX"|]); }""")]
    public Task Other_SDKs(SdkSet set, string source) => Verify.VerifyAsync(WithKeys(source), set);

    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential("HEX"));""", "AzureOpenAIClient")]
    [InlineData("""object M() => SpeechConfig.FromSubscription("HEX", "westeurope");""", "FromSubscription")]
    [InlineData("""object M() => new OpenAIClient("PROJECT");""", "OpenAIClient")]
    [InlineData("""object M() => new ClientSecretCredential("t", "c", "SECRET");""", "ClientSecretCredential")]
    [InlineData("""void M(HttpClient client) { client.BaseAddress = new Uri("https://contoso.openai.azure.com/"); client.DefaultRequestHeaders.Add("api-key", "HEX"); }""", "api-key")]
    [InlineData("""object M() => new AzureOpenAIConfig { APIKey = "HEX" };""", "AzureOpenAIConfig.APIKey")]
    [InlineData("""string Text => "AZURE";""", "")]
    [InlineData("""string Text => "key is SEARCH or " + "ANTHROPIC";""", "")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(configuration["a"] ?? "AZURE"));""", "AzureOpenAIClient")]
    [InlineData("""void M(string apiKey = "HEX") => new ApiKeyCredential(apiKey).Update("OTHER");""", "")]
    public async Task The_message_never_holds_a_key(string member, string name)
    {
        var diagnostics = await Findings.OfAsync<HardCodedKeyAnalyzer>(WithKeys(Members(member)));
        Assert.NotEmpty(diagnostics);
        Assert.Contains(diagnostics, diagnostic => diagnostic.GetMessage().Contains(name, StringComparison.Ordinal));
        string[] keys = [FakeKeys.Hex, FakeKeys.OtherHex, FakeKeys.Azure, FakeKeys.Search, FakeKeys.OpenAIProject, FakeKeys.Anthropic, FakeKeys.ClientSecret];
        foreach (var text in diagnostics.SelectMany(diagnostic => diagnostic.Properties.Values.Append(diagnostic.GetMessage())))
            Assert.All(keys, key => Assert.All(Enumerable.Range(0, key.Length - 6), start => Assert.DoesNotContain(key.Substring(start, 7), text, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("ai_security.credential", "ManagedIdentityCredential")]
    [InlineData("ai_security.AISEC102.credential", "ManagedIdentityCredential")]
    [InlineData("ai_security.AISEC101.credential", "DefaultAzureCredential")]
    public async Task The_option_decides_which_credential_the_message_names(string option, string credential)
    {
        var diagnostics = await Findings.OfAsync<HardCodedKeyAnalyzer>(
            WithKeys(Members("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential("HEX"));""")),
            options: new Dictionary<string, string> { [option] = "managed_identity" });
        Assert.Contains(" " + credential, Assert.Single(diagnostics).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Entra_the_message_names_configuration()
    {
        var message = Assert.Single(await Findings.OfAsync<HardCodedKeyAnalyzer>(WithKeys(Members("""object M() => new ChatClient("gpt", "HEX");""")))).GetMessage();
        Assert.Contains("configuration", message, StringComparison.Ordinal);
        Assert.DoesNotContain("Credential", message, StringComparison.Ordinal);
    }

    /// <summary>A header's value is followed through sums as it is through interpolations.</summary>
    [Theory]
    [InlineData("""static readonly string Key = [|"HEX"|]; void M(HttpClient client) { client.BaseAddress = new Uri("https://api.openai.com/v1/"); client.DefaultRequestHeaders.Add("Authorization", "Bearer " + Key); }""")]
    [InlineData("""void M(System.Net.WebHeaderCollection headers, string url = "https://contoso.openai.azure.com/openai/v1") => headers["api-key"] = [|"HEX"|];""")]
    public Task A_header_by_other_means(string member) => VerifyAsync(member);

    /// <summary>A caller that leaves the argument out takes the default, whatever other callers do.</summary>
    [Fact]
    public Task A_default_that_some_callers_take() => VerifyAsync(
        """private object Create(string apiKey = [|"HEX"|]) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(apiKey)); object M() => (Create(), Create(key));""");

    private static string WithKeys(string source) => KeyWords.Expand(source);

    private static Task VerifyAsync([StringSyntax("C#-test")] string members, Action<Verify.Test>? configure = null) => VerifySourceAsync(Members(members), configure);

    private static Task VerifySourceAsync([StringSyntax("C#-test")] string source, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(WithKeys(source), SdkSet.Stubs, configure);
}
