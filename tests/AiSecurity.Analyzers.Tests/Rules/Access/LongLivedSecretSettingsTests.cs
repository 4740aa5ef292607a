using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.LongLivedSecretAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC106: stores of AI features that are opened with the key of an account.</summary>
public class LongLivedSecretSettingsTests
{
    [Theory]
    [InlineData("appsettings.json", """{ "KernelMemory": { "Services": { "AzureBlobs": { "ConnectionString": "[|DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=HEX==;EndpointSuffix=core.windows.net|]" } } } }""")]
    [InlineData("appsettings.json", """{ "KernelMemory": { "Services": { "AzureQueues": { "Auth": "[|ConnectionString|]" }, "AzureBlobs": { "Auth": "[|accountkey|]" } } } }""")]
    [InlineData("appsettings.json", """{ "ConnectionStrings": { "copilot-chats": "[|AccountEndpoint=https://contoso.documents.azure.com:443/;AccountKey=HEX==|]" } }""")]
    [InlineData(".env", "OPENAI_QUEUE_CONNECTION=[|Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=HEX=|]\n")]
    public Task Stores_of_AI_features(string file, string text) => VerifyAsync(file, SettingsSource.WithKeys(text));

    [Theory]
    [InlineData("appsettings.json", """{ "ConnectionStrings": { "orders": "AccountEndpoint=https://contoso.documents.azure.com:443/;AccountKey=HEX==" } }""")]
    [InlineData("appsettings.json", """{ "KernelMemory": { "Services": { "AzureBlobs": { "Auth": "AzureIdentity", "ConnectionString": "" } } } }""")]
    [InlineData("appsettings.json", """{ "Printer": { "Auth": "AccountKey" } }""")]
    [InlineData("appsettings.json", """{ "OpenAI": { "Store": "DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=<key>" } }""")]
    [InlineData("appsettings.json", """{ "OpenAI": { "Store": "AccountName=devstoreaccount1;AccountKey=HEX==;BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1" } }""")]
    [InlineData("appsettings.json", """{ "OpenAI": { "Queue": "UseDevelopmentEmulator=true;Endpoint=sb://contoso;SharedAccessKeyName=Root;SharedAccessKey=HEX==" } }""")]
    [InlineData("appsettings.json", """{ "OpenAI": { "Store": "AccountEndpoint=https://localhost:8081/;AccountKey=HEX==" } }""")]
    [InlineData("appsettings.Development.json", """{ "OpenAI": { "Store": "AccountName=contoso;AccountKey=HEX==" } }""")]
    [InlineData("launchSettings.json", """{ "profiles": { "Contoso.AI": { "environmentVariables": { "ConnectionStrings__orders": "AccountName=contoso;AccountKey=HEX==" } } } }""")]
    public Task Other_stores_identities_and_placeholders(string file, string text) => VerifyAsync(file, SettingsSource.WithKeys(text));

    [Theory]
    [InlineData("object M(string c) => new AzureBlobsConfig { [|Auth = AzureBlobsConfig.AuthTypes.ConnectionString|], ConnectionString = c };")]
    [InlineData("void M(AzureQueuesConfig q) => [|q.Auth = AzureQueuesConfig.AuthTypes.AccountKey|];")]
    [InlineData("object M() => new AzureBlobsConfig { Auth = AzureBlobsConfig.AuthTypes.AzureIdentity };")]
    [InlineData("void M(AzureQueuesConfig q, AzureQueuesConfig.AuthTypes auth) => q.Auth = auth;")]
    [InlineData("void M(AzureBlobsConfig b, bool local) => b.Auth = local ? AzureBlobsConfig.AuthTypes.AccountKey : AzureBlobsConfig.AuthTypes.AzureIdentity;")]
    [InlineData("void M(AzureBlobsConfig b, IHostEnvironment e) { if (e.IsDevelopment()) b.Auth = AzureBlobsConfig.AuthTypes.AccountKey; }")]
    [InlineData("object M(string c) => new Own { Auth = AzureBlobsConfig.AuthTypes.ConnectionString }; class Own { public object? Auth { get; set; } }")]
    public Task Options_that_choose_the_key(string member) =>
        Verify.VerifyAsync($$"""using Microsoft.Extensions.Hosting; using Microsoft.KernelMemory; class C { {{member}} }""", SdkSet.Stubs);

    [Fact]
    public async Task The_message_holds_no_part_of_the_key() => Assert.Equal(
        ["'OpenAI:Store' opens a store of an AI feature with the key of its account, which has to be stored, kept secret and renewed; a managed identity or a workload identity has nothing to steal"],
        await SettingsSource.MessagesAsync<AiSecurity.Analyzers.Rules.Access.LongLivedSecretAnalyzer>(SettingsSource.WithKeys("""{ "OpenAI": { "Store": "AccountName=contoso;AccountKey=HEX==" } }""")));

    private static Task VerifyAsync(string file, string text, Action<Verify.Test>? configure = null) => Verify.VerifyAsync("class C;", configure: test =>
    {
        test.AddAdditionalFile(file, text);
        configure?.Invoke(test);
    });
}
