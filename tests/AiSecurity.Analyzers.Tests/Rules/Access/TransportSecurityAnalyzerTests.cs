using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.TransportSecurityAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC110.</summary>
public class TransportSecurityAnalyzerTests
{
    private const string Usings =
        "using System.ClientModel;\nusing System.ClientModel.Primitives;\nusing System.Net.Security;\nusing System.Security.Cryptography.X509Certificates;\nusing Azure;\nusing Azure.AI.OpenAI;\nusing Azure.Core;\nusing Azure.Core.Pipeline;\nusing Azure.Identity;\n"
        + "using Azure.Search.Documents;\nusing Microsoft.Extensions.Configuration;\nusing Microsoft.Extensions.Hosting;\nusing Microsoft.SemanticKernel;\nusing OpenAI;\n";

    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri([|"http://contoso.openai.azure.com/"|]), new DefaultAzureCredential());""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri([|"HTTP://contoso.openai.azure.com/"|]), new AzureKeyCredential(key));""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri([|"http://ai.contoso.com/"|]), new DefaultAzureCredential());""")]
    [InlineData("""object M() => new AzureOpenAIClient(new([|"http://10.0.0.4:8080/"|]), new DefaultAzureCredential());""")]
    [InlineData("""const string Url = [|"http://ai.contoso.com/"|]; object M() => new AzureOpenAIClient(new Uri(Url), new DefaultAzureCredential()); object N() => new AzureOpenAIClient(new Uri(Url), new DefaultAzureCredential());""")]
    [InlineData("""Uri url = new([|"http://ai.contoso.com/"|]); object M() => new AzureOpenAIClient(url, new DefaultAzureCredential());""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri(configuration["Endpoint"] ?? [|"http://ai.contoso.com/"|]), new DefaultAzureCredential());""")]
    [InlineData("""object M(string name) => new AzureOpenAIClient(new Uri($"[|http://|]{name}.openai.azure.com/"), new DefaultAzureCredential());""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri([|"http://ai.contoso.com/v1"|]) });""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("gpt", [|"http://ai.contoso.com/"|], new DefaultAzureCredential());""")]
    [InlineData("""object M() => new SearchClient(new Uri([|"http://contoso.search.windows.net"|]), "index", new DefaultAzureCredential());""")]
    [InlineData("""Task M(HttpClient client) => client.PostAsync([|"http://contoso.cognitiveservices.azure.com/contentsafety/text:analyze"|], null);""")]
    [InlineData("""object M() => new HttpRequestMessage(HttpMethod.Post, [|"http://api.openai.com/v1/chat/completions"|]);""")]
    public Task Addresses(string members) => VerifyAsync(members);

    [Fact]
    public Task A_constant_of_another_file() => Verify.VerifyAsync(
        Usings + """
        class C
        {
            object M() => new AzureOpenAIClient([|new Uri(Names.Own)|], new DefaultAzureCredential());
            object N() => new AzureOpenAIClient(new Uri(Names.Azure), new DefaultAzureCredential());
        }
        """,
        configure: test => test.AddSource("/0/Names.cs", """class Names { public const string Own = "http://ai.contoso.com/"; public const string Azure = [|"http://contoso.openai.azure.com/"|]; }"""));

    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri("https://contoso.openai.azure.com/"), new DefaultAzureCredential());""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("http://localhost:11434/v1") });""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("http://127.0.0.1:1234/v1") });""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("http://ollama:11434/v1") });""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("http://host.docker.internal:12434/v1") });""")]
    [InlineData("""object M() => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("https+http://model") });""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri("http://<your-endpoint>"), new DefaultAzureCredential());""")]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri(configuration["Endpoint"]!), new DefaultAzureCredential());""")]
    [InlineData("""object M(string host) => new AzureOpenAIClient(new Uri($"http://{host}"), new DefaultAzureCredential());""")]
    [InlineData("""Task M(HttpClient client) => client.GetStringAsync("http://example.com/feed");""")]
    [InlineData("""string M() => "Never use http://contoso.openai.azure.com here";""")]
    [InlineData("""string M() => "http://www.w3.org/2001/XMLSchema";""")]
    public Task Other_addresses(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("""object M() { var handler = new HttpClientHandler { [|ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator|] }; return Azure(handler); } HANDLER""")]
    [InlineData("""object M() { var handler = new HttpClientHandler(); [|handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true|]; return new AzureOpenAIClient(endpoint, token, new AzureOpenAIClientOptions { Transport = new HttpClientPipelineTransport(new HttpClient(handler)) }); }""")]
    [InlineData("""object M() { var options = new AzureOpenAIClientOptions(); var http = new HttpClient(new HttpClientHandler { [|ServerCertificateCustomValidationCallback = delegate { return true; }|] }); options.Transport = new HttpClientPipelineTransport(http); return new AzureOpenAIClient(endpoint, token, options); }""")]
    [InlineData("""object M() { var options = new SearchClientOptions { Transport = new HttpClientTransport(new HttpClientHandler { [|ServerCertificateCustomValidationCallback = Any|] }) }; return new SearchClient(endpoint, "a", token, options); } static bool Any(HttpRequestMessage m, X509Certificate2? c, X509Chain? h, SslPolicyErrors e) { return true; }""")]
    [InlineData("""object M() { var handler = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { [|RemoteCertificateValidationCallback = (a, b, c, d) => true|] } }; return new AzureOpenAIClient(endpoint, token, new AzureOpenAIClientOptions { Transport = new HttpClientPipelineTransport(new HttpClient(handler)) }); }""")]
    [InlineData("""object M() { var handler = new SocketsHttpHandler { SslOptions = { [|RemoteCertificateValidationCallback = (a, b, c, d) => true|] } }; return new AzureOpenAIClient(endpoint, token, new AzureOpenAIClientOptions { Transport = new HttpClientPipelineTransport(new HttpClient(handler)) }); }""")]
    [InlineData("""object M() { var handler = new SocketsHttpHandler(); [|handler.SslOptions.RemoteCertificateValidationCallback = (a, b, c, d) => { Console.WriteLine(d); return true; }|]; return new AzureOpenAIClient(endpoint, token, new AzureOpenAIClientOptions { Transport = new HttpClientPipelineTransport(new HttpClient(handler)) }); }""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("gpt", "https://contoso.openai.azure.com", token, httpClient: new HttpClient(new HttpClientHandler { [|ServerCertificateCustomValidationCallback = (_, _, _, _) => true|] }));""")]
    [InlineData("""readonly HttpClientHandler handler = new() { [|ServerCertificateCustomValidationCallback = (_, _, _, _) => true|] }; object M() => new AzureOpenAIClient(endpoint, token, new AzureOpenAIClientOptions { Transport = new HttpClientPipelineTransport(new HttpClient(handler)) });""")]
    [InlineData("""Task M() { var client = new HttpClient(new HttpClientHandler { [|ServerCertificateCustomValidationCallback = (_, _, _, _) => true|] }); return client.PostAsync("https://contoso.openai.azure.com/openai/v1/responses", null); }""")]
    public Task Certificates(string members) => VerifyAsync(
        members.Replace("HANDLER", "private object Azure(HttpClientHandler h) => new AzureOpenAIClient(endpoint, token, new AzureOpenAIClientOptions { Transport = new HttpClientPipelineTransport(new HttpClient(h)) });", StringComparison.Ordinal));

    [Theory]
    [InlineData("""object M() => new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true });""")]
    [InlineData("""object M() { var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }; _ = handler; return new AzureOpenAIClient(endpoint, token); }""")]
    [InlineData("""Task M() { var client = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true }); return client.PostAsync("https://localhost:5001/openai", null); }""")]
    [InlineData("""object M() { var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, c, _, e) => e == SslPolicyErrors.None || c?.Thumbprint == key }; return Create(handler); }""")]
    [InlineData("""object M() { var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => false }; return Create(handler); }""")]
    [InlineData("""object M() { var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = null }; return Create(handler); }""")]
    [InlineData("""object M() { var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, e) => { if (e == SslPolicyErrors.None) return true; return false; } }; return Create(handler); }""")]
    [InlineData("""object M(IHostEnvironment environment) { var handler = new HttpClientHandler(); if (environment.IsDevelopment()) handler.ServerCertificateCustomValidationCallback = (_, _, _, _) => true; return Create(handler); }""")]
    [InlineData("""object M(Func<HttpRequestMessage, X509Certificate2?, X509Chain?, SslPolicyErrors, bool> check) { var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = check }; return Create(handler); }""")]
    public Task Other_handlers_and_callbacks_that_look(string members) => VerifyAsync(
        members + "\nobject Create(HttpClientHandler h) => new AzureOpenAIClient(endpoint, token, new AzureOpenAIClientOptions { Transport = new HttpClientPipelineTransport(new HttpClient(h)) });");

    [Fact]
    public Task Test_projects() => Verify.VerifyAsync(
        Source("""object M() => new AzureOpenAIClient(new Uri("http://contoso.openai.azure.com/"), new DefaultAzureCredential());"""),
        SdkSet.Stubs,
        test => test.SetOption("build_property.IsTestProject", "true"));

    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(new Uri(, new DefaultAzureCredential());""")]
    [InlineData("""object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = };""")]
    [InlineData("""object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => };""")]
    public Task Broken_code(string members) => Verify.VerifyAsync(Source(members), SdkSet.Stubs, test => test.TolerateCompileErrors());

    private static Task VerifyAsync(string members) => Verify.VerifyAsync(Source(members), SdkSet.Stubs);

    private static string Source(string members) => Usings + "class C(Uri endpoint, string key, TokenCredential token, IConfiguration configuration)\n{\n" + members + "\nobject Use() => (endpoint, key, token, configuration);\n}";
}
