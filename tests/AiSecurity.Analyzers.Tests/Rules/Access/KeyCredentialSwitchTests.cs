using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using static AiSecurity.Analyzers.Tests.Rules.Access.KeySource;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.KeyCredentialAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC101: key or token, whichever is configured, is advice on the key's branch; everything else is a warning.</summary>
public class KeyCredentialSwitchTests
{
    [Theory]
    [InlineData("""object M(string? k) => k is null ? new AzureOpenAIClient(endpoint, token) : new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(k)|});""")]
    [InlineData("""object M(string? k) => k is not null ? new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(k)|}) : new AzureOpenAIClient(endpoint, new DefaultAzureCredential());""")]
    [InlineData("""AzureOpenAIClient M(string? k) => string.IsNullOrEmpty(k) ? new(endpoint, token) : new(endpoint, {|#0:new AzureKeyCredential(k)|});""")]
    [InlineData("""object M(bool useKey) => useKey ? (object)new SearchClient(endpoint, "docs", {|#0:new AzureKeyCredential(key)|}) : new SearchClient(endpoint, "docs", new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));""")]
    [InlineData("""object M(string mode) => mode switch { "key" => new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|}), "identity" => new AzureOpenAIClient(endpoint, token), _ => throw new NotSupportedException() };""")]
    [InlineData("""AzureOpenAIClient M(string mode) => mode switch { "identity" => new(endpoint, new AzureCliCredential()), _ => new(endpoint, {|#0:new AzureKeyCredential(key)|}) };""")]
    [InlineData("""object M(bool useKey) { if (useKey) { return new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|}); } else { return new AzureOpenAIClient(endpoint, token); } }""")]
    [InlineData("""object M(bool useKey) { if (!useKey) return new AzureOpenAIClient(endpoint, token); else return new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|}); }""")]
    [InlineData("""object M(bool useKey) { if (useKey) return new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|}); return new AzureOpenAIClient(endpoint, new DefaultAzureCredential()); }""")]
    [InlineData("""object M(string? k) { if (k is null) { return new AzureOpenAIClient(endpoint, token); } var credential = {|#0:new AzureKeyCredential(k)|}; return new AzureOpenAIClient(endpoint, credential); }""")]
    [InlineData("""object M(bool useKey) { AzureOpenAIClient client; if (useKey) client = new(endpoint, {|#0:new AzureKeyCredential(key)|}); else client = new(endpoint, token); return client; }""")]
    [InlineData("""object M(string mode) { switch (mode) { case "key": return new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|}); default: return new AzureOpenAIClient(endpoint, token); } }""")]
    [InlineData("""void M(IServiceCollection services, bool useKey) { if (useKey) services.AddSingleton(_ => new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|})); else services.AddSingleton(_ => new AzureOpenAIClient(endpoint, token)); }""")]
    [InlineData("""void M(IServiceCollection services) => services.AddSingleton(sp => key.Length > 0 ? new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|}) : new AzureOpenAIClient(endpoint, sp.GetRequiredService<TokenCredential>()));""")]
    [InlineData("""object M(IKernelBuilder builder, bool useKey) => useKey ? builder.AddAzureOpenAIChatCompletion("gpt", endpoint.ToString(), {|#0:key|}) : builder.AddAzureOpenAIChatCompletion("gpt", endpoint.ToString(), token);""")]
    [InlineData("""void M(IServiceCollection services, bool useKey) { if (useKey) { services.AddAzureOpenAIChatCompletion("gpt", endpoint.ToString(), {|#0:key|}); } else { services.AddAzureOpenAIChatCompletion("gpt", endpoint.ToString(), new DefaultAzureCredential()); } }""")]
    [InlineData("""void M(IHostApplicationBuilder builder, bool useKey) => builder.AddAzureOpenAIClient("openai", settings => { if (useKey) settings.Key = {|#0:key|}; else settings.Credential = token; });""")]
    [InlineData("""readonly AzureOpenAIClient _client = key.Length > 0 ? new(endpoint, {|#0:new AzureKeyCredential(key)|}) : new(endpoint, token);""")]
    [InlineData("""TokenCredential Token => token; object M(bool useKey) => useKey ? new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|}) : new AzureOpenAIClient(endpoint, Token);""")]
    [InlineData("""TokenCredential Token() => token; object M(bool useKey) => useKey ? new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|}) : new AzureOpenAIClient(endpoint, Token());""")]
    public Task Key_or_token(string member) => VerifyAsync(member, DiagnosticSeverity.Info);

    [Theory]
    [InlineData("""object M(bool one) => one ? new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|}) : null!;""")]
    [InlineData("""object M(bool one) { if (one) return new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|}); throw new InvalidOperationException(); }""")]
    [InlineData("""object M(bool one) { if (one) { return new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|}); } return new object(); }""")]
    [InlineData("""object M(bool one) { if (!one) throw new InvalidOperationException(); return new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|}); }""")]
    [InlineData("""object M(string mode) => mode switch { "a" => new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|}), _ => throw new NotSupportedException() };""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|}); object N() => new SearchIndexClient(endpoint, token);""")]
    [InlineData("""object M() { var search = new SearchIndexClient(endpoint, token); return (search, new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|})); }""")]
    [InlineData("""object M() => (new SearchIndexClient(endpoint, token), new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|}));""")]
    [InlineData("""object M(bool warm) { if (warm) { token.GetToken(new TokenRequestContext(["a"]), default); } return new AzureOpenAIClient(endpoint, {|#0:new AzureKeyCredential(key)|}); }""")]
    public Task Not_a_switch(string member) => VerifyAsync(member, DiagnosticSeverity.Warning);

    [Fact]
    public Task Top_level_statements() => VerifySourceAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Identity;

        var key = Environment.GetEnvironmentVariable("KEY");
        var endpoint = new Uri(args[0]);
        AzureOpenAIClient client;
        if (key is null)
            client = new(endpoint, new DefaultAzureCredential());
        else
            client = new(endpoint, {|#0:new AzureKeyCredential(key)|});
        Console.WriteLine(client);
        """,
        DiagnosticSeverity.Info);

    /// <summary>The client's branches decide, wherever the credential is created.</summary>
    [Theory]
    [InlineData("""object M(bool useKey) { var credential = {|#0:new AzureKeyCredential(key)|}; return useKey ? new AzureOpenAIClient(endpoint, credential) : new AzureOpenAIClient(endpoint, token); }""")]
    [InlineData("""private AzureOpenAIClient WithKey() => new(endpoint, {|#0:new AzureKeyCredential(key)|}); private AzureOpenAIClient WithToken() => new(endpoint, token); object M(bool useKey) => useKey ? WithKey() : WithToken();""")]
    public Task Key_or_token_with_the_credential_elsewhere(string member) => VerifyAsync(member, DiagnosticSeverity.Info);

    private static Task VerifyAsync([StringSyntax("C#-test")] string members, DiagnosticSeverity severity) => VerifySourceAsync(Members(members), severity);

    private static Task VerifySourceAsync([StringSyntax("C#-test")] string source, DiagnosticSeverity severity) =>
        Verify.VerifyAsync(source, SdkSet.Stubs, test => test.ExpectedDiagnostics.Add(Expected(0, severity)));

    private static DiagnosticResult Expected(int location, DiagnosticSeverity severity) =>
        new DiagnosticResult("AISEC101", severity).WithLocation(location).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations);
}
