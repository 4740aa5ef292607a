using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.CodeFixes.Fixes.Models;
using AiSecurity.Analyzers.Rules;
using AiSecurity.Analyzers.Tests.Fixes.Models;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;

namespace AiSecurity.Analyzers.Tests.Fixes.Guarding;

/// <summary>AISEC201, 202 and 207: a guard in the pipeline of the client that the project builds.</summary>
public class PipelineFixTests
{
    private const string Usings = "using AiSecurity.Guards;\nusing Azure.Identity;\nusing Microsoft.Extensions.AI;\nusing Microsoft.Extensions.DependencyInjection;\n";

    [Fact]
    public Task Shields_stand_inside_of_function_invocation() => FixAsync<UserPromptShieldPipelineFix>(
        "AISEC201.pipeline",
        Usings + """

        var builder = WebApplication.CreateBuilder(args);
        // The model.
        builder.Services
            .AddChatClient(services => services.GetRequiredService<Inner>())
            .UseFunctionInvocation() // tools
            .UseLogging();
        var app = builder.Build();
        app.MapPost("/chat", async (string text, IChatClient client) => (await client.{|AISEC201:GetResponseAsync(text)|}).Messages.Count);
        app.Run();

        """,
        Usings + """

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddPromptShield(options =>
        {
            options.Endpoint = new Uri(builder.Configuration["ContentSafety:Endpoint"] ?? throw new InvalidOperationException("The setting 'ContentSafety:Endpoint' is missing."));
            options.Credential = new DefaultAzureCredential();
        });
        // The model.
        builder.Services
            .AddChatClient(services => services.GetRequiredService<Inner>())
            .UseFunctionInvocation() // tools
            .UsePromptShields()
            .UseLogging();
        var app = builder.Build();
        app.MapPost("/chat", async (string text, IChatClient client) => (await client.GetResponseAsync(text)).Messages.Count);
        app.Run();

        """);

    [Fact]
    public Task Screens_are_outermost() => FixAsync<OutputScreenFix>(
        "AISEC207.pipeline",
        Usings + """

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddContentSafetyScreen(new Uri("https://contoso.cognitiveservices.azure.com"));
        builder.Services.AddChatClient(new Inner()).UseFunctionInvocation();
        var app = builder.Build();
        app.MapGet("/chat", async (IChatClient client) =>
        {
            var answer = await client.GetResponseAsync("Hello");
            return {|AISEC207:answer.Text|};
        });
        app.Run();

        """,
        Usings + """

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddContentSafetyScreen(new Uri("https://contoso.cognitiveservices.azure.com"));
        builder.Services.AddChatClient(new Inner()).UseContentSafety().UseFunctionInvocation();
        var app = builder.Build();
        app.MapGet("/chat", async (IChatClient client) =>
        {
            var answer = await client.GetResponseAsync("Hello");
            return answer.Text;
        });
        app.Run();

        """);

    [Fact]
    public Task Documents_and_clients_of_a_program_of_its_own() => FixAsync<DocumentShieldPipelineFix>(
        "AISEC202.pipeline",
        Usings + """

        IChatClient client = new Inner().AsBuilder().UseFunctionInvocation().Build();
        using var http = new HttpClient();
        var page = await http.GetStringAsync("https://contoso.com/");
        Console.WriteLine((await client.{|AISEC202:GetResponseAsync(page)|}).Messages.Count);

        """,
        Usings + """

        var promptShield = new PromptShield(new Uri(Environment.GetEnvironmentVariable("CONTENTSAFETY_ENDPOINT") ?? throw new InvalidOperationException("The setting 'CONTENTSAFETY_ENDPOINT' is missing.")), new DefaultAzureCredential());
        IChatClient client = new Inner().AsBuilder().UseFunctionInvocation().UsePromptShields(promptShield).Build();
        using var http = new HttpClient();
        var page = await http.GetStringAsync("https://contoso.com/");
        Console.WriteLine((await client.GetResponseAsync(page)).Messages.Count);

        """);

    [Fact]
    public Task Services_in_other_files()
    {
        const string Service = """
            using Microsoft.Extensions.AI;

            public class ChatController : ControllerBase
            {
                private readonly IChatClient _client;

                public ChatController(IChatClient client) => _client = client ?? throw new ArgumentNullException(nameof(client));

                [HttpPost]
                public async Task<int> Ask(string text) => (await _client.{|AISEC201:GetResponseAsync(text)|}).Messages.Count;
            }

            """;
        const string Program = """
            using AiSecurity.Guards;
            using Azure.Identity;
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.DependencyInjection;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddPromptShield(new Uri("https://contoso.cognitiveservices.azure.com"));
            builder.Services.AddSingleton<IChatClient>(provider => new ChatClientBuilder(new Inner()).Build(provider));
            builder.Services.AddKeyedSingleton<IChatClient>("slow", (provider, _) => new Inner().AsBuilder().UseLogging().Build());
            builder.Build().Run();

            """;
        return FixAsync<UserPromptShieldPipelineFix>(
            "AISEC201.pipeline",
            Service,
            Service.Replace("{|AISEC201:GetResponseAsync(text)|}", "GetResponseAsync(text)"),
            test =>
            {
                test.TestState.OutputKind = test.FixedState.OutputKind = OutputKind.ConsoleApplication;
                test.TestState.Sources.Add(("/0/Program.cs", Program));
                test.FixedState.Sources.Add(("/0/Program.cs", Program
                    .Replace("new ChatClientBuilder(new Inner()).Build", "new ChatClientBuilder(new Inner()).UsePromptShields().Build")
                    .Replace(".UseLogging()", ".UseLogging().UsePromptShields(provider.GetRequiredService<PromptShield>())")));
            });
    }

