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
