using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Models.ApprovedModelAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Models;

/// <summary>AISEC211.</summary>
public class ApprovedModelAnalyzerTests
{
    private const string Option = "ai_security.approved_models";
    private const string Approved = "gpt-4o, chat-prod, text-embedding-3*";
    private const string Usings = "using Azure.AI.OpenAI;\nusing Azure.Core;\nusing Microsoft.Extensions.AI;\nusing Microsoft.Extensions.Configuration;\nusing Microsoft.SemanticKernel;\nusing OpenAI;\nusing OpenAI.Chat;\nusing OpenAI.Embeddings;\n";

    [Theory]
    [InlineData("""object M(AzureOpenAIClient client) => client.GetChatClient([|"gpt-35-turbo"|]);""")]
    [InlineData("""object M(AzureOpenAIClient client) => client.GetChatClient(deploymentName: [|"gpt-35-turbo"|]);""")]
    [InlineData("""object M(OpenAIClient client) => client.GetEmbeddingClient([|"ada"|]);""")]
    [InlineData("""object M() => new ChatClient([|"gpt-3.5-turbo"|], key);""")]
    [InlineData("""ChatClient M() { ChatClient client = new(model: [|"gpt-4"|], apiKey: key); return client; }""")]
    [InlineData("""const string Name = [|"gpt-4"|]; object M(OpenAIClient client) => client.GetChatClient(Name); object N(OpenAIClient client) => client.GetChatClient(Name);""")]
    [InlineData("""object M(OpenAIClient client) => client.GetChatClient(configuration["Model"] ?? [|"gpt-4"|]);""")]
    [InlineData("""object M(OpenAIClient client, bool fast) { var name = fast ? [|"o3-mini"|] : "gpt-4o"; return client.GetChatClient(name); }""")]
    [InlineData("""object M() => new ChatOptions { ModelId = [|"gpt-4o-mini"|] };""")]
    [InlineData("""void M(ChatOptions options) => options.ModelId = [|"gpt-4o-mini"|];""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion([|"gpt-4"|], "https://contoso.openai.azure.com", token);""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddOpenAIChatCompletion([|"gpt-4"|], key);""")]
    public Task Others_than_the_approved(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("""object M(AzureOpenAIClient client) => client.GetChatClient("chat-prod");""")]
    [InlineData("""object M(OpenAIClient client) => client.GetChatClient("GPT-4o");""")]
    [InlineData("""object M(OpenAIClient client) => client.GetEmbeddingClient("text-embedding-3-large");""")]
    [InlineData("""object M(OpenAIClient client) => client.GetChatClient(configuration["Model"]!);""")]
    [InlineData("""object M(OpenAIClient client, string model) => client.GetChatClient(model);""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("chat-prod", "https://contoso.openai.azure.com", token, modelId: "whatever");""")]
    [InlineData("""object M() => new ChatOptions { ConversationId = "gpt-4" };""")]
    [InlineData("""string[] M() => ["gpt-4", "gpt-35-turbo"];""")]
    [InlineData("""class ChatClient(string model) { public string Model => model; } object M() => new ChatClient("gpt-4");""")]
    public Task Approved_and_unknown_ones(string members) => VerifyAsync(members);

    [Theory]
    [InlineData(null)]
    [InlineData("none")]
    [InlineData(" , ")]
    public Task Without_a_list_nothing(string? list) => Verify.VerifyAsync(Source("""object M(OpenAIClient client) => client.GetChatClient("gpt-4");"""), SdkSet.Stubs, test =>
    {
        if (list is not null)
            test.SetOption(Option, list);
    });

    [Fact]
    public Task The_option_for_this_rule_wins() => Verify.VerifyAsync(Source("""object M(OpenAIClient client) => client.GetChatClient("gpt-4");"""), SdkSet.Stubs, test =>
    {
        test.SetOption(Option, Approved);
        test.SetOption("ai_security.AISEC211.approved_models", "gpt-4");
    });

    [Theory]
    [InlineData("""{ "AzureOpenAI": { "DeploymentName": "[|gpt-35-turbo|]", "ChatModel": "[|gpt-4|]", "Endpoint": "https://contoso.openai.azure.com" } }""")]
    [InlineData("""{ "AZURE_OPENAI_DEPLOYMENT_NAME": "[|gpt-4|]" }""")]
    [InlineData("""{ "ConnectionStrings": { "chat": "[|Endpoint=https://contoso.openai.azure.com/;Deployment=gpt-4|]" } }""")]
    [InlineData("""{ "AzureOpenAI": { "DeploymentName": "chat-prod", "EmbeddingModel": "text-embedding-3-small" } }""")]
    [InlineData("""{ "OpenAI": { "Model": "<your model>", "ModelId": "", "EmbeddingDeployment": "YOUR_DEPLOYMENT", "UseModel": "true" } }""")]
    [InlineData("""{ "Printer": { "Model": "LaserJet-4" }, "Slots": { "Deployment": "blue" } }""")]
    [InlineData("""{ "OpenAI": { "ModelPath": "gpt-4", "Model": "https://models.contoso.com/x", "EmbeddingModel": "C:\\models\\x.onnx" } }""")]
    public async Task Settings_files(string json)
    {
        await Verify.VerifyAsync("class C;", configure: test =>
        {
            test.SetOption(Option, Approved);
            test.AddAdditionalFile("/0/appsettings.json", json);
        });
        await Verify.VerifyAsync("class C;", configure: test =>
        {
            test.SetEditorConfig($"root = true\n[*.cs]\n{Option} = {Approved}\n");
            test.AddAdditionalFile("/0/appsettings.json", json);
        });
    }

    [Fact]
    public Task Before_version_2() => Verify.VerifyAsync(
        """
        using Azure.AI.OpenAI;
        class C
        {
            object M(OpenAIClient client) => client.GetChatCompletionsAsync([|"gpt-4"|], new ChatCompletionsOptions());
        }
        """,
        SdkSet.AzureOpenAI_1_0_beta6,
        test => test.SetOption(Option, Approved));

    [Fact]
    public Task Test_projects() => Verify.VerifyAsync(Source("""object M(OpenAIClient client) => client.GetChatClient("gpt-4");"""), SdkSet.Stubs, test =>
    {
        test.SetOption(Option, Approved);
        test.SetOption("build_property.IsTestProject", "true");
    });

    [Fact]
    public Task Broken_code() => Verify.VerifyAsync(Source("""object M(OpenAIClient client, Missing m) => m.Do(client.GetChatClient([|"gpt-4"|]), new ChatOptions { ModelId = }, client.GetChatClient("""), SdkSet.Stubs, test =>
    {
        test.SetOption(Option, Approved);
        test.TolerateCompileErrors();
    });

    private static Task VerifyAsync([StringSyntax("C#-test")] string members) => Verify.VerifyAsync(Source(members), SdkSet.Stubs, test => test.SetOption(Option, Approved));

    private static string Source(string members) => Usings + "class C(string key, TokenCredential token, IConfiguration configuration)\n{\n" + members + "\nobject Use() => (key, token, configuration);\n}";
}
