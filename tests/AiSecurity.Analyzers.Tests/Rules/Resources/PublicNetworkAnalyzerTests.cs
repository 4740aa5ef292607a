using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using static AiSecurity.Analyzers.Tests.Rules.Resources.ResourceSource;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Resources.PublicNetworkAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Resources;

/// <summary>AISEC502: AI resources that answer the public network.</summary>
public class PublicNetworkAnalyzerTests
{
    [Theory]
    [InlineData("void M(CognitiveServicesAccountProperties p) => [|p.PublicNetworkAccess = ServiceAccountPublicNetworkAccess.Enabled|];")]
    [InlineData("void M(CognitiveServicesAccountProperties p) => [|p.PublicNetworkAccess = \"Enabled\"|];")]
    [InlineData("void M(CognitiveServicesNetworkRuleSet r) => [|r.DefaultAction = CognitiveServicesNetworkRuleAction.Allow|];")]
    [InlineData("void M(SearchServiceData s) => [|s.PublicNetworkAccess = SearchServicePublicNetworkAccess.Enabled|];")]
    [InlineData("void M(SearchServiceData s) => [|s.PublicInternetAccess = SearchServicePublicInternetAccess.Enabled|];")]
    [InlineData("void M(MachineLearningOnlineEndpointProperties p) => [|p.PublicNetworkAccess = MachineLearningPublicNetworkAccessType.Enabled|];")]
    [InlineData("void M(AccountProperties p) => [|p.PublicNetworkAccess = \"Enabled\"|];")]
    public Task Written_open(string member) => VerifyAsync(Management, member);

    [Theory]
    [InlineData("void M(CognitiveServicesAccountProperties p) => p.PublicNetworkAccess = ServiceAccountPublicNetworkAccess.Disabled;")]
    [InlineData("void M(CognitiveServicesAccountProperties p, ServiceAccountPublicNetworkAccess a) => p.PublicNetworkAccess = a;")]
    [InlineData("void M(CognitiveServicesAccountProperties p, IHostEnvironment e) { if (e.IsDevelopment()) p.PublicNetworkAccess = ServiceAccountPublicNetworkAccess.Enabled; }")]
    [InlineData("void M() { var d = new SearchServiceData(\"westeurope\") { PublicNetworkAccess = SearchServicePublicNetworkAccess.Disabled }; }")]
    [InlineData("""
        void M()
        {
            var d = new CognitiveServicesAccountProperties
            {
                PublicNetworkAccess = ServiceAccountPublicNetworkAccess.Enabled,
                NetworkAcls = new CognitiveServicesNetworkRuleSet { DefaultAction = CognitiveServicesNetworkRuleAction.Deny },
            };
        }
        """)]
    [InlineData("void M() { var d = new SearchServiceData(\"westeurope\") { PublicInternetAccess = SearchServicePublicInternetAccess.Disabled }; }")]
    [InlineData("SearchServiceData M() => new SearchServiceData(\"westeurope\");")]
    [InlineData("void M(SearchServiceData other) { other.PublicNetworkAccess = SearchServicePublicNetworkAccess.Disabled; var d = new SearchServiceData(\"westeurope\"); }")]
    [InlineData("void M(ICollection<object> i) { var d = new CognitiveServicesAccountData(\"westeurope\"); i.Add(d); d.Properties.PublicNetworkAccess = ServiceAccountPublicNetworkAccess.Disabled; }")]
    public Task Quiet(string member) => VerifyAsync(Management, member);

