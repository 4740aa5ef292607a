using AiSecurity.Analyzers.Rules.Access.Keys;
using AiSecurity.Analyzers.Tests.Verification;
using static AiSecurity.Analyzers.Tests.Rules.Access.KeySource;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.HardCodedKeyAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC102: what is not reported.</summary>
public class HardCodedKeyQuietTests
{
    public static TheoryData<string> Placeholders =>
    [
        "", " ", "x", "xxx", "XXXXXXXX", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "00000000000000000000000000000000",
        "<your-key>", "<API_KEY>", "YOUR_API_KEY", "your-api-key", "YourApiKey", "your_azure_openai_key_here", "{{key}}", "{key}", "${AZURE_OPENAI_KEY}", "%AZURE_OPENAI_KEY%", "$(AzureKey)", "[key]", "[YOUR KEY]",
        "changeme", "change-me", "CHANGE_ME_PLEASE", "replace-me", "REPLACE_WITH_KEY", "insert key here", "Enter your key", "TODO", "todo: key", "placeholder", "dummy", "dummy-key", "DUMMY_API_KEY_1",
        "fake", "fake-key", "fake-api-key-for-tests", "test", "test-key", "test-api-key", "ollama", "lm-studio", "lmstudio", "not-needed", "not_needed", "notneeded", "no-key-required", "none", "unused", "ignored", "n/a", "-", "...", "***", "****************",
        "sk-...", "sk-xxx", "sk-proj-...", "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "sample-key", "example-key", "mock-key", "REDACTED", "secret", "api-key", "apikey", "key", "password", "foo", "bar", "abc", "123", "1234567",
        "AzureOpenAI:ApiKey", "AzureOpenAI__ApiKey", "AZURE_OPENAI_API_KEY", "OPENAI_API_KEY", "ConnectionStrings:OpenAI", "azure-openai-key", "Azure.OpenAI.Key", "MySettings:Section1:ApiKey2", "kv/azure-openai/key",
    ];

    public static TheoryData<string> Keys =>
    [
        FakeKeys.Hex, FakeKeys.OtherHex.ToUpperInvariant(), FakeKeys.Azure, FakeKeys.Search, FakeKeys.OpenAIProject, FakeKeys.OpenAIService, FakeKeys.OpenAIAdmin, FakeKeys.Anthropic, FakeKeys.HuggingFace, FakeKeys.ClientSecret,
        " " + FakeKeys.Hex + " ", "8d0c6a52-0f0b-4c55-9c0e-3f1b2a7d9e64", "gsk_" + "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7cF0iL3oR6uX9zC2fI5lO8", "ghp_" + "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7cF0iL3oR6", "AIzaSy" + "B3dE6gH9jK2mN5pQ8sT1vW4yZ7cF0iL3o", "x7Kq2Vn9Rt+Lw4sYb8/ZcDf1Gh==",
    ];

    [Theory]
    [MemberData(nameof(Placeholders))]
    public void A_placeholder_or_a_name_is_no_key(string text) => Assert.False(KeyText.IsKey(text));

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_key_is_one(string text) => Assert.True(KeyText.IsKey(text));

