using AiSecurity.Analyzers.Tests.Verification;
using static AiSecurity.Analyzers.Tests.Rules.Access.IdentitySource;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.IdentityCheckAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC113: tenants, authorities and tokens that nobody checks.</summary>
public class IdentityCheckAnalyzerTests
{
    [Theory]
    [InlineData("void M(DefaultAzureCredentialOptions o) => [|o.AdditionallyAllowedTenants.Add(\"*\")|];")]
    [InlineData("void M(ClientSecretCredentialOptions o) { [|o.AdditionallyAllowedTenants.Add(\"*\")|]; }")]
    [InlineData("const string Any = \"*\"; void M(InteractiveBrowserCredentialOptions o) => [|o.AdditionallyAllowedTenants.Add(Any)|];")]
    [InlineData("object M() => new DefaultAzureCredentialOptions { AdditionallyAllowedTenants = { [|\"*\"|] } };")]
    [InlineData("object M() => new DefaultAzureCredential(new DefaultAzureCredentialOptions { TenantId = \"t\", AdditionallyAllowedTenants = { \"other\", [|\"*\"|] } });")]
    public Task Any_tenant(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M() => new DefaultAzureCredentialOptions { [|DisableInstanceDiscovery = true|] };")]
    [InlineData("void M(ClientSecretCredentialOptions o) => [|o.DisableInstanceDiscovery = true|];")]
    [InlineData("const bool Off = true; object M() => new WorkloadIdentityCredentialOptions { [|DisableInstanceDiscovery = Off|] };")]
    public Task Any_authority(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M() => new TokenRequestContext([\"https://ai.azure.com/.default\"], [|isCaeEnabled: false|]);")]
    [InlineData("object M() => new TokenRequestContext([\"s\"], null, null, null, [|false|]);")]
    public Task Tokens_without_continuous_access(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("static string? s_token; async Task M(TokenCredential c) { [|s_token = (await c.GetTokenAsync(new TokenRequestContext([\"https://cognitiveservices.azure.com/.default\"]), default)).Token|]; }")]
    [InlineData("static string? s_token; void M(TokenCredential c) { var t = c.GetToken(new TokenRequestContext([\"https://ai.azure.com/.default\"]), default); [|s_token = t.Token|]; }")]
    [InlineData("static string? s_token; void M(DefaultAzureCredential c) { [|s_token ??= c.GetToken(new TokenRequestContext(new[] { \"https://ai.azure.com/.default\" })).Token|]; }")]
    [InlineData("static readonly string s_token = [|new DefaultAzureCredential().GetToken(new TokenRequestContext([\"https://ml.azure.com/.default\"])).Token|];")]
    [InlineData("const string Scope = \"https://search.azure.com/.default\"; static string? Kept { get; set; } void M(TokenCredential c) { var context = new TokenRequestContext([Scope]); [|Kept = c.GetToken(context, default).Token|]; }")]
    [InlineData("string? _token; static void Register(IServiceCollection s) => s.AddSingleton<C>(); void M(TokenCredential c) { [|_token = c.GetToken(new TokenRequestContext([\"https://ai.azure.com/.default\"]), default).Token|]; }")]
    [InlineData("string? _token; static void Register(IServiceCollection s) => s.AddSingleton(_ => new C()); void M(TokenCredential c) { [|_token = c.GetToken(new TokenRequestContext([\"https://ai.azure.com/.default\"]), default).Token|]; }")]
    public Task Kept_tokens(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("void M(DefaultAzureCredentialOptions o, string tenant) { o.AdditionallyAllowedTenants.Add(tenant); o.AdditionallyAllowedTenants.Add(\"contoso\"); }")]
    [InlineData("void M(List<string> tenants) => tenants.Add(\"*\");")]
    [InlineData("class Own { public List<string> AdditionallyAllowedTenants { get; } = []; } void M(Own o) => o.AdditionallyAllowedTenants.Add(\"*\");")]
    [InlineData("object M() => new DefaultAzureCredentialOptions { AdditionallyAllowedTenants = { \"contoso\" } };")]
    [InlineData("object M() => new DefaultAzureCredentialOptions { DisableInstanceDiscovery = false };")]
    [InlineData("object M(IConfiguration c) => new DefaultAzureCredentialOptions { DisableInstanceDiscovery = c[\"Cloud\"] == \"private\" };")]
    [InlineData("object M() => new TokenRequestContext([\"https://ai.azure.com/.default\"]);")]
    [InlineData("object M() => new TokenRequestContext([\"https://ai.azure.com/.default\"], isCaeEnabled: true);")]
    [InlineData("object M(bool cae) => new TokenRequestContext([\"https://ai.azure.com/.default\"], isCaeEnabled: cae);")]
    [InlineData("string? _token; void M(TokenCredential c) { _token = c.GetToken(new TokenRequestContext([\"https://ai.azure.com/.default\"]), default).Token; }")]
    [InlineData("static AccessToken s_token; void M(TokenCredential c) { s_token = c.GetToken(new TokenRequestContext([\"https://ai.azure.com/.default\"]), default); }")]
    [InlineData("static string? s_token; static DateTimeOffset s_expiresOn; void M(TokenCredential c) { if (s_expiresOn > DateTimeOffset.UtcNow) return; var t = c.GetToken(new TokenRequestContext([\"https://ai.azure.com/.default\"]), default); s_token = t.Token; s_expiresOn = t.ExpiresOn; }")]
    [InlineData("static string? s_token; void M(TokenCredential c) { s_token = c.GetToken(new TokenRequestContext([\"https://storage.azure.com/.default\"]), default).Token; }")]
    [InlineData("static string? s_token; void M(TokenCredential c, string scope) { s_token = c.GetToken(new TokenRequestContext([scope]), default).Token; }")]
    [InlineData("static string? s_name; string M(TokenCredential c) { var t = c.GetToken(new TokenRequestContext([\"https://ai.azure.com/.default\"]), default).Token; s_name = \"a\"; return t; }")]
    public Task Quiet(string member) => VerifyAsync(member);

    [Fact]
    public Task Test_projects() => VerifyAsync("void M(DefaultAzureCredentialOptions o) => o.AdditionallyAllowedTenants.Add(\"*\");", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync("void M(DefaultAzureCredentialOptions o, Missing m) { [|o.AdditionallyAllowedTenants.Add(\"*\")|]; o.AdditionallyAllowedTenants.Add(m.All); o.DisableInstanceDiscovery = ; }", test => test.TolerateCompileErrors());

    private static Task VerifyAsync(string member, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + Class(member), configure: configure);
}
