using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.TransportSecurityAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC110 in settings files.</summary>
public class TransportSecuritySettingsTests
{
    [Theory]
    [InlineData("appsettings.json", """{ "Service": { "Address": "[|http://contoso.openai.azure.com/|]" } }""")]
    [InlineData("appsettings.Development.json", """{ "Service": { "Address": "[|http://contoso.search.windows.net|]" } }""")]
    [InlineData("appsettings.json", """{ "OpenAI": { "Endpoint": "[|http://llm.contoso.com:8080/v1|]" } }""")]
    [InlineData("appsettings.json", """{ "ConnectionStrings": { "aiEndpoint": "[|Endpoint=http://contoso.openai.azure.com/;Deployment=gpt|]" } }""")]
    [InlineData(".env", "AZURE_OPENAI_ENDPOINT=[|http://contoso.openai.azure.com|]\n")]
    [InlineData("launchSettings.json", """{ "profiles": { "App": { "environmentVariables": { "LLM_BASE_URL": "[|http://llm.contoso.com/|]" } } } }""")]
    public Task Clear_text(string file, string text) => VerifyAsync(file, text);

    [Theory]
    [InlineData("appsettings.json", """{ "OpenAI": { "Endpoint": "https://contoso.openai.azure.com/" } }""")]
    [InlineData("appsettings.json", """{ "OpenAI": { "Endpoint": "http://localhost:11434/v1" } }""")]
    [InlineData("appsettings.json", """{ "OpenAI": { "Endpoint": "http://ollama:11434/v1" } }""")]
    [InlineData("appsettings.json", """{ "OpenAI": { "Endpoint": "http://<your-server>/v1" } }""")]
    [InlineData("appsettings.json", """{ "OpenAI": { "Endpoint": "http://${LLM_HOST}/v1" } }""")]
    [InlineData("appsettings.Development.json", """{ "OpenAI": { "Endpoint": "http://llm.contoso.com:8080/v1" } }""")]
    [InlineData("appsettings.json", """{ "Weather": { "Endpoint": "http://weather.contoso.com" } }""")]
    [InlineData("appsettings.json", """{ "OpenAI": { "HttpReferer": "http://www.contoso.com", "AllowedHosts": ["http://contoso.openai.azure.com"] } }""")]
    [InlineData("launchSettings.json", """{ "profiles": { "Contoso.AI": { "applicationUrl": "http://dev.contoso.com:5000", "launchUrl": "http://dev.contoso.com:5000" } } }""")]
    [InlineData("app.config", """<configuration xmlns:ai="http://schemas.contoso.com/ai"><add key="x" value="y" /></configuration>""")]
    public Task Encrypted_near_or_something_else(string file, string text) => VerifyAsync(file, text);

    [Fact]
    public Task Test_projects() => VerifyAsync(".env", "AZURE_OPENAI_ENDPOINT=http://contoso.openai.azure.com\n", test => test.SetOption("build_property.IsTestProject", "true"));

    private static Task VerifyAsync(string file, string text, Action<Verify.Test>? configure = null) => Verify.VerifyAsync("class C;", configure: test =>
    {
        test.AddAdditionalFile(file, text);
        configure?.Invoke(test);
    });
}
