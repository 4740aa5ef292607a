using AiSecurity.Analyzers.Tests.Verification;
using LocalAuth = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<AiSecurity.Analyzers.Rules.Resources.LocalAuthAnalyzer, AiSecurity.Analyzers.CodeFixes.Fixes.Resources.LocalAuthFix>;
using PublicNetwork = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<AiSecurity.Analyzers.Rules.Resources.PublicNetworkAnalyzer, AiSecurity.Analyzers.CodeFixes.Fixes.Resources.PublicNetworkFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Resources;

/// <summary>AISEC501 and AISEC502: resources are closed.</summary>
public class ClosedResourceTests
{
    private const string Usings = """
        global using Azure.Provisioning.CognitiveServices;
        global using Azure.Provisioning.Search;
        global using Azure.ResourceManager.MachineLearning.Models;
        """;

    [Theory]
    [InlineData("void M(SearchService s) { [|s.IsLocalAuthDisabled = false|]; }", "void M(SearchService s) { s.IsLocalAuthDisabled = true; }")]
    [InlineData("object M() => new MachineLearningOnlineEndpointProperties([|MachineLearningEndpointAuthMode.Key|]);", "object M() => new MachineLearningOnlineEndpointProperties(MachineLearningEndpointAuthMode.AadToken);")]
    [InlineData("void M(ICollection<object> i) => i.Add(new [|SearchService|](\"s\")); // one", "void M(ICollection<object> i) => i.Add(new SearchService(\"s\") { IsLocalAuthDisabled = true }); // one")]
    [InlineData("void M(ICollection<object> i) => i.Add(new [|CognitiveServicesAccount|](\"a\"));", "void M(ICollection<object> i) => i.Add(new CognitiveServicesAccount(\"a\") { Properties = new CognitiveServicesAccountProperties { DisableLocalAuth = true } });")]
    [InlineData("void M(ICollection<object> i) => i.Add(new [|CognitiveServicesAccountProperties|]());", "void M(ICollection<object> i) => i.Add(new CognitiveServicesAccountProperties { DisableLocalAuth = true });")]
    [InlineData("void M(CognitiveServicesAccount a) { a.Properties = [|new|]() { CustomSubDomainName = \"shop\" }; }", "void M(CognitiveServicesAccount a) { a.Properties = new() { CustomSubDomainName = \"shop\", DisableLocalAuth = true }; }")]
    [InlineData("void M(ICollection<object> i) => i.Add(new Pulumi.Azure.Search.ServiceArgs { [|LocalAuthenticationEnabled = true|] });", "void M(ICollection<object> i) => i.Add(new Pulumi.Azure.Search.ServiceArgs { LocalAuthenticationEnabled = false });")]
    public Task Local_authentication(string member, string fixedMember) => FixLocalAuthAsync(Class(member), Class(fixedMember));

    [Fact]
    public Task Lines_and_comments_stay() => FixLocalAuthAsync(
        """
        class C
        {
            void M(ICollection<object> i)
            {
                i.Add(new CognitiveServicesAccount("ai")
                {
                    // The account.
                    Properties = new [|CognitiveServicesAccountProperties|]
                    {
                        CustomSubDomainName = "shop", // its name
                    },
                });
            }
        }
        """,
        """
        class C
        {
            void M(ICollection<object> i)
            {
                i.Add(new CognitiveServicesAccount("ai")
                {
                    // The account.
                    Properties = new CognitiveServicesAccountProperties
                    {
                        CustomSubDomainName = "shop", // its name
                        DisableLocalAuth = true,
                    },
                });
            }
        }
        """);

    [Fact]
    public Task All_at_once() => FixLocalAuthAsync(
        Class("void M(SearchService s, ICollection<object> i) { [|s.IsLocalAuthDisabled = false|]; i.Add(new CognitiveServicesAccountProperties { [|DisableLocalAuth = false|] }); }"),
        Class("void M(SearchService s, ICollection<object> i) { s.IsLocalAuthDisabled = true; i.Add(new CognitiveServicesAccountProperties { DisableLocalAuth = true }); }"));

    [Theory]
    [InlineData("void M(SearchService s) { [|s.PublicNetworkAccess = Azure.Provisioning.Search.SearchServicePublicNetworkAccess.Enabled|]; }", "void M(SearchService s) { s.PublicNetworkAccess = SearchServicePublicNetworkAccess.Disabled; }")]
    [InlineData("void M(CognitiveServicesAccount a) { [|a.Properties.NetworkAcls.DefaultAction = CognitiveServicesNetworkRuleAction.Allow|]; }", "void M(CognitiveServicesAccount a) { a.Properties.NetworkAcls.DefaultAction = CognitiveServicesNetworkRuleAction.Deny; }")]
    [InlineData("void M(ICollection<object> i) => i.Add(new Pulumi.Azure.Search.ServiceArgs { [|PublicNetworkAccessEnabled = true|] });", "void M(ICollection<object> i) => i.Add(new Pulumi.Azure.Search.ServiceArgs { PublicNetworkAccessEnabled = false });")]
    public Task Public_network(string member, string fixedMember) => PublicNetwork.VerifyFixAsync(
        Class(member), Class(fixedMember), "AISEC502.close", set: SdkSet.Stubs, configure: test => test.AddSource("/0/Usings.cs", Usings));

    private static string Class(string member) => "class C\n{\n    " + member + "\n}\n";

    private static Task FixLocalAuthAsync(string source, string fixedSource) => LocalAuth.VerifyFixAsync(source, fixedSource, "AISEC501.close", set: SdkSet.Stubs, configure: test => test.AddSource("/0/Usings.cs", Usings));
}
