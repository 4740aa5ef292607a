using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.TransportSecurityAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.TransportSecurityFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>AISEC110: https where http stood.</summary>
public class TransportSecurityFixTests
{
    [Theory]
    [InlineData("[|\"http://contoso.openai.azure.com/\"|]", "\"https://contoso.openai.azure.com/\"")]
    [InlineData("[|@\"http://contoso.openai.azure.com/\"|] /* here */", "@\"https://contoso.openai.azure.com/\" /* here */")]
    [InlineData("[|\"HTTP://contoso.openai.azure.com/\"|]", "\"HTTPS://contoso.openai.azure.com/\"")]
    [InlineData("[|\"http://contoso.openai.azure.com/\" + \"openai\"|]", "\"https://contoso.openai.azure.com/\" + \"openai\"")]
    [InlineData("$\"[|http://|]{Name}.openai.azure.com/\"", "$\"https://{Name}.openai.azure.com/\"")]
    [InlineData("$\"[|http://contoso.openai.azure.com/|]{Name}/\"", "$\"https://contoso.openai.azure.com/{Name}/\"")]
    public Task Literals(string url, string fixedUrl) => Verify.VerifyFixAsync(Program(url), Program(fixedUrl), "AISEC110.https");

    [Fact]
    public Task All_of_a_file() => Verify.VerifyFixAsync(
        """class C { string[] urls = { [|"http://a.openai.azure.com/"|], [|"http://b.search.windows.net/"|] }; }""",
        """class C { string[] urls = { "https://a.openai.azure.com/", "https://b.search.windows.net/" }; }""",
        "AISEC110.https");

    [Theory]
    [InlineData("[|\"http://contoso.openai.azure.com:8080/\"|]")]
    [InlineData("$\"[|http://contoso.openai.azure.com:8080/|]{Name}/\"")]
    public Task Not_with_a_port_of_its_own(string url) => Verify.VerifyNoFixAsync(Program(url));

    private static string Program(string url) => "class C { const string Name = \"contoso\"; static string Part => Name; string Url(string Name) => " + url + "; }";
}