    [Fact]
    public Task Answers_that_come_from_services_in_other_files()
    {
        const string Program = """
            using AiSecurity.Guards;
            using Microsoft.Extensions.DependencyInjection;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddContentSafetyScreen(new Uri("https://contoso.cognitiveservices.azure.com"));
            builder.Services.AddChatClient(new Inner());
            var app = builder.Build();
            app.MapPost("/chat", async (Chat chat) => {|AISEC207:await chat.SayAsync()|});
            app.Run();

            """;
        const string Service = """
            using Microsoft.Extensions.AI;

            public class Chat(IChatClient client)
            {
                public async Task<string> SayAsync()
                {
                    var response = await client.GetResponseAsync("Hello");
                    return response.Text;
                }
            }

            """;
        return FixAsync<OutputScreenFix>(
            "AISEC207.pipeline",
            Program,
            Program.Replace("new Inner())", "new Inner()).UseContentSafety()").Replace("{|AISEC207:await chat.SayAsync()|}", "await chat.SayAsync()"),
            test =>
            {
                // What the whole compilation tells.
                test.CodeFixTestBehaviors |= CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
                test.TestState.Sources.Add(("/0/Chat.cs", Service));
                test.FixedState.Sources.Add(("/0/Chat.cs", Service));
            });
    }

    [Theory]
    [InlineData("builder.Services.AddSingleton<IChatClient>(new Inner());", "IChatClient client")]
    [InlineData("builder.Services.AddChatClient(new Inner()); builder.Services.AddKeyedSingleton<IChatClient>(\"slow\", new Inner());", "IChatClient client")]
    [InlineData("builder.Services.AddChatClient(new Inner());", "Inner client")]
    public Task Nothing_is_offered_for_clients_from_elsewhere(string registration, string client) => FixAsync<UserPromptShieldPipelineFix>(
        "AISEC201.pipeline",
        Source(registration, client, "client.{|AISEC201:GetResponseAsync(text)|}"),
        Source(registration, client, "client.{|AISEC201:GetResponseAsync(text)|}"));

    [Fact]
    public Task Nothing_is_offered_for_a_client_that_a_caller_hands_over()
    {
        const string Helper = "static Task<ChatResponse> AskAsync(IChatClient own, string words) => own.{|AISEC201:GetResponseAsync(words)|};\n";
        var source = Source("builder.Services.AddChatClient(new Inner());", "IChatClient client", "AskAsync(new Inner(), text)") + Helper;
        return FixAsync<UserPromptShieldPipelineFix>("AISEC201.pipeline", source, source);
    }

    [Theory]
    [InlineData("args.Length > 0 ? new Inner().AsBuilder().UseLogging().Build() : new Inner()")]
    [InlineData("args.Length switch { 0 => new Inner().AsBuilder().UseLogging().Build(), _ => new Inner() }")]
    public Task Nothing_is_offered_where_one_of_two_clients_has_no_pipeline(string client)
    {
        var source = Usings + $"\nIChatClient client = {client};\nConsole.WriteLine((await client.{{|AISEC201:GetResponseAsync(Console.ReadLine()!)|}}).Messages.Count);\n";
        return FixAsync<UserPromptShieldPipelineFix>("AISEC201.pipeline", source, source);
    }

    private static string Source(string registration, string client, string call) => Usings + $$"""

        var builder = WebApplication.CreateBuilder(args);
        {{registration}}
        var app = builder.Build();
        app.MapPost("/chat", async (string text, {{client}}) => (await {{call}}).Messages.Count);
        app.Run();

        """;

    private static Task FixAsync<TFix>(string key, [StringSyntax("C#-test")] string source, [StringSyntax("C#-test")] string fixedSource, Action<CodeFixVerifier<FlowAnalyzer, TFix>.Test>? configure = null)
        where TFix : CodeFixProvider, new() => CodeFixVerifier<FlowAnalyzer, TFix>.VerifyFixAsync(
        source,
        fixedSource,
        key,
        set: SdkSet.Stubs,
        configure: test =>
        {
            test.AddSource(ModelFixSource.UsingsFile, ModelFixSource.Usings);
            test.AddSource("/0/Inner.cs", "using Microsoft.Extensions.AI; class Inner() : DelegatingChatClient(null!);");
            configure?.Invoke(test);
        });
}