    [Theory]
    [InlineData("void M(CognitiveServicesAccount a) => [|a.Properties.PublicNetworkAccess = ServiceAccountPublicNetworkAccess.Enabled|];")]
    [InlineData("void M(SearchService s) => [|s.PublicNetworkAccess = SearchServicePublicNetworkAccess.Enabled|];")]
    [InlineData("void M(SearchService s) => [|s.PublicInternetAccess = SearchServicePublicInternetAccess.Enabled|];")]
    [InlineData("void M(ICollection<object> i) => i.Add(new SearchService(\"search\") { PublicInternetAccess = SearchServicePublicInternetAccess.SecuredByPerimeter });")]
    [InlineData("void M(ICollection<object> i) => i.Add(new Native.CognitiveServices.Inputs.AccountPropertiesArgs { [|PublicNetworkAccess = Native.CognitiveServices.PublicNetworkAccess.Enabled|] });")]
    [InlineData("void M(ICollection<object> i) => i.Add(new Native.Search.ServiceArgs { [|PublicNetworkAccess = Native.Search.PublicNetworkAccess.Enabled|] });")]
    [InlineData("void M(ICollection<object> i) => i.Add(new Classic.Search.ServiceArgs { [|PublicNetworkAccessEnabled = true|] });")]
    [InlineData("void M(ICollection<object> i) => i.Add(new Native.Search.ServiceArgs());")]
    [InlineData("void M(SearchService s) => s.PublicNetworkAccess = SearchServicePublicNetworkAccess.Disabled;")]
    public Task Other_libraries(string member) => VerifyAsync(Others, member);

    [Theory]
    [InlineData(Management, "void M() { var d = new {|#0:SearchServiceData|}(\"westeurope\"); }")]
    [InlineData(Management, "void M() { var d = new {|#0:CognitiveServicesAccountData|}(\"westeurope\"); }")]
    [InlineData(Management, "void M() { var d = new CognitiveServicesAccountData(\"westeurope\") { Properties = new {|#0:CognitiveServicesAccountProperties|} { DisableLocalAuth = true } }; }")]
    [InlineData(Management, "void M(MachineLearningOnlineEndpointProperties other) { other.PublicNetworkAccess = MachineLearningPublicNetworkAccessType.Disabled; var d = new {|#0:SearchServiceData|}(\"westeurope\"); }")]
    [InlineData(Others, "void M(ICollection<object> i) => i.Add(new {|#0:SearchService|}(\"search\"));")]
    public Task Never_closed_is_a_suggestion(string usings, string member) => VerifyAsync(
        usings, member, test => test.ExpectedDiagnostics.Add(new Microsoft.CodeAnalysis.Testing.DiagnosticResult("AISEC502", DiagnosticSeverity.Info).WithLocation(0)));

    /// <summary>A member that makes a resource of its own closes that one; a helper closes whatever it is given.</summary>
    [Theory]
    [InlineData("void M() { var d = new CognitiveServicesAccountProperties { [|PublicNetworkAccess = ServiceAccountPublicNetworkAccess.Enabled|] }; } void N() { var d = new CognitiveServicesAccountProperties { NetworkAcls = new CognitiveServicesNetworkRuleSet { DefaultAction = CognitiveServicesNetworkRuleAction.Deny } }; }")]
    [InlineData("void M() { var d = new CognitiveServicesAccountProperties { PublicNetworkAccess = ServiceAccountPublicNetworkAccess.Enabled, NetworkAcls = Rules() }; } static CognitiveServicesNetworkRuleSet Rules() => new() { DefaultAction = CognitiveServicesNetworkRuleAction.Deny };")]
    [InlineData("void M() { var d = new CognitiveServicesAccountProperties { PublicNetworkAccess = ServiceAccountPublicNetworkAccess.Enabled }; Close(d); } static void Close(CognitiveServicesAccountProperties d) => d.NetworkAcls = new CognitiveServicesNetworkRuleSet { DefaultAction = CognitiveServicesNetworkRuleAction.Deny };")]
    public Task Of_another_member(string members) => VerifyAsync(Management, members);

    [Fact]
    public Task Test_projects() => VerifyAsync(Management, "void M(SearchServiceData s) => s.PublicNetworkAccess = SearchServicePublicNetworkAccess.Enabled;", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync(
        Management, "void M(SearchServiceData s, Missing m) { m.Do([|s.PublicNetworkAccess = SearchServicePublicNetworkAccess.Enabled|]); s.PublicNetworkAccess = ; new SearchServiceData { ", test => test.TolerateCompileErrors());

    private static Task VerifyAsync(string usings, [StringSyntax("C#-test")] string member, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(usings + Class(member), SdkSet.Stubs, configure);
}
