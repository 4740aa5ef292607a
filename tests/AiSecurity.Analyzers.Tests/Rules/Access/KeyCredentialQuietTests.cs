using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using static AiSecurity.Analyzers.Tests.Rules.Access.KeySource;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.KeyCredentialAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC101: what is not reported.</summary>
public class KeyCredentialQuietTests
{
    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, token);""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new DefaultAzureCredential());""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned), new());""")]
    [InlineData("""AzureOpenAIClient M() => new(endpoint, new DefaultAzureCredential());""")]
    [InlineData("""object M() => new AzureOpenAIClient(credential: token, endpoint: endpoint);""")]
    [InlineData("""object M() => new SearchClient(endpoint, "docs", token);""")]
    [InlineData("""object M() => new SearchClient(tokenCredential: token, indexName: "docs", endpoint: endpoint);""")]
    [InlineData("""object M() => new ChatCompletionsClient(endpoint, token);""")]
    [InlineData("""object M() => new ContentSafetyClient(endpoint, new WorkloadIdentityCredential());""")]
    [InlineData("""object M() => new TextTranslationClient(token, endpoint);""")]
    [InlineData("""object M() => SpeechConfig.FromEndpoint(endpoint, token);""")]
    [InlineData("""object M(string bearer) => SpeechConfig.FromAuthorizationToken(bearer, "westeurope");""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("gpt", endpoint.ToString(), token);""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion(credentials: token, endpoint: endpoint.ToString(), deploymentName: "gpt");""")]
    [InlineData("""object M(IKernelBuilder builder, AzureOpenAIClient client) => builder.AddAzureOpenAIChatCompletion("gpt", client);""")]
    [InlineData("""void M(IServiceCollection services) => services.AddAzureOpenAIChatCompletion("gpt", endpoint.ToString(), token);""")]
    [InlineData("""object M() => new AzureOpenAIConfig { Auth = AzureOpenAIConfig.AuthTypes.AzureIdentity };""")]
    [InlineData("""object M() { var config = new AzureAISearchConfig { Auth = AzureAISearchConfig.AuthTypes.ManualTokenCredential }; config.SetCredential(token); return config; }""")]
    [InlineData("""void M(IHostApplicationBuilder builder) => builder.AddAzureOpenAIClient("openai");""")]
    [InlineData("""void M(IHostApplicationBuilder builder) => builder.AddAzureOpenAIClient("openai", settings => settings.Credential = token);""")]
    [InlineData("""void M(IServiceCollection services) => services.AddAzureClients(clients => { clients.AddSearchIndexClient(configuration.GetSection("Search")); clients.AddChatCompletionsClient(endpoint); clients.UseCredential(token); });""")]
    [InlineData("""object M() => new OpenAIClient(new BearerTokenPolicy(token, "https://ai.azure.com/.default"), new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });""")]
    public Task Tokens(string member) => QuietAsync(member);

    [Theory]
    [InlineData("""object M(Uri e, AzureKeyCredential c) => new Azure.Messaging.EventGrid.EventGridPublisherClient(e, c); object N() => M(endpoint, new AzureKeyCredential(key));""")]
    [InlineData("""object M() => new Azure.Messaging.EventGrid.EventGridPublisherClient(endpoint, new AzureKeyCredential(key));""")]
    [InlineData("""object M() { var credential = new AzureKeyCredential(key); return new Azure.Maps.Search.MapsSearchClient(credential, "id"); }""")]
    [InlineData("""object M() => new Azure.Communication.Identity.CommunicationIdentityClient(endpoint, new AzureKeyCredential(key));""")]
    [InlineData("""void M(IServiceCollection services) => services.AddSingleton(new AzureKeyCredential(key));""")]
    [InlineData("""AzureKeyCredential M() => new(key);""")]
    [InlineData("""readonly AzureKeyCredential _credential = new(key); object M() => new Azure.Messaging.EventGrid.EventGridPublisherClient(endpoint, _credential);""")]
    [InlineData("""object M() => new Own.AzureOpenAIClient(endpoint, new AzureKeyCredential(key));""")]
    [InlineData("""object M() => new Own.SearchClient(endpoint, "docs", key);""")]
    [InlineData("""Own.AzureOpenAIClient M() => new(endpoint, new AzureKeyCredential(key));""")]
    [InlineData("""object M() => Own.SpeechConfig.FromSubscription(key, "westeurope");""")]
    [InlineData("""object M(Own.Builder builder) => Own.Extensions.AddAzureOpenAIChatCompletion(builder, "gpt", endpoint.ToString(), apiKey: key);""")]
    [InlineData("""object M() => new Own.AzureOpenAIConfig { APIKey = key };""")]
    public Task Other_clients_and_own_types_of_the_same_name(string member) => QuietAsync(
        member,
        test => test.AddSource("/0/Own.cs",
            """
            using Azure;
            namespace Azure.Messaging.EventGrid { public class EventGridPublisherClient(Uri endpoint, AzureKeyCredential credential); }
            namespace Azure.Maps.Search { public class MapsSearchClient(AzureKeyCredential credential, string clientId); }
            namespace Azure.Communication.Identity { public class CommunicationIdentityClient(Uri endpoint, AzureKeyCredential credential); }
            namespace Own
            {
                public class AzureOpenAIClient(Uri endpoint, AzureKeyCredential credential);
                public class SearchClient(Uri endpoint, string indexName, string apiKey);
                public class SpeechConfig { public static SpeechConfig FromSubscription(string subscriptionKey, string region) => new(); }
                public class Builder;
                public static class Extensions { public static Builder AddAzureOpenAIChatCompletion(Builder builder, string deploymentName, string endpoint, string apiKey) => builder; }
                public class AzureOpenAIConfig { public string? APIKey { get; set; } }
            }
            """));

    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential("<your-key>"));""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential("3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64"));""")]
    [InlineData("""const string Key = "3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64"; object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Key));""")]
    [InlineData("""static readonly string Key = "3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64"; object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Key));""")]
    [InlineData("""object M() { var k = "3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64"; return new AzureOpenAIClient(endpoint, new AzureKeyCredential(k)); }""")]
    [InlineData("""object M() => SpeechConfig.FromSubscription("3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64", "westeurope");""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("gpt", endpoint.ToString(), apiKey: "3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64");""")]
    [InlineData("""object M() => new AzureOpenAIConfig { APIKey = "3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64" };""")]
    public Task Keys_that_are_wholly_constant(string member) => QuietAsync(member);

    [Theory]
    [InlineData("""object M() => new AzureOpenAIConfig { APIKey = "" };""")]
    [InlineData("""object M() => new AzureOpenAIConfig { APIKey = null! };""")]
    [InlineData("""void M(IHostApplicationBuilder builder) => builder.AddAzureOpenAIClient("openai", settings => settings.Key = null);""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, (AzureKeyCredential)null!);""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, default(ApiKeyCredential)!);""")]
    public Task Nothing_handed_over(string member) => QuietAsync(member);

    [Theory]
    [InlineData("""string? M() => configuration["AzureOpenAI:ApiKey"];""")]
    [InlineData("""Type M() => typeof(AzureKeyCredential);""")]
    [InlineData("""string M() => nameof(AzureKeyCredential) + nameof(AzureOpenAIClient);""")]
    [InlineData("""bool M(object credential) => credential is AzureKeyCredential or ApiKeyCredential;""")]
    [InlineData("""void M(AzureKeyCredential credential) => credential.Update(key);""")]
    [InlineData("""object M() => new { ApiKey = key, Endpoint = "https://contoso.openai.azure.com" };""")]
    [InlineData("""object M(AzureOpenAIClient client) => client.GetChatClient("gpt");""")]
    [InlineData("""object M(IServiceProvider services) => services.GetRequiredService<AzureOpenAIClient>();""")]
    [InlineData("""void M(IServiceCollection services) => services.AddSingleton<AzureOpenAIClient>();""")]
    [InlineData("""object M(Func<Uri, AzureKeyCredential, AzureOpenAIClient> create) => create;""")]
    [InlineData("""string? M(Aspire.Azure.AI.OpenAI.AzureOpenAISettings settings) => settings.Key;""")]
    [InlineData("""bool M(AzureOpenAIConfig config) => config.APIKey == key;""")]
    public Task No_client_gets_a_key(string member) => QuietAsync(member);

    [Fact]
    public Task Generated_code() => QuietSourceAsync(
        "class C { }",
        test => test.AddSource("/0/Client.g.cs", "class Generated { object M(System.Uri endpoint, string key) => new Azure.AI.OpenAI.AzureOpenAIClient(endpoint, new Azure.AzureKeyCredential(key)); }"));

    [Theory]
    [InlineData("true")]
    [InlineData("True")]
    public Task Test_projects(string value) => QuietAsync(
        """
        object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(key));
        object N() => SpeechConfig.FromSubscription(key, "westeurope");
        """,
        test => test.SetOption("build_property.IsTestProject", value));

    [Theory]
    [InlineData("false")]
    [InlineData("")]
    [InlineData("yes")]
    public Task Other_projects_are_no_test_projects(string value) => Verify.VerifyAsync(
        Members("""object M() => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);"""),
        SdkSet.Stubs,
        test => test.SetOption("build_property.IsTestProject", value));

    [Fact]
    public Task No_SDK() => Verify.VerifyAsync(
        """
        class AzureKeyCredential(string key);
        class AzureOpenAIClient(Uri endpoint, AzureKeyCredential credential);
        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(key)); }
        """,
        SdkSet.Bare);

    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(""")]
    [InlineData("""object M() => new AzureOpenAIClient(""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint);""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(missing)).;""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, missing);""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new Missing(key));""")]
    [InlineData("""object M() => new Missing(endpoint, new AzureKeyCredential(key));""")]
    [InlineData("""AzureOpenAIClient M() => new(endpoint, new(""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion(""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("gpt", apiKey: )""")]
    [InlineData("""object M() => new AzureOpenAIConfig { APIKey = };""")]
    [InlineData("""object M() => new AzureOpenAIConfig { APIKey =""")]
    [InlineData("""class D : AzureOpenAIClient { D() : base( }""")]
    [InlineData("""class D() : AzureOpenAIClient(;""")]
    public Task Code_that_is_not_finished(string member)
    {
        // Whether half of a call is reported does not matter; that nothing throws and the compiler's errors are the only ones does.
        return Verify.VerifyAsync(
            Members(member),
            SdkSet.Stubs,
            test =>
            {
                test.TolerateCompileErrors();
                test.DisabledDiagnostics.Add("AISEC101");
            });
    }

    private static Task QuietAsync([StringSyntax("C#-test")] string members, Action<Verify.Test>? configure = null) => QuietSourceAsync(Members(members), configure);

    private static Task QuietSourceAsync([StringSyntax("C#-test")] string source, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(source, SdkSet.Stubs, configure);
}
