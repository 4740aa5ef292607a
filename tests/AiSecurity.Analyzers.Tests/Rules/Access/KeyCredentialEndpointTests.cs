using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using static AiSecurity.Analyzers.Tests.Rules.Access.KeySource;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.KeyCredentialAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC101: who answers at the client's endpoint decides whether there is anything but a key.</summary>
public class KeyCredentialEndpointTests
{
    [Theory]
    [InlineData("""new Uri("https://contoso.openai.azure.com/openai/v1/")""")]
    [InlineData("""new Uri("https://contoso.services.ai.azure.com/openai/v1/")""")]
    [InlineData("""new Uri("https://CONTOSO.OPENAI.AZURE.COM/openai/v1/")""")]
    [InlineData("""new("https://contoso.cognitiveservices.azure.com/openai/v1/")""")]
    [InlineData("""new Uri("https://contoso.openai.azure.us/openai/v1/")""")]
    [InlineData("""new Uri("https://contoso.openai" + ".azure.com/openai/v1/")""")]
    [InlineData("""new Uri($"https://{name}.openai.azure.com/openai/v1/")""")]
    [InlineData("""new Uri("https://" + name + ".openai.azure.com/openai/v1/")""")]
    [InlineData("""new Uri($"{AzureHost}/openai/v1/")""")]
    [InlineData("""new Uri(AzureHost)""")]
    [InlineData("""new Uri(new Uri(AzureHost), "openai/v1/")""")]
    [InlineData("""Constants.Endpoint""")]
    [InlineData("""new Uri(configuration["AzureOpenAI:Endpoint"]!)""")]
    [InlineData("""new Uri(configuration["AZURE_OPENAI_ENDPOINT"] ?? throw new InvalidOperationException())""")]
    [InlineData("""new Uri(configuration["Azure:OpenAI:Endpoint"]! + "/openai/v1/")""")]
    [InlineData("""new Uri($"{configuration["AzureOpenAI:Endpoint"]}/openai/v1/")""")]
    [InlineData("""new Uri(configuration["AzureOpenAI:Endpoint"]!.TrimEnd('/') + "/openai/v1/")""")]
    [InlineData("""new Uri(configuration["AzureAIFoundry:Endpoint"]!)""")]
    [InlineData("""new Uri(configuration["AZURE_FOUNDRY_URL"]!)""")]
    [InlineData("""new Uri(configuration["AZURE_AI_ENDPOINT"]!)""")]
    [InlineData("""new Uri(configuration["AzureAI:Endpoint"]!)""")]
    [InlineData("""new Uri(configuration.GetSection("AzureOpenAI")["Endpoint"]!)""")]
    [InlineData("""new Uri(configuration.GetSection("AzureOpenAI").GetValue<string>("Endpoint")!)""")]
    [InlineData("""new Uri(configuration.GetConnectionString("azureopenai")!)""")]
    [InlineData("""new Uri(Environment.GetEnvironmentVariable("AZURE_OPENAI_ENDPOINT")!)""")]
    [InlineData("""new Uri(azureOpenAIEndpoint)""")]
    [InlineData("""new Uri(settings.AzureOpenAIEndpoint)""")]
    [InlineData("""name is null ? new Uri("https://api.openai.com/v1") : new Uri("https://contoso.openai.azure.com/openai/v1/")""")]
    public Task The_plain_client_counts_as_Azure(string endpoint) => VerifyPlainAsync(endpoint, reported: true);

