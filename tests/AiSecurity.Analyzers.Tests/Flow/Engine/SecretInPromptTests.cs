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
        { "password in settings", "var login = new System.Net.NetworkCredential(\"contoso\", configuration[\"Db:Password\"]); await client.{|AISEC406:GetResponseAsync($\"Use {login.Password}\")|};" },
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
        { "name in settings with a key", "var login = new System.Net.NetworkCredential(\"contoso\", configuration[\"Db:Password\"]); await client.GetResponseAsync($\"Ask {login.UserName}\");" },
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

    /// <summary>What comes out of a service is not the key that opens it.</summary>
    [Fact]
    public Task Heard_by_a_service_that_a_key_opens() => FlowVerifier.VerifyAsync(
        """
        using Microsoft.CognitiveServices.Speech;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.Configuration;
        public class Dictation(IChatClient client, IConfiguration configuration)
        {
            public async Task<string> WriteAsync()
            {
                var speech = SpeechConfig.FromSubscription(configuration["Speech:Key"]!, "westeurope");
                return (await client.GetResponseAsync(await HearAsync(speech))).Text;
            }

            private static async Task<string> HearAsync(SpeechConfig speech) => (await Task.Run(() => speech.ToString()))!;
        }
        """, SdkSet.Stubs);

    /// <summary>Nobody's guardrails take a secret out of a prompt.</summary>
    [Fact]
    public Task Platform_guardrails_do_not_help() => FlowVerifier.VerifyAsync(
        Source(Vault + "await client.{|AISEC406:GetResponseAsync(\"Use \" + secret)|};"), configure: test => test.SetOption("ai_security.platform_guardrails", "all"));

    [Fact]
    public Task Through_a_field_of_a_service() => Endpoint.VerifyFilesAsync(
        "using Microsoft.Extensions.Configuration; public class Settings(IConfiguration configuration) { public string Key { get; } = configuration[\"Search:ApiKey\"]!; public string Name { get; } = configuration[\"Search:Index\"]!; }",
        "public class Asker(IChatClient client, Settings settings) { public Task AskAsync() => client.{|AISEC406:GetResponseAsync($\"Use {settings.Key}\")|}; public Task NameAsync() => client.GetResponseAsync($\"Use {settings.Name}\"); }");

    /// <summary>An agent of a package that is not there, made of a client that has the key.</summary>
    [Theory]
    [InlineData("var agent = new MissingChatAgent(Client(key)); await client.GetResponseAsync(await agent.AskAsync(\"a\"));")]
    [InlineData("var agent = new MissingChatAgent(Client(key)).Register(async (messages, inner) => { await client.GetResponseAsync(messages); return messages; });")]
    [InlineData("var service = new MissingService(key); var history = service.Start(); history.Add(\"a\"); await client.GetResponseAsync(history);")]
    public Task Key_of_an_unknown_agent(string body) => FlowVerifier.VerifyAsync(
        Endpoint.Usings + $$"""
        public static class App
        {
            private static OpenAI.Chat.ChatClient Client(string key) => new OpenAI.OpenAIClient(new System.ClientModel.ApiKeyCredential(key)).GetChatClient("gpt");
            public static async Task RunAsync(IChatClient client)
            {
                var key = Environment.GetEnvironmentVariable("OPENAI_API_KEY")!;
                {{body}}
            }
        }
        """, configure: static test => test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

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
