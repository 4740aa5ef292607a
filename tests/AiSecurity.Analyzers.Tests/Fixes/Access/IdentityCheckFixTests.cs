using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.IdentityCheckAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.IdentityCheckFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>AISEC113: what switches a check off goes.</summary>
public class IdentityCheckFixTests
{
    [Theory]
    [InlineData("void M(DefaultAzureCredentialOptions o) { [|o.AdditionallyAllowedTenants.Add(\"*\")|]; }", "void M(DefaultAzureCredentialOptions o) { }")]
    [InlineData("object M() => new DefaultAzureCredentialOptions { AdditionallyAllowedTenants = { [|\"*\"|] } };", "object M() => new DefaultAzureCredentialOptions();")]
    [InlineData("object M() => new DefaultAzureCredentialOptions { AdditionallyAllowedTenants = { \"other\", [|\"*\"|] } };", "object M() => new DefaultAzureCredentialOptions { AdditionallyAllowedTenants = { \"other\" } };")]
    [InlineData("object M() => new DefaultAzureCredentialOptions { TenantId = \"t\", [|DisableInstanceDiscovery = true|] };", "object M() => new DefaultAzureCredentialOptions { TenantId = \"t\" };")]
    [InlineData("void M(ClientSecretCredentialOptions o) { [|o.DisableInstanceDiscovery = true|]; }", "void M(ClientSecretCredentialOptions o) { }")]
    [InlineData("void M(ClientSecretCredentialOptions o) => [|o.DisableInstanceDiscovery = true|];", "void M(ClientSecretCredentialOptions o) => o.DisableInstanceDiscovery = false;")]
    [InlineData("object M() => new TokenRequestContext([\"s\"], [|isCaeEnabled: false|]);", "object M() => new TokenRequestContext([\"s\"], isCaeEnabled: true);")]
    [InlineData("object M() => new TokenRequestContext([\"s\"], null, null, null, [|false|]);", "object M() => new TokenRequestContext([\"s\"], null, null, null, true);")]
    public Task Fixed(string member, string fixedMember) => Verify.VerifyFixAsync(Class(member), Class(fixedMember), "AISEC113.check", configure: Configure);

    [Fact]
    public Task Comments_stay() => Verify.VerifyFixAsync(
        """
        var options = new DefaultAzureCredentialOptions();

        // Customers bring their own tenant.
        [|options.AdditionallyAllowedTenants.Add("*")|];
        options.TenantId = "t"; // ours
        Console.WriteLine(new DefaultAzureCredential(options));
        """,
        """
        var options = new DefaultAzureCredentialOptions();

        // Customers bring their own tenant.
        options.TenantId = "t"; // ours
        Console.WriteLine(new DefaultAzureCredential(options));
        """,
        "AISEC113.check",
        configure: Configure);

    [Theory]
    [InlineData("void M(DefaultAzureCredentialOptions o) => [|o.AdditionallyAllowedTenants.Add(\"*\")|];")]
    [InlineData("static string? s_token; void M(TokenCredential c) { [|s_token = c.GetToken(new TokenRequestContext([\"https://ai.azure.com/.default\"]), default).Token|]; }")]
    public Task No_fix(string member) => Verify.VerifyNoFixAsync(Class(member), configure: Configure);

    private static string Class(string member) => "class C { " + member + " }";

    private static void Configure(Verify.Test test) => test.AddSource("/0/Usings.cs", "global using Azure.Core; global using Azure.Identity;");
}