    [Theory]
    [InlineData("""new Uri("https://api.openai.com/v1")""")]
    [InlineData("""new Uri("https://eu.api.openai.com/v1")""")]
    [InlineData("""new Uri("https://models.github.ai/inference")""")]
    [InlineData("""new Uri("https://models.inference.ai.azure.com")""")]
    [InlineData("""new Uri("http://localhost:11434/v1")""")]
    [InlineData("""new Uri("http://127.0.0.1:1234/v1")""")]
    [InlineData("""new Uri("http://127.8.9.10/v1")""")]
    [InlineData("""new Uri("http://[::1]:8080/v1")""")]
    [InlineData("""new Uri("http://host.docker.internal:12434/engines/v1")""")]
    [InlineData("""new Uri("http://gpu.local:8000/v1")""")]
    [InlineData("""new Uri("http://ollama:11434/v1")""")]
    [InlineData("""new Uri("https+http://ollama/v1")""")]
    [InlineData("""new Uri($"http://localhost:{name}/v1")""")]
    [InlineData("""new Uri("https://contoso.azure-api.net/openai/v1")""")]
    [InlineData("""new Uri($"https://{name}.azure-api.net/openai/v1")""")]
    [InlineData("""new Uri("https://api.groq.com/openai/v1")""")]
    [InlineData("""new Uri("https://openrouter.ai/api/v1")""")]
    [InlineData("""new Uri("https://contoso.openai.azure.com@evil.com/")""")]
    [InlineData("""new Uri(name)""")]
    [InlineData("""new Uri($"https://{name}/v1")""")]
    [InlineData("""new Uri(configuration["OpenAI:Endpoint"]!)""")]
    [InlineData("""new Uri(configuration["Provider:Endpoint"]!)""")]
    [InlineData("""new Uri(configuration["AzureSql:Endpoint"]!)""")]
    [InlineData("""new Uri(configuration["AZURE_MAIN_ENDPOINT"]!)""")]
    [InlineData("""new Uri(configuration["AzureMainEndpoint"]!)""")]
    [InlineData("""new Uri(configuration.GetSection("OpenAI")["Endpoint"]!)""")]
    [InlineData("""new Uri(settings.Endpoint)""")]
    [InlineData("""null!""")]
    public Task The_plain_client_does_not_count_as_Azure(string endpoint) => VerifyPlainAsync(endpoint, reported: false);

    [Theory]
    [InlineData("""object M() => new OpenAIClient(key);""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential(key));""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri(configuration["Groq:Endpoint"] + "/openai/v1") });""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri(configuration["Endpoint"] + "/v1") });""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions());""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { NetworkTimeout = TimeSpan.FromSeconds(30) });""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential(key), options: null);""")]
    [InlineData("""object M(OpenAIClientOptions options) => new OpenAIClient(new ApiKeyCredential(key), options);""")]
    [InlineData("""object M() => new ChatClient("gpt", key);""")]
    [InlineData("""object M() => new ChatClient("gpt", new ApiKeyCredential(key));""")]
    [InlineData("""object M() => new EmbeddingClient("ada", new ApiKeyCredential(configuration["AzureOpenAI:Key"]!));""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddOpenAIChatCompletion("gpt", key);""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddOpenAIChatCompletion(apiKey: key, modelId: "gpt");""")]
    [InlineData("""void M(IServiceCollection services) => services.AddOpenAIChatClient("gpt", key);""")]
    [InlineData("""object M() => new Azure.AI.OpenAI.Assistants.AssistantsClient(key);""")]
    [InlineData("""object M() => new OpenAIConfig { APIKey = key };""")]
    [InlineData("""void M(IHostApplicationBuilder builder) => builder.AddOpenAIClient("openai", settings => settings.Key = key);""")]
    public Task The_plain_client_without_endpoint_speaks_to_OpenAI(string member) => Verify.VerifyAsync(Members(member), SdkSet.Stubs);

