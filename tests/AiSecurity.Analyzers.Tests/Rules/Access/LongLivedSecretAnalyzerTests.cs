using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using static AiSecurity.Analyzers.Tests.Rules.Access.IdentitySource;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.LongLivedSecretAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC106: secrets and certificate files that sign an AI client in.</summary>
public class LongLivedSecretAnalyzerTests
{
    [Theory]
    [InlineData("object M(Uri uri, string s) => new AzureOpenAIClient(uri, [|new ClientSecretCredential(\"t\", \"c\", s)|]);")]
    [InlineData("object M(Uri uri, IConfiguration c) => new AzureOpenAIClient(uri, [|new ClientSecretCredential(c[\"t\"], c[\"c\"], c[\"s\"])|]);")]
    [InlineData("object M(Uri uri, string s) => new SearchClient(uri, \"i\", [|new ClientSecretCredential(clientSecret: s, tenantId: \"t\", clientId: \"c\", options: new ClientSecretCredentialOptions())|]);")]
    [InlineData("object M(Uri uri, string s) { ClientSecretCredential c = [|new(\"t\", \"c\", s)|]; return new AzureOpenAIClient(uri, c); }")]
    [InlineData("readonly TokenCredential _c = [|new ClientSecretCredential(\"t\", \"c\", Environment.GetEnvironmentVariable(\"S\"))|]; object M(Uri uri) => new AzureOpenAIClient(uri, _c);")]
    [InlineData("TokenCredential Make(string s) => [|new ClientSecretCredential(\"t\", \"c\", s)|]; object M(Uri uri) => new AzureOpenAIClient(uri, Make(Environment.GetEnvironmentVariable(\"S\")!));")]
    [InlineData("void M(IServiceCollection s, Uri uri, string secret) => s.AddSingleton(sp => new AzureOpenAIClient(uri, [|new ClientSecretCredential(\"t\", \"c\", secret)|]));")]
    [InlineData("void M(IKernelBuilder b, string s) => b.AddAzureOpenAIChatCompletion(\"d\", \"https://a.openai.azure.com\", credentials: [|new ClientSecretCredential(\"t\", \"c\", s)|]);")]
    [InlineData("object M(string s) => new BearerTokenPolicy([|new ClientSecretCredential(\"t\", \"c\", s)|], \"https://ai.azure.com/.default\");")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, [|new ClientCertificateCredential(\"t\", \"c\", \"/app/identity.pfx\")|]);")]
    [InlineData("object M(Uri uri, string path) => new AzureOpenAIClient(uri, [|new ClientCertificateCredential(\"t\", \"c\", path, new ClientCertificateCredentialOptions())|]);")]
    public Task Reported(string member) => VerifyAsync(member);

    /// <summary>A client takes its credential out of the container, and the file puts it there.</summary>
    [Theory]
    [InlineData("s.AddSingleton<TokenCredential>([|new ClientSecretCredential(\"t\", \"c\", secret)|]);")]
    [InlineData("s.AddSingleton<TokenCredential>(_ => [|new ClientSecretCredential(\"t\", \"c\", secret)|]);")]
    [InlineData("s.AddSingleton<TokenCredential>(_ => { return [|new ClientSecretCredential(\"t\", \"c\", secret)|]; });")]
    [InlineData("s.AddSingleton(Credential(secret)); static TokenCredential Credential(string? secret) => secret is null ? new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned) : [|new ClientSecretCredential(\"t\", \"c\", secret)|];")]
    [InlineData("var credential = [|new ClientSecretCredential(\"t\", \"c\", secret)|]; s.AddSingleton<TokenCredential>(credential);")]
    public Task Registered(string registration) => VerifyAsync("void M(IServiceCollection s, Uri uri, string secret) { s.AddSingleton(sp => new AzureOpenAIClient(uri, sp.GetRequiredService<TokenCredential>())); " + registration + " }");

    [Theory]
    [InlineData("s.AddSingleton(sp => new AzureOpenAIClient(uri, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)));")]
    [InlineData("s.AddSingleton(sp => new SecretClient(uri, sp.GetRequiredService<TokenCredential>()));")]
    [InlineData("s.AddSingleton(sp => sp.GetRequiredService<TokenCredential>());")]
    public Task Registered_for_others(string client) => VerifyAsync("void M(IServiceCollection s, Uri uri, string secret) { " + client + " s.AddSingleton<TokenCredential>(new ClientSecretCredential(\"t\", \"c\", secret)); }");

    private const string Registration = "void M(IServiceCollection s, string secret) => s.AddSingleton<TokenCredential>({0});";

    /// <summary>The container hands the credential to a class in another file.</summary>
    [Theory]
    [InlineData("class D(TokenCredential c, Uri uri) { object M() => new AzureOpenAIClient(uri, c); }")]
    [InlineData("class D { readonly TokenCredential _c; public D(TokenCredential c) => _c = c; object M(Uri uri) => new AzureOpenAIClient(uri, _c); }")]
    [InlineData("static class D { public static void Add(IServiceCollection s, Uri uri) => s.AddSingleton(sp => new AzureOpenAIClient(uri, sp.GetRequiredService<TokenCredential>())); }")]
    [InlineData("class D(TokenCredential c) { object M() => c.GetToken(new TokenRequestContext([\"https://cognitiveservices.azure.com/.default\"]), default); }")]
    [InlineData("class D(TokenCredential c) { const string Scope = \"https://ai.azure.com/.default\"; async Task<string> M() => (await c.GetTokenAsync(new TokenRequestContext(new[] { Scope }), default)).Token; }")]
    public Task Handed_to_another_file(string other) => Verify.VerifyAsync(
        Usings + Class(Registration.Replace("{0}", "[|new ClientSecretCredential(\"t\", \"c\", secret)|]", StringComparison.Ordinal)), configure: test => test.TestState.Sources.Add(Usings + other));

    [Theory]
    [InlineData("class D(TokenCredential c, Uri uri) { object M() => new SecretClient(uri, c); }")]
    [InlineData("class D(TokenCredential c) { object M() => c.GetToken(new TokenRequestContext([\"https://graph.microsoft.com/.default\"]), default); }")]
    [InlineData("class D(Uri uri) { object M() => new AzureOpenAIClient(uri, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)); }")]
    [InlineData("class D(Uri uri) { object M(TokenCredential c) => new AzureOpenAIClient(uri, c); }")]
    public Task Handed_to_others(string other) => Verify.VerifyAsync(
        Usings + Class(Registration.Replace("{0}", "new ClientSecretCredential(\"t\", \"c\", secret)", StringComparison.Ordinal)), configure: test => test.TestState.Sources.Add(Usings + other));

    [Theory]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, new ClientSecretCredential(\"t\", \"c\", \"not\" + \"so secret\"));")]
    [InlineData("const string S = \"not so secret\"; object M(Uri uri) => new AzureOpenAIClient(uri, new ClientSecretCredential(\"t\", \"c\", S));")]
    [InlineData("object M(Uri uri, X509Certificate2 certificate) => new AzureOpenAIClient(uri, new ClientCertificateCredential(\"t\", \"c\", certificate));")]
    [InlineData("object M(Uri uri, string s, string user) => new AzureOpenAIClient(uri, new OnBehalfOfCredential(\"t\", \"c\", s, user));")]
    [InlineData("object M(Uri uri, Func<string> assertion) => new AzureOpenAIClient(uri, new ClientAssertionCredential(\"t\", \"c\", assertion));")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, new DefaultAzureCredential());")]
    [InlineData("object M(Uri uri, string s) => new SecretClient(uri, new ClientSecretCredential(\"t\", \"c\", s));")]
    [InlineData("object M(string s) => new ClientSecretCredential(\"t\", \"c\", s);")]
    [InlineData("object M(Uri uri, string s, IHostEnvironment e) => new AzureOpenAIClient(uri, e.IsDevelopment() ? new ClientSecretCredential(\"t\", \"c\", s) : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));")]
    public Task Quiet(string member) => VerifyAsync(member);

    [Fact]
    public Task Test_projects() => VerifyAsync("object M(Uri uri, string s) => new AzureOpenAIClient(uri, new ClientSecretCredential(\"t\", \"c\", s));", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync(
        "object M(Uri uri, Missing m) => m.Do(new AzureOpenAIClient(uri, [|new ClientSecretCredential(\"t\", \"c\", m.Secret)|]));", test => test.TolerateCompileErrors());

    [Fact]
    public async Task The_client_is_an_additional_location()
    {
        var finding = Assert.Single(await Findings.OfAsync<AiSecurity.Analyzers.Rules.Access.LongLivedSecretAnalyzer>(
            Usings + "class C { object M(Uri uri, string s) { var c = new ClientSecretCredential(\"t\", \"c\", s); return new AzureOpenAIClient(uri, c); } }"));
        Assert.StartsWith("new AzureOpenAIClient", finding.Location.SourceTree!.ToString()[Assert.Single(finding.AdditionalLocations).SourceSpan.Start..], StringComparison.Ordinal);
        Assert.Equal(Microsoft.CodeAnalysis.DiagnosticSeverity.Info, finding.Severity);
    }

    private static Task VerifyAsync([StringSyntax("C#-test")] string member, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + Class(member), configure: configure);
}
