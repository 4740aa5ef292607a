using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.OutputLimitAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC307: answers without a limit.</summary>
public class OutputLimitAnalyzerTests
{
    private const string Usings = """
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        using Microsoft.SemanticKernel.Connectors.OpenAI;
        using OpenAI.Chat;

        """;

    [Theory]
    [InlineData("Task M(IChatClient chat) => chat.GetResponseAsync(\"hi\", new [|ChatOptions|]());")]
    [InlineData("Task M(IChatClient chat) => chat.GetResponseAsync(\"hi\", new [|ChatOptions|] { Temperature = 0 });")]
    [InlineData("Task M(IChatClient chat) { ChatOptions options = [|new|]() { Temperature = 0 }; return chat.GetResponseAsync(\"hi\", options); }")]
    [InlineData("Task M(IChatClient chat) { var options = new [|ChatOptions|] { Temperature = 0 }; options.TopK = 3; return chat.GetResponseAsync(\"hi\", options); }")]
    [InlineData("void M(ChatClient chat) => chat.CompleteChat([new UserChatMessage(\"hi\")], new [|ChatCompletionOptions|] { Temperature = 0 });")]
    [InlineData("object M(IChatClient chat) => new ChatClientAgent(chat, new ChatClientAgentOptions { ChatOptions = [|new|]() { Temperature = 0 } });")]
    [InlineData("void M() { var settings = new [|OpenAIPromptExecutionSettings|] { Temperature = 0 }; }")]
    public Task No_limit(string member) => VerifyAsync(member, test => test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true"));

    [Theory]
    [InlineData("Task M(IChatClient chat) => chat.GetResponseAsync(\"hi\", new ChatOptions { MaxOutputTokens = 500 });")]
    [InlineData("Task M(IChatClient chat, int? max) => chat.GetResponseAsync(\"hi\", new ChatOptions { MaxOutputTokens = max });")]
    [InlineData("Task M(IChatClient chat) { var options = new ChatOptions(); options.MaxOutputTokens = 500; return chat.GetResponseAsync(\"hi\", options); }")]
    [InlineData("Task M(IChatClient chat) { var options = new ChatOptions(); Bound(options); return chat.GetResponseAsync(\"hi\", options); } void Bound(ChatOptions options) { }")]
    [InlineData("Task M(IChatClient chat) => chat.GetResponseAsync(\"hi\", new ChatOptions()); } class Step(IChatClient inner) : DelegatingChatClient(inner) { void Bound(ChatOptions options) => options.MaxOutputTokens ??= 500;")]
    [InlineData("Task M(IChatClient chat, Microsoft.Extensions.Configuration.IConfiguration configuration) { var options = new ChatOptions(); Microsoft.Extensions.Configuration.ConfigurationBinder.Bind(configuration, options); return chat.GetResponseAsync(\"hi\", options); }")]
    [InlineData("Task M(IChatClient chat, Microsoft.Extensions.Configuration.IConfiguration configuration) { ChatOptions options = new() { Temperature = 0 }; configuration.Fill(options); return chat.GetResponseAsync(\"hi\", options); } } static class Filling { public static void Fill(this Microsoft.Extensions.Configuration.IConfiguration configuration, object target) => Microsoft.Extensions.Configuration.ConfigurationBinder.Bind(configuration, target);")]
    [InlineData("ChatOptions M() => new ChatOptions { Temperature = 0 };")]
    [InlineData("void M(ChatClient chat) => chat.CompleteChat([new UserChatMessage(\"hi\")], new ChatCompletionOptions { MaxOutputTokenCount = 500 });")]
    [InlineData("class ChatSettings { public class ChatOptions { } } void M() { var options = new ChatSettings.ChatOptions(); }")]
    public Task Limited_or_unknown(string member) => VerifyAsync(member, test => test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true"));

    [Fact]
    public Task Agent_of_a_console_program() => VerifyAsync("Task M(AIAgent agent) => agent.RunAsync(\"hi\", options: new ChatClientAgentRunOptions(new [|ChatOptions|]()));");

    [Fact]
    public Task Question_of_a_console_program() => VerifyAsync("Task M(IChatClient chat) => chat.GetResponseAsync(\"hi\", new ChatOptions());");

    [Fact]
    public Task Test_project() => VerifyAsync("Task M(IChatClient chat) => chat.GetResponseAsync(\"hi\", new ChatOptions());", test =>
    {
        test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true");
        test.SetOption("build_property.IsTestProject", "true");
    });

    private static Task VerifyAsync([StringSyntax("C#-test")] string member, Action<Verify.Test>? configure = null) =>
        Verify.VerifyAsync(Usings + "class C { " + member + " }", configure: configure);
}