    [Theory]
    [InlineData("""object M() => new ChatClient("gpt", [|new ApiKeyCredential(key)|], new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });""")]
    [InlineData("""object M() => new EmbeddingClient("ada", credential: [|new(key)|], options: new() { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });""")]
    [InlineData("""object M() { var options = new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") }; return new OpenAIClient([|new ApiKeyCredential(key)|], options); }""")]
    [InlineData("""object M() { OpenAIClientOptions options = new(); options.Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/"); return new OpenAIClient([|new ApiKeyCredential(key)|], options); }""")]
    [InlineData("""object M() { var e = new Uri("https://contoso.openai.azure.com/openai/v1/"); var options = new OpenAIClientOptions() { Endpoint = e }; var credential = [|new ApiKeyCredential(key)|]; return new ChatClient("gpt", credential, options); }""")]
    [InlineData("""static readonly OpenAIClientOptions Options = new() { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") }; object M() => new OpenAIClient([|new ApiKeyCredential(key)|], Options);""")]
    [InlineData("""void M(IServiceCollection services) => services.AddSingleton(_ => new OpenAIClient([|new ApiKeyCredential(key)|], new OpenAIClientOptions { Endpoint = new Uri(configuration["AzureOpenAI:Endpoint"]!) }));""")]
    [InlineData("""object M() => new OpenAIClient([|new ApiKeyCredential(key)|], new OpenAIClientOptions { Endpoint = new Uri(configuration["Ai:Endpoint"] + "openai/v1/") });""")]
    [InlineData("""object M() => new OpenAIClient([|new ApiKeyCredential(key)|], new OpenAIClientOptions { Endpoint = new Uri($"{configuration["Endpoint"]!.TrimEnd('/')}/openai/v1/") });""")]
    [InlineData("""object M() { var azure = new AzureOpenAIClient(endpoint, token); return (azure, new OpenAIClient([|new ApiKeyCredential(key)|], new OpenAIClientOptions { Endpoint = endpoint })); }""")]
    public Task The_endpoint_is_found_in_the_options(string member) => Verify.VerifyAsync(Members(member), SdkSet.Stubs);

    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri("http://localhost:8080"), new AzureKeyCredential(key));""")]
    [InlineData("""object M() { var e = new Uri("https://127.0.0.1:8443"); return new AzureOpenAIClient(e, new AzureKeyCredential(key)); }""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri("http://emulator:8080"), new AzureKeyCredential(key));""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri("https://contoso.azure-api.net"), new AzureKeyCredential(key));""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri($"https://{key}.azure-api.net/openai"), new AzureKeyCredential(key));""")]
    [InlineData("""object M() => new ChatCompletionsClient(new Uri("https://models.inference.ai.azure.com"), new AzureKeyCredential(key));""")]
    [InlineData("""object M() => new ChatCompletionsClient(new Uri("https://models.github.ai/inference"), new AzureKeyCredential(key));""")]
    [InlineData("""object M() => new SearchClient(new Uri("http://localhost:9200"), "docs", new AzureKeyCredential(key));""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("gpt", "http://localhost:8080", key);""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("gpt", apiKey: key, endpoint: "https://contoso.azure-api.net");""")]
    [InlineData("""const string Gateway = "https://contoso.azure-api.net"; object M() => new AzureOpenAIClient(new Uri(Gateway), new AzureKeyCredential(key));""")]
    public Task Azure_clients_elsewhere(string member) => Verify.VerifyAsync(Members(member), SdkSet.Stubs);

    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri("https://ai.contoso.com"), [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri(configuration["Gateway"]!), [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri("https://<resource>.openai.azure.com"), [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M(bool local) => new AzureOpenAIClient(local ? new Uri("http://localhost:8080") : endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M(bool local) => new AzureOpenAIClient(new Uri(local ? "http://localhost:8080" : "https://contoso.openai.azure.com"), [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new ChatCompletionsClient(new Uri("https://contoso.services.ai.azure.com/models"), [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new ChatCompletionsClient(new Uri("https://contoso.eastus2.inference.ai.azure.com"), [|new AzureKeyCredential(key)|]);""")]
    public Task Azure_clients_at_unknown_and_mixed_endpoints(string member) => Verify.VerifyAsync(Members(member), SdkSet.Stubs);

    private static Task VerifyPlainAsync([StringSyntax("C#-test")] string endpoint, bool reported)
    {
        var credential = reported ? "[|new ApiKeyCredential(key)|]" : "new ApiKeyCredential(key)";
        return Verify.VerifyAsync(
            Usings + $$"""
            static class Constants { public static readonly Uri Endpoint = new("https://contoso.openai.azure.com/openai/v1/"); }

            record Settings(string Endpoint, string AzureOpenAIEndpoint);

            class C(IConfiguration configuration, Settings settings)
            {
                private const string AzureHost = "https://contoso.openai.azure.com";

                object M(string key, string name, string azureOpenAIEndpoint) => new OpenAIClient({{credential}}, new OpenAIClientOptions { Endpoint = {{endpoint}} });
            }
            """,
            SdkSet.Stubs);
    }
}
