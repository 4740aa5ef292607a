using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Models.EndUserContextAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Models;

/// <summary>AISEC208, in a web application.</summary>
public class EndUserContextAnalyzerTests
{
    private const string Usings = """
        using Azure.AI.OpenAI;
        using Azure.AI.OpenAI.Chat;
        using Microsoft.SemanticKernel.Connectors.AzureOpenAI;
        using OpenAI.Chat;

        """;

    [Theory]
    [InlineData("object M(ChatClient client) => client.CompleteChat([new UserChatMessage(\"hi\")], new [|ChatCompletionOptions|]());")]
    [InlineData("object M(ChatClient client) => client.CompleteChat([new UserChatMessage(\"hi\")], new [|ChatCompletionOptions|] { Temperature = 0 });")]
    [InlineData("object M(ChatClient client) { ChatCompletionOptions options = [|new() { Temperature = 0 }|]; return client.CompleteChat([new UserChatMessage(\"hi\")], options); }")]
    [InlineData("object M(ChatClient client) => client.[|CompleteChat|]([new UserChatMessage(\"hi\")]);")]
    [InlineData("object M(ChatClient client) => client.[|CompleteChatAsync|](new UserChatMessage(\"hi\"));")]
    [InlineData("object M(ChatClient client) => client.[|CompleteChatStreamingAsync|]([new UserChatMessage(\"hi\")], options: null);")]
    [InlineData("object M() => new [|AzureOpenAIPromptExecutionSettings|] { Temperature = 0 }.ToString()!;")]
    public Task For_nobody_in_particular(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M(ChatClient client, string id) => client.CompleteChat([new UserChatMessage(\"hi\")], new ChatCompletionOptions { EndUserId = id });")]
    [InlineData("object M(ChatClient client, string id) { var options = new ChatCompletionOptions(); options.EndUserId = id; return client.CompleteChat([new UserChatMessage(\"hi\")], options); }")]
    [InlineData("object M(ChatClient client, string id) { var options = new ChatCompletionOptions(); options.SetUserSecurityContext(new UserSecurityContext { EndUserId = id }); return client.CompleteChat([new UserChatMessage(\"hi\")], options); }")]
    [InlineData("object M(ChatClient client, ChatCompletionOptions options) => client.CompleteChat([new UserChatMessage(\"hi\")], options);")]
    [InlineData("object M(ChatClient client) { var options = new ChatCompletionOptions(); Tell(options); return client.CompleteChat([new UserChatMessage(\"hi\")], options); } void Tell(ChatCompletionOptions options) => options.EndUserId = \"id\";")]
    [InlineData("object M(ChatClient client, System.ClientModel.BinaryContent content) => client.CompleteChat(content);")]
    [InlineData("object M(string id) => new AzureOpenAIPromptExecutionSettings { User = id }.ToString()!;")]
    [InlineData("class ChatCompletionOptions; object M() => new ChatCompletionOptions();")]
    public Task For_somebody_or_unknown(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("build_property.UsingMicrosoftNETSdkWorker")]
    [InlineData("build_property.IsTestProject")]
    [InlineData("build_property.Nothing")]
    public Task Where_there_is_no_user(string property) => Verify.VerifyAsync(
        Source("object M(ChatClient client) => client.CompleteChat([new UserChatMessage(\"hi\")]);"), configure: test => test.SetOption(property, "true"));

    [Fact]
    public Task Without_a_client_of_Azure() => Verify.VerifyAsync(
        "using OpenAI.Chat; class C { object M(ChatClient client) => client.CompleteChat([new UserChatMessage(\"hi\")]); }", SdkSet.OpenAI_2_15, test => test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true"));

    [Fact]
    public Task The_message_names_what_the_version_has() => Verify.VerifyAsync(
        Source("object M(ChatClient client) => client.{|#0:CompleteChat|}([new UserChatMessage(\"hi\")]);"),
        configure: test =>
        {
            test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true");
            test.ExpectedDiagnostics.Add(new Microsoft.CodeAnalysis.Testing.DiagnosticResult("AISEC208", Microsoft.CodeAnalysis.DiagnosticSeverity.Info).WithLocation(0).WithMessage(
                "'CompleteChat' does not tell Azure OpenAI for which user it asks, so that an alert on an attack names the whole application and nobody in it; call 'SetUserSecurityContext', or set 'EndUserId'"));
        });

    [Fact]
    public Task Broken_code() => Verify.VerifyAsync(
        Source("object M(ChatClient client, Missing m) => m.Do(client.CompleteChat(m, new ChatCompletionOptions { EndUserId = }), client.CompleteChat("), configure: test =>
        {
            test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true");
            test.TolerateCompileErrors();
        });

    private static Task VerifyAsync([StringSyntax("C#-test")] string member) => Verify.VerifyAsync(Source(member), configure: test => test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true"));

    private static string Source(string member) => Usings + "class C\n{\n    " + member + "\n}";
}
