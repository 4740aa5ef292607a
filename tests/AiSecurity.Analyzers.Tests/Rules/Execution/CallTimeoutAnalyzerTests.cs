using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.CallTimeoutAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC306: calls that take as long as they like.</summary>
public class CallTimeoutAnalyzerTests
{
    private const string Usings = """
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using System.ComponentModel;
        using System.Diagnostics;
        using Azure.AI.OpenAI;
        using Azure.Core;
        using Azure.Identity;
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.SemanticKernel;
        using OpenAI;
        using OpenAI.Chat;
        using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

        """;

    [Theory]
    [InlineData("object M() => new AzureOpenAIClientOptions { [|NetworkTimeout = Timeout.InfiniteTimeSpan|] };")]
    [InlineData("object M() => new OpenAIClientOptions { [|NetworkTimeout = TimeSpan.FromMilliseconds(-1)|] };")]
    [InlineData("void M(RetryOptions options) => [|options.NetworkTimeout = TimeSpan.MaxValue|];")]
    [InlineData("void M(OpenAIClientOptions options) { var forever = Timeout.InfiniteTimeSpan; [|options.NetworkTimeout = forever|]; }")]
    [InlineData("object M(Uri u) { var http = new HttpClient { [|Timeout = Timeout.InfiniteTimeSpan|] }; return new AzureOpenAIClient(u, new DefaultAzureCredential(), new AzureOpenAIClientOptions { Transport = new HttpClientPipelineTransport(http) }); }")]
    [InlineData("readonly HttpClient _http = new() { [|Timeout = Timeout.InfiniteTimeSpan|] }; Task M(StringContent body) => _http.PostAsync(\"https://contoso.openai.azure.com/openai/deployments/gpt/chat/completions\", body);")]
    public Task Infinite(string member) => VerifyAsync(member);

    /// <summary>Beside a client of an AI service, a client of HTTP with a name is for those who ask for that.</summary>
    [Theory]
    [InlineData("services.AddHttpClient(\"devices\", c => c.Timeout = Timeout.InfiniteTimeSpan); services.AddSingleton(_ => new AzureOpenAIClient(u, new DefaultAzureCredential()));")]
    [InlineData("services.AddHttpClient(\"llm\", c => [|c.Timeout = Timeout.InfiniteTimeSpan|]); services.AddSingleton(p => new AzureOpenAIClient(u, new DefaultAzureCredential(), new AzureOpenAIClientOptions { Transport = new HttpClientPipelineTransport(p.GetRequiredService<IHttpClientFactory>().CreateClient(\"llm\")) }));")]
    public Task Registered_beside_a_client(string statements) => VerifyAsync("void M(IServiceCollection services, Uri u) { " + statements + " }");

    [Theory]
    [InlineData("services.AddHttpClient(\"llm\", c => [|c.Timeout = Timeout.InfiniteTimeSpan|])", "factory.CreateClient(\"llm\")")]
    [InlineData("services.AddHttpClient(\"llm\", c => { c.BaseAddress = new Uri(\"https://contoso.com/\"); [|c.Timeout = Timeout.InfiniteTimeSpan|]; })", "factory.CreateClient(\"llm\")")]
    [InlineData("services.AddHttpClient(Names.Model, c => [|c.Timeout = Timeout.InfiniteTimeSpan|])", "factory.CreateClient(Names.Model)")]
    [InlineData("services.AddHttpClient<Provider>(c => [|c.Timeout = Timeout.InfiniteTimeSpan|])", "factory.CreateClient()")]
    [InlineData("services.AddHttpClient<IDisposable, Provider>(c => [|c.Timeout = Timeout.InfiniteTimeSpan|])", "factory.CreateClient()")]
    [InlineData("services.AddHttpClient(\"files\", c => c.Timeout = Timeout.InfiniteTimeSpan)", "factory.CreateClient(\"llm\")")]
    [InlineData("services.AddHttpClient<Names>(c => c.Timeout = Timeout.InfiniteTimeSpan)", "factory.CreateClient()")]
    [InlineData("services.AddHttpClient(\"llm\", c => c.Timeout = TimeSpan.FromMinutes(2))", "factory.CreateClient(\"llm\")")]
    [InlineData("services.ConfigureHttpClientDefaults(b => b.ConfigureHttpClient(c => c.Timeout = Timeout.InfiniteTimeSpan))", "factory.CreateClient(\"llm\")")]
    public Task Registered(string registration, string client) => VerifyAsync($$"""
        void M(IServiceCollection services) => {{registration}};
        class Names { public const string Model = "llm"; }
        class Provider(IHttpClientFactory factory) : IDisposable
        {
            public Task M(string url, string q) => {{client}}.PostAsync(url, System.Net.Http.Json.JsonContent.Create(new { messages = new[] { new { role = "user", content = q } } }));
            public void Dispose() { }
        }
        """);

    /// <summary>The base class asks for the client, and those that derive from it say where it goes.</summary>
    [Theory]
    [InlineData("/openai/deployments/gpt/chat/completions", "[|c.Timeout = Timeout.InfiniteTimeSpan|]")]
    [InlineData("/v1/files", "c.Timeout = Timeout.InfiniteTimeSpan")]
    public Task Registered_for_a_base_class(string path, string setting) => VerifyAsync($$"""
        void M(IServiceCollection services) => services.AddHttpClient("upstream", c => {{setting}});
        abstract class Upstream(IHttpClientFactory factory)
        {
            public Task M(HttpContent body) => factory.CreateClient("upstream").PostAsync(Address, body);
            protected abstract string Address { get; }
        }
        class Azure(IHttpClientFactory factory) : Upstream(factory) { protected override string Address => "https://contoso.com{{path}}"; }
        """);

