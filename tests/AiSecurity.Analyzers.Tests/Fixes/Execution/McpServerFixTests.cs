using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Execution.McpServerAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Execution.McpServerFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Execution;

/// <summary>AISEC311: https.</summary>
public class McpServerFixTests
{
    [Fact]
    public Task Https() => Verify.VerifyFixAsync(
        Class("object M() => new[] { new HttpClientTransportOptions { Endpoint = new Uri([|\"http://a.contoso.com/mcp\"|] /* docs */) }, new HttpClientTransportOptions { Endpoint = new Uri([|\"http://b.contoso.com\"|]) } };"),
        Class("object M() => new[] { new HttpClientTransportOptions { Endpoint = new Uri(\"https://a.contoso.com/mcp\" /* docs */) }, new HttpClientTransportOptions { Endpoint = new Uri(\"https://b.contoso.com\") } };"), "AISEC311.https");

    [Theory]
    [InlineData("object M() => new HttpClientTransportOptions { Endpoint = new Uri([|\"http://a.contoso.com:8080\"|]) };")]
    [InlineData("object M() => new StdioClientTransportOptions { Command = \"npx\", Arguments = [\"-y\", [|\"contoso\"|]] };")]
    public Task No_fix(string member) => Verify.VerifyNoFixAsync(Class(member));

    private static string Class(string member) => "using ModelContextProtocol.Client; class C { " + member + " }";
}
