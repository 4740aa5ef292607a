using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Fixes.Models;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.FlowAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Models.UserPromptShieldFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Guarding;

/// <summary>AISEC201: a shield is asked before the model, whatever way the place has to one.</summary>
public class UserPromptShieldFixTests
{
    private const string Usings = "using AiSecurity.Guards;\nusing Microsoft.Extensions.AI;\n";

    [Theory]
    [InlineData("PromptShield shield, CancellationToken cancellationToken", "shield", ", cancellationToken")]
    [InlineData("PromptShield shield", "shield", "")]
    public Task Shields_in_scope(string parameters, string shield, string token) => FixAsync(
        Usings + $$"""

        static class App
        {
            static void Map(WebApplication app) => app.MapPost("/chat", async (string text, IChatClient client, {{parameters}}) =>
            {
                // The answer.
                var answer = await client.{|AISEC201:GetResponseAsync(text)|}; // asked
                return answer.Messages.Count;
            });
        }

        """,
        Usings + $$"""

        static class App
        {
            static void Map(WebApplication app) => app.MapPost("/chat", async (string text, IChatClient client, {{parameters}}) =>
            {
                await {{shield}}.EnsureSafeAsync(text{{token}});
                // The answer.
                var answer = await client.GetResponseAsync(text); // asked
                return answer.Messages.Count;
            });
        }

        """);

    [Fact]
    public Task Last_line_without_an_end() => FixAsync(
        "using Azure.Identity;\n" + Usings + """

        IChatClient client = null!;
        while (Console.ReadLine() is { } line)
        {
            Console.WriteLine((await client.{|AISEC201:GetResponseAsync(line)|}).Messages.Count);
        }
        """,
        "using Azure.Identity;\n" + Usings + """

        IChatClient client = null!;
        var promptShield = new PromptShield(new Uri(Environment.GetEnvironmentVariable("CONTENTSAFETY_ENDPOINT") ?? throw new InvalidOperationException("The setting 'CONTENTSAFETY_ENDPOINT' is missing.")), new DefaultAzureCredential());
        while (Console.ReadLine() is { } line)
        {
            await promptShield.EnsureSafeAsync(line);
            Console.WriteLine((await client.GetResponseAsync(line)).Messages.Count);
        }
        """);

    [Theory]
    [InlineData("async ", "await shield.EnsureSafeAsync(text);", "await client.{|AISEC201:GetResponseAsync(text)|}", "await client.GetResponseAsync(text)")]
    [InlineData("", "shield.EnsureSafeAsync(text).GetAwaiter().GetResult();", "client.{|AISEC201:GetResponseAsync(text)|}.Result", "client.GetResponseAsync(text).Result")]
    public Task Lines_around_it_stay_where_they_are(string modifier, string guard, string call, string fixedCall) => FixAsync(
        Usings + $$"""

        static class App
        {
            static void Map(WebApplication app) => app.MapPost("/chat", {{modifier}}(string text, IChatClient client, PromptShield shield) =>
            {
                    var number = 1 ;
                    var answer = {{call}};
                  return answer.Messages.Count + number;
            });
        }

        """,
        Usings + $$"""

        static class App
        {
            static void Map(WebApplication app) => app.MapPost("/chat", {{modifier}}(string text, IChatClient client, PromptShield shield) =>
            {
                    var number = 1 ;
                    {{guard}}
                    var answer = {{fixedCall}};
                  return answer.Messages.Count + number;
            });
        }

        """);

    [Fact]
    public Task Parameters_of_handlers_and_members_of_requests() => FixAsync(
        Usings + """

        record Question(string Text, int Number);

        static class App
        {
            static void Map(WebApplication app) => app.MapPost("/chat", async (Question question, IChatClient client, CancellationToken cancellationToken) =>
            {
                List<ChatMessage> messages = [new(ChatRole.User, $"Answer: {question.Text}")];
                var answer = await client.{|AISEC201:GetResponseAsync(messages, cancellationToken: cancellationToken)|};
                return answer.Messages.Count;
            });
        }

        """,
        Usings + """

        record Question(string Text, int Number);

        static class App
        {
            static void Map(WebApplication app) => app.MapPost("/chat", async (Question question, IChatClient client, PromptShield promptShield, CancellationToken cancellationToken) =>
            {
                List<ChatMessage> messages = [new(ChatRole.User, $"Answer: {question.Text}")];
                await promptShield.EnsureSafeAsync(question.Text, cancellationToken);
                var answer = await client.GetResponseAsync(messages, cancellationToken: cancellationToken);
                return answer.Messages.Count;
            });
        }

        """);