    [Theory]
    [InlineData("object M() => new AzureOpenAIClientOptions { NetworkTimeout = TimeSpan.FromMinutes(2) };")]
    [InlineData("void M(OpenAIClientOptions options, TimeSpan time) => options.NetworkTimeout = time;")]
    [InlineData("void M(OpenAIClientOptions options, bool slow) => options.NetworkTimeout = slow ? Timeout.InfiniteTimeSpan : TimeSpan.FromMinutes(1);")]
    [InlineData("object M() => new HttpClient { Timeout = Timeout.InfiniteTimeSpan };")]
    [InlineData("readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan }; Task M(StringContent body) => _http.PostAsync(\"https://contoso.com/upload\", body);")]
    [InlineData("class Own { public TimeSpan NetworkTimeout { get; set; } } object M() => new Own { NetworkTimeout = Timeout.InfiniteTimeSpan };")]
    public Task Limited(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("Task M(IChatClient chat, string q, CancellationToken token) => chat.[|GetResponseAsync|](q);")]
    [InlineData("async Task M(ChatClient chat, string q, CancellationToken token) { await chat.[|CompleteChatAsync|]([new UserChatMessage(q)]); }")]
    [InlineData("Task M(AIAgent agent, CancellationToken token) { return Inner(); Task Inner() => agent.[|RunAsync|](\"hi\"); }")]
    [InlineData("Func<CancellationToken, Task> M(IChatClient chat) => token => chat.[|GetResponseAsync|](\"hi\");")]
    [InlineData("Func<string, CancellationToken, Task> M(IChatClient chat) => async (q, token) => await chat.[|GetResponseAsync|](q);")]
    [InlineData("async Task M(IChatClient chat, CancellationToken token) { await foreach (var part in chat.[|GetStreamingResponseAsync|](\"hi\")) { } }")]
    public Task Token_not_passed(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("Task M(IChatClient chat, string q) => chat.GetResponseAsync(q);")]
    [InlineData("Task M(IChatClient chat, string q, CancellationToken token) => chat.GetResponseAsync(q, null, token);")]
    [InlineData("Task M(IChatClient chat, string q, CancellationToken token) => chat.GetResponseAsync(q, cancellationToken: token);")]
    [InlineData("Task M(IChatClient chat, string q, CancellationToken token) => chat.GetResponseAsync(q, cancellationToken: CancellationToken.None);")]
    [InlineData("Task M(IChatClient chat, CancellationToken token) => chat.GetResponseAsync(\"hi\", new ChatOptions(), CancellationTokenSource.CreateLinkedTokenSource(token).Token);")]
    [InlineData("async Task M(IChatClient chat, CancellationToken token) { await foreach (var part in chat.GetStreamingResponseAsync(\"hi\").WithCancellation(token)) { } }")]
    [InlineData("Task M(IChatClient chat, CancellationToken token) { return Inner(); static Task Inner() => ((IChatClient)null!).GetResponseAsync(\"hi\"); }")]
    [InlineData("class Other { public Task GetResponseAsync(string q, CancellationToken t = default) => Task.CompletedTask; } Task M(Other other, CancellationToken token) => other.GetResponseAsync(\"hi\");")]
    public Task Token_passed_or_none(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("[KernelFunction] public void Run(string command) { var p = Process.Start(\"tool\", \"status\")!; p.[|WaitForExit|](); }")]
    [InlineData("object M() => AIFunctionFactory.Create((string name) => { Process.Start(\"tool\")!.[|WaitForExit|](); });")]
    [InlineData("object M() => AIFunctionFactory.Create(Run); async Task Run() { await Process.Start(\"tool\")!.[|WaitForExitAsync|](); }")]
    public Task Processes_of_tools(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("[KernelFunction] public void Run() { Process.Start(\"tool\")!.WaitForExit(30_000); }")]
    [InlineData("[KernelFunction] public async Task Run(CancellationToken token) { await Process.Start(\"tool\")!.WaitForExitAsync(token); }")]
    [InlineData("void Run() { Process.Start(\"tool\")!.WaitForExit(); }")]
    [InlineData("class Job { public void WaitForExit() { } } [KernelFunction] public void Run() { new Job().WaitForExit(); }")]
    public Task Other_processes(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("Func<string, CancellationToken, Task> M(IChatClient chat) => async (q, token) => await chat.GetResponseAsync(q);", "pass 'token' to it")]
    [InlineData("Func<string, object, CancellationToken, Task> M(IChatClient chat) => async (q, _, _) => await chat.GetResponseAsync(q);", "give the token that is thrown away a name, and pass it on")]
    public async Task What_to_do(string member, string advice)
    {
        var finding = Assert.Single(await Access.Findings.OfAsync<AiSecurity.Analyzers.Rules.Execution.CallTimeoutAnalyzer>(Usings + "class C\n{\n" + member + "\n}\n"));
        Assert.EndsWith(advice, finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task Test_projects() => VerifyAsync("Task M(IChatClient chat, CancellationToken token) => chat.GetResponseAsync(\"hi\");", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync("Task M(IChatClient chat, Missing m, CancellationToken token) { chat.GetResponseAsync(; m.GetResponseAsync(\"a\"); new OpenAIClientOptions { NetworkTimeout = ", test => test.TolerateCompileErrors());

    private static Task VerifyAsync([StringSyntax("C#-test")] string member, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + "class C\n{\n" + member + "\n}\n", SdkSet.Stubs, configure);
}
