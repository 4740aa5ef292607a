using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>AISEC406: secrets on their way to a model, whichever part of the prompt they are put in.</summary>
public class SecretInPromptTests
{
    private const string Vault = "var secret = (await vault.GetSecretAsync(\"db\")).Value.Value; ";

    public static TheoryData<string, string> Reported => new()
    {
        { "Key Vault", Vault + "await client.{|AISEC406:GetResponseAsync(\"Use \" + secret)|};" },
        { "environment", "await client.{|AISEC406:GetResponseAsync($\"Use {Environment.GetEnvironmentVariable(\"AZURE_OPENAI_API_KEY\")}\")|};" },
        { "configuration", "await client.{|AISEC406:GetResponseAsync($\"Use {configuration[\"AzureOpenAI:ApiKey\"]}\")|};" },
        { "section of the configuration", "await client.{|AISEC406:GetResponseAsync($\"Use {configuration.GetSection(\"AzureOpenAI\")[\"ApiKey\"]}\")|};" },
        { "typed configuration", "await client.{|AISEC406:GetResponseAsync($\"Use {configuration.GetValue<string>(\"Db:Password\")}\")|};" },
        { "connection string", "await client.{|AISEC406:GetResponseAsync($\"Use {configuration.GetConnectionString(\"Db\")}\")|};" },
        { "token", "var token = await credential.GetTokenAsync(new Azure.Core.TokenRequestContext([\"https://cognitiveservices.azure.com/.default\"]), default); await client.{|AISEC406:GetResponseAsync($\"Use {token.Token}\")|};" },
        { "connection string of a connection", "await client.{|AISEC406:GetResponseAsync($\"Use {connection.ConnectionString}\")|};" },
        { "user message", Vault + "await client.{|AISEC406:GetResponseAsync([new ChatMessage(ChatRole.User, secret)])|};" },
        { "system message", Vault + "await client.GetResponseAsync([new ChatMessage(ChatRole.System, {|AISEC406:$\"Use {secret}\"|})]);" },
        { "instructions of the options", Vault + "await client.GetResponseAsync(\"a\", new ChatOptions { Instructions = {|AISEC406:secret|} });" },
        { "streaming", Vault + "await foreach (var update in client.{|AISEC406:GetStreamingResponseAsync(secret)|}) Console.Write(update);" },
        { "template", Vault + "await kernel.InvokePromptAsync({|AISEC406:\"Use \" + secret|});" },
        { "argument of a template", Vault + "await kernel.{|AISEC406:InvokePromptAsync(\"Use {{$key}}\", new KernelArguments { [\"key\"] = secret })|};" },
        { "in a helper", Vault + "await AskAsync(client, secret);" },
        { "beside a user's text", Vault + "await client.{|AISEC201:{|AISEC406:GetResponseAsync(text + secret)|}|};" },
    };

    public static TheoryData<string, string> Quiet => new()
    {
        { "setting that is none", "await client.GetResponseAsync($\"Use {configuration[\"Prompts:Greeting\"]}\");" },
        { "endpoint", "await client.GetResponseAsync($\"Use {configuration[\"AzureOpenAI:Endpoint\"]}\");" },
        { "name of a secret", "var found = await vault.GetSecretAsync(\"db\"); await client.GetResponseAsync(found.Value.Name);" },
        { "length", Vault + "await client.GetResponseAsync($\"{secret.Length}\");" },
        { "whether it is there", Vault + "await client.GetResponseAsync(secret is null ? \"No key.\" : \"A key.\");" },
        { "key of a client", "var other = new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(\"https://contoso.openai.azure.com\"), new System.ClientModel.ApiKeyCredential(configuration[\"AzureOpenAI:ApiKey\"]!)).GetChatClient(\"gpt\"); await other.CompleteChatAsync(\"a\");" },
        { "used and not sent", Vault + "connection.ConnectionString = secret; await client.GetResponseAsync(\"a\");" },
        { "expiry of a token", "var token = await credential.GetTokenAsync(new Azure.Core.TokenRequestContext([\"https://cognitiveservices.azure.com/.default\"]), default); await client.GetResponseAsync($\"{token.ExpiresOn}\");" },
        { "token count", "await client.GetResponseAsync($\"Use {configuration[\"AzureOpenAI:MaxTokens\"]}\");" },
    };

    [Theory]
    [MemberData(nameof(Reported))]
    [MemberData(nameof(Quiet))]
    public Task Secret(string name, string body)
    {
        _ = name;
        return FlowVerifier.VerifyAsync(Source(body, name == "in a helper"));
    }

    /// <summary>Nobody's guardrails take a secret out of a prompt.</summary>
    [Fact]
    public Task Platform_guardrails_do_not_help() => FlowVerifier.VerifyAsync(
        Source(Vault + "await client.{|AISEC406:GetResponseAsync(\"Use \" + secret)|};"), configure: test => test.SetOption("ai_security.platform_guardrails", "all"));

    [Fact]
    public Task Through_a_field_of_a_service() => Endpoint.VerifyFilesAsync(
        "using Microsoft.Extensions.Configuration; public class Settings(IConfiguration configuration) { public string Key { get; } = configuration[\"Search:ApiKey\"]!; public string Name { get; } = configuration[\"Search:Index\"]!; }",
        "public class Asker(IChatClient client, Settings settings) { public Task AskAsync() => client.{|AISEC406:GetResponseAsync($\"Use {settings.Key}\")|}; public Task NameAsync() => client.GetResponseAsync($\"Use {settings.Name}\"); }");

    private static string Source(string body, bool isHelperDue = false) => Endpoint.Usings + $$"""
        using Azure.Security.KeyVault.Secrets;
        using Microsoft.Extensions.Configuration;
        using Microsoft.SemanticKernel;
        public static class App
        {
            private static Task AskAsync(IChatClient client, string line) => client.{{(isHelperDue ? "{|AISEC406:GetResponseAsync($\"Use {line}\")|}" : "GetResponseAsync($\"Use {line}\")")}};
            public static void Map(WebApplication app, SecretClient vault, IConfiguration configuration, Azure.Core.TokenCredential credential, System.Data.Common.DbConnection connection, Kernel kernel) => app.MapPost("/chat", async (string text, IChatClient client) =>
            {
                {{body}}
            });
        }
        """;
}
