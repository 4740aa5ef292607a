using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using static AiSecurity.Analyzers.Tests.Rules.Resources.ResourceSource;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Resources.LocalAuthAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Resources;

/// <summary>AISEC501: AI resources that take keys.</summary>
public class LocalAuthAnalyzerTests
{
    [Theory]
    [InlineData("void M(CognitiveServicesAccountProperties p) => [|p.DisableLocalAuth = false|];")]
    [InlineData("void M(SearchServiceData s) { var open = false; [|s.IsLocalAuthDisabled = open|]; }")]
    [InlineData("void M(AccountProperties p) => [|p.DisableLocalAuth = false|];")]
    [InlineData("object M() => new CognitiveServicesAccountProperties { [|DisableLocalAuth = false|] };")]
    [InlineData("void M(CognitiveServicesAccountData d) => d.Properties = new() { [|DisableLocalAuth = false|] };")]
    [InlineData("object M() => new MachineLearningOnlineEndpointProperties([|MachineLearningEndpointAuthMode.Key|]);")]
    [InlineData("void M(MachineLearningOnlineEndpointProperties p) => [|p.AuthMode = MachineLearningEndpointAuthMode.Key|];")]
    public Task Open_to_keys(string member) => VerifyAsync(Management, member);

    [Theory]
    [InlineData("void M(ICollection<object> group) { var d = new [|SearchServiceData|](\"westeurope\"); group.Add(d); }")]
    [InlineData("void M(ICollection<object> g) { var d = new [|SearchServiceData|](\"westeurope\"); g.Add(d); } void N(ICollection<object> g) { var d = new SearchServiceData(\"westeurope\"); d.IsLocalAuthDisabled = true; g.Add(d); }")]
    [InlineData("void M(ICollection<object> group) => group.Add(new [|SearchServiceData|](\"westeurope\") { PublicNetworkAccess = null });")]
    [InlineData("void M() { var d = new [|CognitiveServicesAccountData|](\"westeurope\") { Kind = \"OpenAI\" }; }")]
    [InlineData("void M() { var d = new CognitiveServicesAccountData(\"westeurope\") { Properties = new [|CognitiveServicesAccountProperties|] { CustomSubDomainName = \"shop\" } }; }")]
    [InlineData("void M() { CognitiveServicesAccountData d = [|new|](\"westeurope\") { Kind = \"OpenAI\" }; }")]
    [InlineData("void M(CognitiveServicesAccountData d) { d.Properties = [|new|]() { CustomSubDomainName = \"shop\" }; }")]
    [InlineData("void M(CognitiveServicesAccountData d) { d.Properties = new [|CognitiveServicesAccountProperties|](); }")]
    public Task Never_closed(string member) => VerifyAsync(Management, member);

    [Theory]
    [InlineData("void M(CognitiveServicesAccountProperties p) => p.DisableLocalAuth = true;")]
    [InlineData("void M(CognitiveServicesAccountProperties p, bool off) => p.DisableLocalAuth = off;")]
    [InlineData("void M(CognitiveServicesAccountProperties p, IConfiguration c) => p.DisableLocalAuth = c.GetValue<bool>(\"KeysOff\");")]
    [InlineData("void M(CognitiveServicesAccountProperties p, IHostEnvironment e) => p.DisableLocalAuth = !e.IsDevelopment();")]
    [InlineData("void M(CognitiveServicesAccountProperties p, IHostEnvironment e) { if (e.IsDevelopment()) p.DisableLocalAuth = false; }")]
    [InlineData("void M() { var d = new SearchServiceData(\"westeurope\") { IsLocalAuthDisabled = true }; }")]
    [InlineData("void M() { var d = new SearchServiceData(\"westeurope\"); d.IsLocalAuthDisabled = true; }")]
    [InlineData("void M() { var d = new CognitiveServicesAccountData(\"westeurope\") { Properties = new() { DisableLocalAuth = true } }; }")]
    [InlineData("void M() { var d = new CognitiveServicesAccountData(\"westeurope\"); d.Properties = new CognitiveServicesAccountProperties { DisableLocalAuth = true }; }")]
    [InlineData("SearchServiceData M() => new SearchServiceData(\"westeurope\");")]
    [InlineData("void M(ICollection<object> g) { var d = new SearchServiceData(\"westeurope\"); g.Add(d); } void N(SearchServiceData d) { d.IsLocalAuthDisabled = true; }")]
    [InlineData("SearchServiceData M() { var d = new SearchServiceData(\"westeurope\"); return d; }")]
    [InlineData("void M() { Close(new SearchServiceData(\"westeurope\")); } static void Close(SearchServiceData d) { }")]
    [InlineData("void M() { var d = new SearchServiceData(\"westeurope\"); Close(d); } static void Close(SearchServiceData d) { }")]
    [InlineData("object M() => new MachineLearningOnlineEndpointProperties(MachineLearningEndpointAuthMode.AadToken);")]
    [InlineData("object M(MachineLearningEndpointAuthMode mode) => new MachineLearningOnlineEndpointProperties(mode);")]
    [InlineData("class Own { public bool DisableLocalAuth { get; set; } } void M(Own o) => o.DisableLocalAuth = false;")]
    public Task Quiet(string member) => VerifyAsync(Management, member);