    [Theory]
    [MemberData(nameof(Placeholders))]
    public Task A_placeholder_at_a_sink(string text)
    {
        var literal = Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);
        return QuietAsync($"object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential({literal}));\nobject N() => new OpenAIClient({literal});");
    }

    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(key));""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(configuration["AzureOpenAI:ApiKey"]!));""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(configuration["AzureOpenAI:ApiKey"] ?? ""));""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(configuration["AzureOpenAI:ApiKey"] ?? throw new InvalidOperationException("AzureOpenAI:ApiKey is missing in appsettings12345678.json")));""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(configuration.GetValue("AzureOpenAI:ApiKey", "<key>")!));""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Environment.GetEnvironmentVariable("AZURE_OPENAI_API_KEY_12345678")!));""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri("https://HEX.openai.azure.com"), new DefaultAzureCredential());""")]
    [InlineData("""object M() => new SearchClient(endpoint, "HEX", new DefaultAzureCredential());""")]
    [InlineData("""object M() => SpeechConfig.FromSubscription(key, "HEX");""")]
    [InlineData("""object M() => new ClientSecretCredential("8d0c6a52-0f0b-4c55-9c0e-3f1b2a7d9e64", "8d0c6a52-0f0b-4c55-9c0e-3f1b2a7d9e64", key);""")]
    [InlineData("""object M() => new ClientSecretCredential("tenant", "client", "<client-secret>");""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("HEX", "https://contoso.openai.azure.com", key);""")]
    [InlineData("""string Text => "HEX"; object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(key));""")]
    [InlineData("""object M() => new AzureOpenAIConfig { Deployment = "HEX", APIKey = key };""")]
    public Task Keys_from_elsewhere_and_other_constants(string member) => QuietAsync(member.Replace("Deployment = \"HEX\", ", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("""object M() => new Own.EventGridPublisherClient(endpoint, new AzureKeyCredential("HEX"));""")]
    [InlineData("""object M() { var credential = new AzureKeyCredential("HEX"); return new Own.EventGridPublisherClient(endpoint, credential); }""")]
    public Task Other_clients(string member) => QuietAsync(
        member, test => test.TestState.AdditionalReferences.Add(LibraryReference.Of("namespace Own { public class EventGridPublisherClient { public EventGridPublisherClient(System.Uri endpoint, Azure.AzureKeyCredential credential) { } } }")));

    [Theory]
    [InlineData("""void M(HttpClient client) { client.BaseAddress = new Uri("https://api.github.com/"); client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "HEX"); }""")]
    [InlineData("""void M(HttpClient client) { client.BaseAddress = new Uri("https://api.github.com/"); client.DefaultRequestHeaders.Add("Authorization", "Bearer HEX"); }""")]
    [InlineData("""void M(HttpClient client) { client.BaseAddress = new Uri("https://contoso.openai.azure.com/"); client.DefaultRequestHeaders.Add("x-request-id", "HEX"); }""")]
    [InlineData("""void M(HttpClient client) { client.BaseAddress = new Uri("https://contoso.openai.azure.com/"); client.DefaultRequestHeaders.Add("api-key", key); }""")]
    [InlineData("""void M(HttpClient client) { client.BaseAddress = new Uri("https://contoso.openai.azure.com/"); client.DefaultRequestHeaders.Add("api-key", "<key>"); }""")]
    [InlineData("""void M(HttpClient client) { client.BaseAddress = new Uri("https://contoso.openai.azure.com/"); client.DefaultRequestHeaders.Authorization = new("Bearer", token.GetToken(new TokenRequestContext(["https://ai.azure.com/.default"]), default).Token); }""")]
    [InlineData("""void M(HttpClient client) { client.BaseAddress = new Uri("https://contoso.openai.azure.com/"); client.DefaultRequestHeaders.Remove("api-key"); }""")]
    [InlineData("""void M(Microsoft.AspNetCore.Http.HttpResponse response) => response.Headers["x-id"] = "HEX";""")]
    public Task Other_headers(string member) => QuietAsync(member);

    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential("HEX""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(""")]
    [InlineData("""string Text => "AZURE""")]
    [InlineData("""string Text => $"{"PROJECT""")]
    [InlineData("""string Text => "a" + + "b" +;""")]
    [InlineData("""const string Key = Key + "HEX"; object M() => new OpenAIClient(Key);""")]
    [InlineData("""static readonly string A = B; static readonly string B = A; object M() => new OpenAIClient(A);""")]
    [InlineData("""static string A() => B(); static string B() => A(); object M() => new OpenAIClient(A());""")]
    [InlineData("""string P => P; object M() => new OpenAIClient(P);""")]
    [InlineData("""object M(string k = ) => new OpenAIClient(k);""")]
    public Task Code_that_is_not_finished(string member) => QuietAsync(
        member,
        test =>
        {
            test.TolerateCompileErrors();
            test.DisabledDiagnostics.Add("AISEC102");
        });

    [Fact]
    public Task No_SDK() => Verify.VerifyAsync(
        KeyWords.Expand("""class AzureKeyCredential(string key); class C { object M() => new AzureKeyCredential("HEX"); void N(HttpClient client) => client.DefaultRequestHeaders.Add("x-key", "HEX"); }"""),
        SdkSet.Bare);

    /// <summary>Local servers want some key, whichever.</summary>
    [Theory]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential("HEX"), new OpenAIClientOptions { Endpoint = new Uri("http://localhost:1234/v1") });""")]
    [InlineData("""object M() => new ChatClient("phi", new ApiKeyCredential("HEX"), new OpenAIClientOptions { Endpoint = new Uri("http://ollama:11434/v1") });""")]
    [InlineData("""object M() { var credential = new ApiKeyCredential("HEX"); return new OpenAIClient(credential, new OpenAIClientOptions { Endpoint = new Uri("http://127.0.0.1:1234/v1") }); }""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri("http://localhost:8080"), new AzureKeyCredential("HEX"));""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("gpt", "http://localhost:8080", "HEX");""")]
    public Task Loopback(string member) => QuietAsync(member);

    private static Task QuietAsync(string members, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(KeyWords.Expand(Members(members)), SdkSet.Stubs, configure);
}