    [Fact]
    public Task Expression_bodies_become_blocks() => FixAsync(
        Usings + """

        static class App
        {
            static void Map(WebApplication app)
            {
                app.MapPost("/a", async (string text, IChatClient client) => (await client.{|AISEC201:GetResponseAsync(text)|}).Messages.Count);
                app.MapPost("/b", (string text, IChatClient client) => {|AISEC207:client.{|AISEC201:GetResponseAsync(text)|}|});
            }
        }

        """,
        Usings + """

        static class App
        {
            static void Map(WebApplication app)
            {
                app.MapPost("/a", async (string text, IChatClient client, PromptShield promptShield) =>
                {
                    await promptShield.EnsureSafeAsync(text);
                    return (await client.GetResponseAsync(text)).Messages.Count;
                });
                app.MapPost("/b", async (string text, IChatClient client, PromptShield promptShield) =>
                {
                    await promptShield.EnsureSafeAsync(text);
                    return {|AISEC207:await client.GetResponseAsync(text)|};
                });
            }
        }

        """);

    [Fact]
    public Task Primary_constructors() => FixAsync(
        Usings + """

        [ApiController]
        public class ChatController(IChatClient client) : ControllerBase
        {
            [HttpPost]
            public async Task<int> Ask(string text, CancellationToken cancellationToken)
            {
                var answer = await client.{|AISEC201:GetResponseAsync(text)|};
                return answer.Messages.Count;
            }
        }

        """,
        Usings + """

        [ApiController]
        public class ChatController(IChatClient client, PromptShield promptShield) : ControllerBase
        {
            [HttpPost]
            public async Task<int> Ask(string text, CancellationToken cancellationToken)
            {
                await promptShield.EnsureSafeAsync(text, cancellationToken);
                var answer = await client.GetResponseAsync(text);
                return answer.Messages.Count;
            }
        }

        """);

    [Fact]
    public Task Constructors_and_fields() => FixAsync(
        Usings + """

        public class ChatController : ControllerBase
        {
            private readonly IChatClient _client;

            public ChatController(IChatClient client)
            {
                _client = client;
            }

            [HttpPost]
            public async Task<int> Ask(string text)
            {
                var answer = await _client.{|AISEC201:GetResponseAsync(text)|};
                var second = await _client.{|AISEC201:GetResponseAsync(text + "!")|};
                return answer.Messages.Count + second.Messages.Count;
            }

            [HttpPost]
            public int AskAndWait(string text)
            {
                return _client.{|AISEC201:GetResponseAsync(text)|}.Result.Messages.Count;
            }
        }

        """,
        Usings + """

        public class ChatController : ControllerBase
        {
            private readonly IChatClient _client;
            private readonly PromptShield _promptShield;

            public ChatController(IChatClient client, PromptShield promptShield)
            {
                _client = client;
                _promptShield = promptShield;
            }

            [HttpPost]
            public async Task<int> Ask(string text)
            {
                await _promptShield.EnsureSafeAsync(text);
                var answer = await _client.GetResponseAsync(text);
                var second = await _client.GetResponseAsync(text + "!");
                return answer.Messages.Count + second.Messages.Count;
            }

            [HttpPost]
            public int AskAndWait(string text)
            {
                _promptShield.EnsureSafeAsync(text).GetAwaiter().GetResult();
                return _client.GetResponseAsync(text).Result.Messages.Count;
            }
        }

        """,
        test => { test.NumberOfIncrementalIterations = 2; test.NumberOfFixAllIterations = 1; });

    [Fact]
    public Task Top_level_programs() => FixAsync(
        "using Azure.Identity;\n" + Usings + """

        IChatClient client = null!;
        while (Console.ReadLine() is { } line)
        {
            var answer = await client.{|AISEC201:GetResponseAsync(line)|};
            Console.WriteLine(answer.Messages.Count);
        }

        """,
        "using Azure.Identity;\n" + Usings + """

        IChatClient client = null!;
        var promptShield = new PromptShield(new Uri(Environment.GetEnvironmentVariable("CONTENTSAFETY_ENDPOINT") ?? throw new InvalidOperationException("The setting 'CONTENTSAFETY_ENDPOINT' is missing.")), new DefaultAzureCredential());
        while (Console.ReadLine() is { } line)
        {
            await promptShield.EnsureSafeAsync(line);
            var answer = await client.GetResponseAsync(line);
            Console.WriteLine(answer.Messages.Count);
        }

        """);

    [Fact]
    public Task Registrations_in_the_same_program() => FixAsync(
        "using Azure.Identity;\n" + Usings + """

        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        app.MapPost("/chat", async (string text, IChatClient client) =>
        {
            var answer = await client.{|AISEC201:GetResponseAsync(text)|};
            return answer.Messages.Count;
        });
        app.Run();

        """,
        "using Azure.Identity;\n" + Usings + "using Microsoft.Extensions.DependencyInjection;\n" + """

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddPromptShield(options =>
        {
            options.Endpoint = new Uri(builder.Configuration["ContentSafety:Endpoint"] ?? throw new InvalidOperationException("The setting 'ContentSafety:Endpoint' is missing."));
            options.Credential = new DefaultAzureCredential();
        });
        var app = builder.Build();
        app.MapPost("/chat", async (string text, IChatClient client, PromptShield promptShield) =>
        {
            await promptShield.EnsureSafeAsync(text);
            var answer = await client.GetResponseAsync(text);
            return answer.Messages.Count;
        });
        app.Run();

        """);

