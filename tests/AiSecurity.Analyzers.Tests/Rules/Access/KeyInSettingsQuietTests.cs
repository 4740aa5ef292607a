using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.KeyInSettingsAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC104: what is not reported.</summary>
public class KeyInSettingsQuietTests
{
    [Theory]
    [InlineData("")]
    [InlineData("<your-key>")]
    [InlineData("YOUR_AZURE_OPENAI_KEY_1234")]
    [InlineData("*** To overwrite in user secrets or env ***")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://contoso.vault.azure.net/secrets/openai1234/0a1b2c3d4e5f)")]
    [InlineData("@Microsoft.KeyVault(VaultName=contoso;SecretName=openai-key-1234)")]
    [InlineData("%AZURE_OPENAI_KEY_1234%")]
    [InlineData("${AZURE_OPENAI_KEY_1234}")]
    [InlineData("$(AzureOpenAIKey1234)")]
    [InlineData("#{AzureOpenAIKey1234}#")]
    [InlineData("__AzureOpenAIKey__")]
    [InlineData("https://contoso123.vault.azure.net/secrets/openai1234567")]
    [InlineData("C:\\\\keys\\\\openai12345678.txt")]
    [InlineData("azure-openai-key")]
    [InlineData("DefaultAzureCredential")]
    [InlineData("ollama")]
    public Task Placeholders_and_references(string value) => QuietAsync($$"""{ "AzureOpenAI": { "ApiKey": "{{value}}" } }""");

    [Theory]
    [InlineData("""{ "Weather": { "ApiKey": "HEX" }, "EmailKey": "HEX", "MainKey": "OTHER" }""")]
    [InlineData("""{ "OpenAI": { "Deployment": "HEX", "TenantId": "8d0c6a52-0f0b-4c55-9c0e-3f1b2a7d9e64", "ApiKeyName": "HEX", "MaxTokens": "12345678", "PartitionKey": "HEX" } }""")]
    [InlineData("""{ "AzureAd": { "ClientSecret": "HEX" } }""")]
    [InlineData("""{ "OpenAI": { "Endpoint": "http://localhost:11434/v1", "ApiKey": "HEX" } }""")]
    [InlineData("""{ "ConnectionStrings": { "hub": "Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=HEX=" } }""")]
    [InlineData("""{ "ConnectionStrings": { "signalr": "Endpoint=https://contoso.service.signalr.net;AccessKey=HEX;Version=1.0;" } }""")]
    [InlineData("""{ "ConnectionStrings": { "store": "DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=HEX" } }""")]
    [InlineData("""{ "ConnectionStrings": { "openai": "Endpoint=https://contoso.openai.azure.com/" } }""")]
    [InlineData("""{ "ConnectionStrings": { "openai": "Endpoint=https://contoso.openai.azure.com/;Key=TODO" } }""")]
    [InlineData("""{ "ConnectionStrings": { "openai": "Endpoint=http://ollama:11434/;Key=HEX" } }""")]
    public Task Other_values(string json) => QuietAsync(json);

    [Theory]
    [InlineData("""{ "OpenAI": { "ApiKey": "HEX" }""")]
    [InlineData("""{ "OpenAI": { "ApiKey": "HEX" } } }""")]
    [InlineData("""{ "OpenAI": { "ApiKey": "HEX" } ]""")]
    [InlineData("""{ "OpenAI" { "ApiKey": "HEX" } }""")]
    [InlineData("""{ "OpenAI": { "ApiKey": "HEX } }""")]
    [InlineData("""{ "OpenAI": { "ApiKey": "HEX" } /* """)]
    [InlineData("""{ "OpenAI": { "ApiKey": "HEX\u00" } }""")]
    [InlineData("""{ "OpenAI": { "ApiKey": "HEX" "b": 1 } }""")]
    [InlineData("""{ "OpenAI": { "ApiKey": "HEX" }, = }""")]
    [InlineData("\"HEX\" /")]
    [InlineData("")]
    public Task A_file_that_does_not_parse(string json) => QuietAsync(json);

    [Theory]
    [InlineData("""<configuration><add key="OpenAIKey" value="HEX"></configuration>""")]
    [InlineData("""<configuration><add key="OpenAIKey" value="HEX" /></settings>""")]
    [InlineData("""<configuration><add key="OpenAIKey" value="HEX" """)]
    [InlineData("""<configuration><add key="OpenAIKey" value=HEX /></configuration>""")]
    [InlineData("""<configuration><add key="OpenAIKey" value="HEX /></configuration>""")]
    [InlineData("""<configuration><add key="OpenAIKey" value="HEX" /><!-- </configuration>""")]
    public Task A_configuration_file_that_does_not_parse(string xml) => QuietAsync(xml, "app.config");

    [Fact]
    public Task A_file_that_nests_too_deeply() =>
        QuietAsync(string.Concat(Enumerable.Repeat("[", 100_000)) + """{ "OpenAIKey": "HEX" }""" + string.Concat(Enumerable.Repeat("]", 100_000)));

    [Fact]
    public Task A_file_over_a_megabyte() => QuietAsync("""{ "OpenAIKey": "HEX" }""" + new string(' ', 1_000_000));

    [Theory]
    [InlineData("settings.json")]
    [InlineData("package.json")]
    [InlineData("appsettings.xml")]
    [InlineData("nuget.config")]
    [InlineData("packages.config")]
    [InlineData("/home/me/.microsoft/usersecrets/0a1b2c/secrets.json")]
    [InlineData("C:\\Users\\me\\AppData\\Roaming\\Microsoft\\UserSecrets\\0a1b2c\\secrets.json")]
    public Task Other_files(string file) => QuietAsync(
        file.EndsWith("config", StringComparison.Ordinal) ? """<configuration><add key="OpenAIKey" value="HEX" /></configuration>""" : """{ "OpenAIKey": "HEX" }""", file);

    [Fact]
    public Task A_project_without_AI() => Verify.VerifyAsync(
        "class C;", SdkSet.Bare, test => test.AddAdditionalFile("appsettings.json", SettingsSource.WithKeys("""{ "OpenAIKey": "HEX" }""")));

    private static Task QuietAsync(string text, string file = "appsettings.json") =>
        Verify.VerifyAsync("class C;", configure: test => test.AddAdditionalFile(file, SettingsSource.WithKeys(text)));
}
