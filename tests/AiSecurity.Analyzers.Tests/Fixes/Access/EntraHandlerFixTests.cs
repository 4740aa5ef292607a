using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.KeyHeaderAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.EntraHandlerFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>AISEC103: the client sends tokens, with the handler of the guards.</summary>
public class EntraHandlerFixTests
{
    private const string Usings = "global using System.Net.Http.Headers;\nglobal using AiSecurity.Guards;\nglobal using Azure.Core;\nglobal using Azure.Identity;\nglobal using Microsoft.Extensions.Configuration;\nglobal using Microsoft.Extensions.DependencyInjection;";
    private const string Cognitive = "\"https://cognitiveservices.azure.com/.default\"";
    private const string AnyHost = "\"*.openai.azure.com\", \"*.cognitiveservices.azure.com\"";

    [Fact]
    public Task Clients_of_a_program() => FixAsync(
        """
        var credential = new DefaultAzureCredential();
        var apiKey = Environment.GetEnvironmentVariable("AZURE_OPENAI_KEY");
        // The service.
        using var client = new HttpClient { BaseAddress = new Uri("https://contoso.openai.azure.com/") }; // one
        [|client.DefaultRequestHeaders.Add("api-key", apiKey)|];
        Console.WriteLine(await client.GetStringAsync("openai/models"));
        """,
        $$"""
        var credential = new DefaultAzureCredential();
        // The service.
        using var client = new HttpClient(new EntraAuthenticationHandler(credential, {{Cognitive}}, "contoso.openai.azure.com") { InnerHandler = new HttpClientHandler() }) { BaseAddress = new Uri("https://contoso.openai.azure.com/") }; // one
        Console.WriteLine(await client.GetStringAsync("openai/models"));
        """);

    [Fact]
    public Task Fields_and_handlers_that_are_there() => FixAsync(
        """
        class C(IConfiguration configuration)
        {
            private readonly HttpClient _client = new(new SocketsHttpHandler(), disposeHandler: true);

            public Task<HttpResponseMessage> Ask(HttpContent question)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, configuration["AzureOpenAI:Endpoint"] + "/openai/v1/responses") { Content = question };
                request.Headers.Authorization = [|new AuthenticationHeaderValue("Bearer", configuration["AzureOpenAI:ApiKey"])|];
                return _client.SendAsync(request);
            }
        }
        """,
        $$"""
        class C(IConfiguration configuration)
        {
            private readonly HttpClient _client = new(new EntraAuthenticationHandler(new DefaultAzureCredential(), {{Cognitive}}, {{AnyHost}}) { InnerHandler = new SocketsHttpHandler() }, disposeHandler: true);

            public Task<HttpResponseMessage> Ask(HttpContent question)
            {
                var request = new HttpRequestMessage(HttpMethod.Post, configuration["AzureOpenAI:Endpoint"] + "/openai/v1/responses") { Content = question };
                return _client.SendAsync(request);
            }
        }
        """);

    [Fact]
    public Task Named_clients_of_the_factory() => FixAsync(
        """
        static class Clients
        {
            public static void Add(IServiceCollection services, string key) => services
                .AddHttpClient("search", client =>
                {
                    client.BaseAddress = new Uri("https://contoso.search.windows.net");
                    [|client.DefaultRequestHeaders.Add("api-key", key)|];
                })
                .SetHandlerLifetime(TimeSpan.FromHours(1));
        }
        """,
        """
        static class Clients
        {
            public static void Add(IServiceCollection services, string key) => services
                .AddHttpClient("search", client =>
                {
                    client.BaseAddress = new Uri("https://contoso.search.windows.net");
                })
                .AddHttpMessageHandler(() => new EntraAuthenticationHandler(new DefaultAzureCredential(), "https://search.azure.com/.default", "contoso.search.windows.net"))
                .SetHandlerLifetime(TimeSpan.FromHours(1));
        }
        """);