    [Theory]
    [InlineData("if (text is null) return 0;", "text", "text")]
    [InlineData("_ = client.ToString();", "text!", "text ?? \"\"")]
    public Task Texts_that_may_be_missing(string test, string read, string text) => FixAsync(
        Usings + $$"""

        static class App
        {
            static void Map(WebApplication app) => app.MapPost("/chat", async (string? text, IChatClient client, PromptShield shield) =>
            {
                {{test}}
                return (await client.{|AISEC201:GetResponseAsync({{read}})|}).Messages.Count;
            });
        }

        """,
        Usings + $$"""

        static class App
        {
            static void Map(WebApplication app) => app.MapPost("/chat", async (string? text, IChatClient client, PromptShield shield) =>
            {
                {{test}}
                await shield.EnsureSafeAsync({{text}});
                return (await client.GetResponseAsync({{read}})).Messages.Count;
            });
        }

        """);

    [Fact]
    public Task Programs_register_and_pass_what_services_ask_for()
    {
        const string Program = """
            using Azure.Identity;
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.DependencyInjection;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton(sp => new ChatController(sp.GetRequiredService<IChatClient>()));
            builder.Build().Run();

            """;
        const string Controller = Usings + """

            public class ChatController(IChatClient client) : ControllerBase
            {
                [HttpPost]
                public async Task<int> Ask(string text) => (await client.{|AISEC201:GetResponseAsync(text)|}).Messages.Count;
            }

            """;
        const string FixedController = Usings + """

            public class ChatController(IChatClient client, PromptShield promptShield) : ControllerBase
            {
                [HttpPost]
                public async Task<int> Ask(string text)
                {
                    await promptShield.EnsureSafeAsync(text);
                    return (await client.GetResponseAsync(text)).Messages.Count;
                }
            }

            """;
        const string FixedProgram = """
            using AiSecurity.Guards;
            using Azure.Identity;
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.DependencyInjection;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddPromptShield(options =>
            {
                options.Endpoint = new Uri(builder.Configuration["ContentSafety:Endpoint"] ?? throw new InvalidOperationException("The setting 'ContentSafety:Endpoint' is missing."));
                options.Credential = new DefaultAzureCredential();
            });
            builder.Services.AddSingleton(sp => new ChatController(sp.GetRequiredService<IChatClient>(), sp.GetRequiredService<PromptShield>()));
            builder.Build().Run();

            """;
        return FixAsync(
            Controller,
            FixedController,
            test =>
            {
                test.TestState.OutputKind = test.FixedState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
                test.TestState.Sources.Add(("/0/Program.cs", Program));
                test.FixedState.Sources.Add(("/0/Program.cs", FixedProgram));
            });
    }

    [Fact]
    public Task Nothing_is_offered_without_the_package() => Verify.VerifyNoFixAsync(
        """
        using Microsoft.Extensions.AI;

        static class App
        {
            static void Map(WebApplication app) => app.MapPost("/chat", async (string text, IChatClient client) => (await client.{|AISEC201:GetResponseAsync(text)|}).Messages.Count);
        }
        """,
        configure: static test => test.AddSource(ModelFixSource.UsingsFile, ModelFixSource.Usings));

    [Fact]
    public Task Nothing_is_offered_where_no_guard_can_come_from() => Verify.VerifyNoFixAsync(
        Usings + """

        public class ChatController : ControllerBase
        {
            public ChatController(int number) { }
            public ChatController() { }

            [HttpPost]
            public async Task<int> Ask(string text, [FromServices] IChatClient client) => (await client.{|AISEC201:GetResponseAsync(text)|}).Messages.Count;
        }

        public class Made(IChatClient client) : ControllerBase
        {
            public static Made Of(IChatClient client) => new(client);

            [HttpPost]
            public async Task<int> Ask(string text) => (await client.{|AISEC201:GetResponseAsync(text)|}).Messages.Count;
        }
        """,
        SdkSet.Stubs,
        configure: static test => test.AddSource(ModelFixSource.UsingsFile, ModelFixSource.Usings));

    private static Task FixAsync([StringSyntax("C#-test")] string source, [StringSyntax("C#-test")] string fixedSource, Action<Verify.Test>? configure = null) => Verify.VerifyFixAsync(
        source,
        fixedSource,
        "AISEC201.shield",
        set: SdkSet.Stubs,
        configure: test =>
        {
            test.AddSource(ModelFixSource.UsingsFile, ModelFixSource.Usings);
            configure?.Invoke(test);
        });
}
