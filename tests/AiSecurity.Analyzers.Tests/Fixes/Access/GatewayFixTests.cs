using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.GatewayAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.GatewayFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>AISEC111: the gateway's host.</summary>
public class GatewayFixTests
{
    [Theory]
    [InlineData("[|\"https://contoso.openai.azure.com/\"|] /* one */", "\"https://contoso.azure-api.net/\" /* one */")]
    [InlineData("[|@\"https://Contoso.openai.azure.com/openai/v1/\"|]", "@\"https://contoso.azure-api.net/openai/v1/\"")]
    [InlineData("[|\"https://other.azure-api.net:443\"|]", "\"https://contoso.azure-api.net:443\"")]
    public Task The_host_changes(string url, string fixedUrl) => Verify.VerifyFixAsync(Program(url), Program(fixedUrl), "AISEC111.gateway", configure: Configure("contoso.azure-api.net"));

    [Theory]
    [InlineData("[|\"https://contoso.openai.azure.com/\"|]", "a.azure-api.net, b.azure-api.net")]
    [InlineData("[|\"https://contoso.openai.azure.com/\"|]", "*.ai.contoso.com")]
    [InlineData("[|$\"https://{name}.openai.azure.com/\"|]", "contoso.azure-api.net")]
    public Task Not_when_the_host_is_not_clear(string url, string hosts) => Verify.VerifyNoFixAsync(Program(url), configure: Configure(hosts));

    private static Action<CodeFixVerifier<AiSecurity.Analyzers.Rules.Access.GatewayAnalyzer, AiSecurity.Analyzers.CodeFixes.Fixes.Access.GatewayFix>.Test> Configure(string hosts) =>
        test => test.SetOption("ai_security.gateway_hosts", hosts);

    private static string Program(string url) =>
        "class C { object M(Azure.Core.TokenCredential token, string name) => (name, new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(" + url + "), token)); }";
}