    [Theory]
    [InlineData("void M(CognitiveServicesAccount a) => [|a.Properties.DisableLocalAuth = false|];")]
    [InlineData("void M(IEnumerable<object> infrastructure) { var a = infrastructure.OfType<CognitiveServicesAccount>().Single(); [|a.Properties.DisableLocalAuth = false|]; }")]
    [InlineData("void M(SearchService s) => [|s.IsLocalAuthDisabled = false|];")]
    [InlineData("void M(ICollection<object> i) => i.Add(new [|SearchService|](\"search\"));")]
    [InlineData("void M(ICollection<object> i) => i.Add(new [|CognitiveServicesAccount|](\"ai\") { Kind = \"OpenAI\" });")]
    [InlineData("void M(ICollection<object> i) => i.Add(new CognitiveServicesAccount(\"ai\") { Properties = new [|CognitiveServicesAccountProperties|] { CustomSubDomainName = \"shop\" } });")]
    [InlineData("void M(ICollection<object> i) => i.Add(new [|CognitiveServicesAccount|](\"ai\") { Properties = { CustomSubDomainName = \"shop\" } });")]
    [InlineData("void M(ICollection<object> i) => i.Add(new CognitiveServicesAccount(\"ai\") { Properties = { DisableLocalAuth = true } });")]
    [InlineData("void M(ICollection<object> i) { var a = new CognitiveServicesAccount(\"ai\"); a.Properties.DisableLocalAuth = true; i.Add(a); }")]
    [InlineData("object M() => CognitiveServicesAccount.FromExisting(\"ai\");")]
    [InlineData("void M(SearchService s, bool off) => s.IsLocalAuthDisabled = off;")]
    public Task Provisioned(string member) => VerifyAsync(Others, member);

    [Theory]
    [InlineData("object M() { var a = new Native.CognitiveServices.Account(\"ai\", new Native.CognitiveServices.AccountArgs { Properties = new AccountPropertiesArgs { [|DisableLocalAuth = false|] } }); return 1; }")]
    [InlineData("object M() { var a = new Native.CognitiveServices.Account(\"ai\", new [|Native.CognitiveServices.AccountArgs|] { Kind = \"OpenAI\" }); return 1; }")]
    [InlineData("object M() { var a = new Native.CognitiveServices.Account(\"ai\", new Native.CognitiveServices.AccountArgs { Properties = new [|AccountPropertiesArgs|]() }); return 1; }")]
    [InlineData("void M(ICollection<object> i) => i.Add(new [|Native.Search.ServiceArgs|]());")]
    [InlineData("void M(ICollection<object> i) => i.Add(new Classic.Cognitive.AccountArgs { [|LocalAuthEnabled = true|] });")]
    [InlineData("void M(ICollection<object> i) => i.Add(new Classic.Search.ServiceArgs { [|LocalAuthenticationEnabled = true|] });")]
    [InlineData("void M(ICollection<object> i) => i.Add(new Classic.Cognitive.AccountArgs { LocalAuthEnabled = false });")]
    [InlineData("void M(ICollection<object> i) => i.Add(new Native.Search.ServiceArgs { DisableLocalAuth = true });")]
    public Task Of_Pulumi(string member) => VerifyAsync("using Pulumi.AzureNative.CognitiveServices.Inputs;\n" + Others, member);

    [Fact]
    public Task Test_projects() => VerifyAsync(Management, "void M(SearchServiceData s) => s.IsLocalAuthDisabled = false;", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync(
        Management, "void M(SearchServiceData s, Missing m) { m.Do([|s.IsLocalAuthDisabled = false|]); s.IsLocalAuthDisabled = ; m.DisableLocalAuth = false; new SearchServiceData { ", test => test.TolerateCompileErrors());

    private static Task VerifyAsync(string usings, [StringSyntax("C#-test")] string member, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(usings + Class(member), SdkSet.Stubs, configure);
}
