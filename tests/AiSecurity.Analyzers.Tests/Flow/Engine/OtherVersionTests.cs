using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Testing;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Code that is written for another version of an SDK than the one in view, as while packages are updated: what binds is enough to follow a text.</summary>
public class OtherVersionTests
{
    [Theory]
    [InlineData("""GetChatCompletionsAsync("chat", new ChatCompletionsOptions { Messages = { new ChatRequestUserMessage(text) } })""")]
    [InlineData("""GetChatCompletionsAsync("chat", new() { Messages = { new ChatRequestSystemMessage("Be kind."), new ChatRequestUserMessage(text) } })""")]
    [InlineData("""GetChatCompletionsAsync(new ChatCompletionsOptions { Messages = { new ChatMessage(ChatRole.User, text) } })""")]
    [InlineData("""GetChatCompletionsAsync(new ChatCompletionsOptions { DeploymentName = "chat", Messages = { new ChatRequestUserMessage(text) } }, cancellation)""")]
    public Task Text_of_a_user_is_followed(string call) => VerifyAsync($"await client.{{|AISEC201:{call}|}};");

    [Theory]
    [InlineData("""GetChatCompletionsAsync("chat", new ChatCompletionsOptions { Messages = { new ChatRequestUserMessage("Hello") } })""")]
    [InlineData("""GetChatCompletionsAsync(new ChatCompletionsOptions { DeploymentName = "chat", Messages = { new ChatRequestUserMessage(text.Length) } }, cancellation)""")]
    public Task What_no_user_wrote_is_silent(string call) => VerifyAsync($"await client.{call};");

    /// <summary>An overload with fewer parameters is not meant, although one of its parameters has the type of the last argument.</summary>
    [Fact]
    public Task Overload_that_has_a_place_for_each_argument() => FlowVerifier.VerifyAsync(
        """
        using System.Text.Json;
        using System.Threading;
        using Microsoft.Agents.AI;
        using Microsoft.AspNetCore.Builder;
        public static class App
        {
            public static void Map(WebApplication app, AIAgent agent, AgentSession session) => app.MapPost("/chat", async (JsonElement body, CancellationToken cancellation) =>
            {
                MissingRequest run = Missing.Parse(body);
                var answer = await agent.{|AISEC201:RunAsync(run.Messages, session, run.Options, cancellation)|};
            });
        }
        """,
        configure: test => test.CompilerDiagnostics = CompilerDiagnostics.None);

    [Fact]
    public Task What_is_put_into_another_object_stays_there() => VerifyAsync("""
        var other = new ChatCompletionsOptions { Messages = { new ChatRequestUserMessage(text) } };
        await client.GetChatCompletionsAsync("chat", new ChatCompletionsOptions { Messages = { new ChatRequestUserMessage("Hello") } });
        """);

    private static Task VerifyAsync(string statements) => FlowVerifier.VerifyAsync(
        $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using Azure.AI.OpenAI;
        using Microsoft.AspNetCore.Mvc;
        public class ChatController(OpenAIClient client) : Controller
        {
            [HttpPost]
            public async Task Ask(string text, CancellationToken cancellation)
            {
                {{statements}}
            }
        }
        """,
        SdkSet.AzureOpenAI_1_0_beta6,
        test =>
        {
            test.CompilerDiagnostics = CompilerDiagnostics.None;
            test.AddSource("Mvc.cs", "namespace Microsoft.AspNetCore.Mvc { public abstract class ControllerBase; public abstract class Controller : ControllerBase; public class HttpPostAttribute : System.Attribute; }");
        });
}