    [Fact]
    public Task Typed_clients_in_other_files()
    {
        const string Registration = """
            static class Clients
            {
                public static void Add(IServiceCollection services)
                {
                    services.AddSingleton<TokenCredential>(new DefaultAzureCredential());
                    services.AddHttpClient<Moderation>(client => client.Timeout = TimeSpan.FromSeconds(10));
                    services.AddHttpClient<Other>();
                }
            }

            class Other(HttpClient http) { public HttpClient Http => http; }
            """;
        return FixAsync(
            """
            class Moderation(HttpClient http, IConfiguration configuration)
            {
                public async Task<HttpResponseMessage> Ask(HttpContent text)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, configuration["ContentSafety:Endpoint"] + "/contentsafety/text:analyze") { Content = text };
                    [|request.Headers.Add("Ocp-Apim-Subscription-Key", configuration["ContentSafety:ApiKey"])|];
                    return await http.SendAsync(request);
                }

                public async Task<HttpResponseMessage> Again(HttpContent text)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, configuration["ContentSafety:Endpoint"] + "/contentsafety/text:analyze") { Content = text };
                    [|request.Headers.Add("Ocp-Apim-Subscription-Key", configuration["ContentSafety:ApiKey"])|];
                    return await http.SendAsync(request);
                }
            }
            """,
            """
            class Moderation(HttpClient http, IConfiguration configuration)
            {
                public async Task<HttpResponseMessage> Ask(HttpContent text)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, configuration["ContentSafety:Endpoint"] + "/contentsafety/text:analyze") { Content = text };
                    return await http.SendAsync(request);
                }

                public async Task<HttpResponseMessage> Again(HttpContent text)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, configuration["ContentSafety:Endpoint"] + "/contentsafety/text:analyze") { Content = text };
                    return await http.SendAsync(request);
                }
            }
            """,
            test =>
            {
                test.TestState.Sources.Add(("/0/Clients.cs", Registration));
                test.FixedState.Sources.Add(("/0/Clients.cs", Registration.Replace(
                    "TimeSpan.FromSeconds(10));",
                    $"TimeSpan.FromSeconds(10)).AddHttpMessageHandler(provider => new EntraAuthenticationHandler(provider.GetRequiredService<TokenCredential>(), {Cognitive}, {AnyHost}));")));
                test.NumberOfFixAllIterations = 1;
            });
    }

    [Theory]
    [InlineData("class C { void M(HttpClient client, string key) { [|client.DefaultRequestHeaders.Add(\"api-key\", key)|]; client.GetAsync(\"https://contoso.openai.azure.com\"); } }")]
    [InlineData("class C(HttpClient client) { void M(string key) { [|client.DefaultRequestHeaders.Add(\"api-key\", key)|]; client.GetAsync(\"https://contoso.openai.azure.com\"); } }")]
    [InlineData("class C { void M(IHttpClientFactory factory, string key) { var client = factory.CreateClient(); [|client.DefaultRequestHeaders.Add(\"api-key\", key)|]; client.GetAsync(\"https://contoso.openai.azure.com\"); } }")]
    [InlineData("class C { void M(string key) { var client = new HttpClient(); [|client.DefaultRequestHeaders.Add(\"api-key\", key)|]; client.GetAsync(\"https://westeurope.api.cognitive.microsoft.com\"); } }")]
    public Task Nothing_is_offered_for_clients_from_elsewhere_and_services_without_tokens(string source) => FixAsync(source, source);

    [Fact]
    public Task Nothing_is_offered_without_the_package() => Verify.VerifyNoFixAsync(
        "class C { void M(string key) { var client = new HttpClient(); [|client.DefaultRequestHeaders.Add(\"api-key\", key)|]; client.GetAsync(\"https://contoso.openai.azure.com\"); } }");

    private static Task FixAsync([StringSyntax("C#-test")] string source, [StringSyntax("C#-test")] string fixedSource, Action<Verify.Test>? configure = null) => Verify.VerifyFixAsync(
        source,
        fixedSource,
        "AISEC103.handler",
        set: SdkSet.Stubs,
        configure: test =>
        {
            test.AddSource("/0/Usings.cs", Usings);
            configure?.Invoke(test);
        });
}
