using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using static AiSecurity.Analyzers.Tests.Rules.Access.IdentitySource;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.WeakCredentialAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC105: signing in as a person.</summary>
public class WeakCredentialAnalyzerTests
{
    /// <summary>A password alone is wrong in every project.</summary>
    [Theory]
    [InlineData("object M(string u, string p) => [|new UsernamePasswordCredential(u, p, \"tenant\", \"client\")|];")]
    [InlineData("UsernamePasswordCredential M(string u, string p) => [|new(u, p, \"tenant\", \"client\", new TokenCredentialOptions())|];")]
    [InlineData("TokenCredential M(string u, string p) => [|new UsernamePasswordCredential(password: p, username: u, clientId: \"c\", tenantId: \"t\")|];")]
    [InlineData("readonly TokenCredential _c = [|new UsernamePasswordCredential(Environment.GetEnvironmentVariable(\"U\"), Environment.GetEnvironmentVariable(\"P\"), \"t\", \"c\")|];")]
    [InlineData("object M(IPublicClientApplication app, string u, string p) => [|app.AcquireTokenByUsernamePassword([\"https://ai.azure.com/.default\"], u, p)|];")]
    [InlineData("object M(string u, string p) => [|PublicClientApplicationBuilder.Create(\"c\").Build().AcquireTokenByUsernamePassword([], u, p)|].ExecuteAsync();")]
    [InlineData("object M(IByUsernameAndPassword app, string u, string p) => [|app.AcquireTokenByUsernamePassword([], u, p)|];")]
    [InlineData("class Own(string u, string p) : [|UsernamePasswordCredential(u, p, \"t\", \"c\")|];")]
    [InlineData("class Own : UsernamePasswordCredential { public Own(string u, string p) [|: base(u, p, \"t\", \"c\")|] { } }")]
    public Task Passwords_anywhere(string member) => ConsoleAsync(member);

    [Theory]
    [InlineData("object M() => [|new DeviceCodeCredential()|];")]
    [InlineData("object M() => [|new InteractiveBrowserCredential()|];")]
    [InlineData("object M() => [|new InteractiveBrowserCredential(new InteractiveBrowserCredentialOptions { TenantId = \"t\" })|];")]
    [InlineData("object M() => [|new AzureCliCredential()|];")]
    [InlineData("object M() => [|new AzureDeveloperCliCredential()|];")]
    [InlineData("object M() => [|new AzurePowerShellCredential()|];")]
    [InlineData("object M() => [|new VisualStudioCredential()|];")]
    [InlineData("object M() => [|new VisualStudioCodeCredential()|];")]
    [InlineData("object M() => [|new SharedTokenCacheCredential()|];")]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, [|new AzureCliCredential()|]);")]
    [InlineData("static readonly AzureCliCredential Cli = [|new()|];")]
    [InlineData("static AzureCliCredential Cli { get; } = [|new()|];")]
    [InlineData("AzureCliCredential M() => [|new()|];")]
    [InlineData("object M(IConfiguration c) => c[\"a\"] == \"b\" ? [|new AzureCliCredential()|] : null!;")]
    [InlineData("object M(IHostEnvironment e) => e.IsDevelopment() ? new ManagedIdentityCredential() : [|new AzureCliCredential()|];", false)]
    [InlineData("object M() => new ChainedTokenCredential([|new AzureCliCredential()|], [|new VisualStudioCredential()|]);")]
    public async Task People_in_a_server(string member, bool isReported = true)
    {
        if (isReported)
            await ServerAsync(member);
        await ConsoleAsync(Unmarked(member));
    }

    [Theory]
    [InlineData("UsingMicrosoftNETSdkWeb")]
    [InlineData("UsingMicrosoftNETSdkWorker")]
    public Task Every_kind_of_server(string property) => VerifyAsync(
        "class C { object M() => [|new AzureCliCredential()|]; }", test => test.SetOption("build_property." + property, "true"));

    [Fact]
    public Task Servers_by_their_code() => VerifyAsync("""
        var builder = WebApplication.CreateBuilder(args);
        var client = new AzureOpenAIClient(new Uri(builder.Configuration["Endpoint"]!), [|new AzureCliCredential()|]);
        Console.WriteLine(client);
        """);

    [Theory]
    [InlineData("object M(IHostEnvironment e) => e.IsDevelopment() ? new AzureCliCredential() : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);")]
    [InlineData("TokenCredential M(IHostEnvironment e) { if (e.IsDevelopment()) return new AzureCliCredential(); return new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); }")]
    [InlineData("TokenCredential M(IHostEnvironment e) { if (!e.IsDevelopment()) return new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); return new AzureCliCredential(); }")]
    [InlineData("TokenCredential M(IConfiguration c) => c[\"UseCli\"] == \"true\" ? new AzureCliCredential() : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);")]
    [InlineData("TokenCredential M(string kind) => kind switch { \"cli\" => new AzureCliCredential(), \"browser\" => new InteractiveBrowserCredential(), _ => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned) };")]
    [InlineData("TokenCredential M(string kind) { TokenCredential t; if (kind == \"cli\") t = new AzureCliCredential(); else t = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); return t; }")]
    [InlineData("TokenCredential M() => new ChainedTokenCredential(new AzureCliCredential(), new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));")]
    [InlineData("TokenCredential M() => new ChainedTokenCredential(new AzureDeveloperCliCredential(), new DefaultAzureCredential());")]
    [InlineData("TokenCredential M() => new DefaultAzureCredential();")]
    [InlineData("TokenCredential M() => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);")]
    [InlineData("TokenCredential M() => new WorkloadIdentityCredential();")]
    [InlineData("TokenCredential M(string secret) => new ClientSecretCredential(\"t\", \"c\", secret);")]
    [InlineData("object M(IPublicClientApplication app) => app.AcquireTokenInteractive([]);")]
    [InlineData("object M() => new AzureCliCredentialOptions();")]
    [InlineData("object M(Other other) => other.AcquireTokenByUsernamePassword(\"u\", \"p\"); class Other { public object AcquireTokenByUsernamePassword(string u, string p) => u + p; }")]
    [InlineData("object M() => new Mine.AzureCliCredential(); class Mine { public class AzureCliCredential { } }")]
    [InlineData("object M(IHostEnvironment e, string u, string p) { if (e.IsDevelopment()) { return new UsernamePasswordCredential(u, p, \"t\", \"c\"); } return this; }")]
    public Task Quiet(string member) => ServerAsync(member);

    [Fact]
    public Task Setting_resources_up() => VerifyAsync("""
        class C
        {
            object Arm() => new Azure.ResourceManager.ArmClient(new AzureCliCredential());
            object Device() { Azure.ResourceManager.ArmClient arm = new(new DeviceCodeCredential(), "subscription"); return arm; }
            object Password(string u, string p) => new Azure.ResourceManager.ArmClient([|new UsernamePasswordCredential(u, p, "t", "c")|]);
            object Model(Uri uri) => new AzureOpenAIClient(uri, [|new AzureCliCredential()|]);
        }
        namespace Azure.ResourceManager { class ArmClient(TokenCredential credential, string? subscription = null) { public override string ToString() => $"{credential}{subscription}"; } }
        """, test => test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true"));

    [Fact]
    public Task Debug_builds() => ServerAsync("""
        TokenCredential M()
        {
        #if !RELEASE
            return new AzureCliCredential();
        #else
            return new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
        #endif
        }
        """);

    [Fact]
    public Task Test_projects() => VerifyAsync(
        "class C { object M(string u, string p) => new UsernamePasswordCredential(u, p, \"tenant\", \"client\"); }", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Projects_without_AI() => Verify.VerifyAsync("class UsernamePasswordCredential { } class C { object M() => new UsernamePasswordCredential(); }", SdkSet.Bare);

    /// <summary>Half-typed code: what still binds is looked at.</summary>
    [Fact]
    public Task Broken_code() => VerifyAsync("class C { object M(Missing m) => m.Do([|new UsernamePasswordCredential(m.User, m.Password, \"t\", \"c\")|]); object N() => new AzureCliCredential(", test => test.TolerateCompileErrors());

    [Fact]
    public async Task Messages_hold_no_secret()
    {
        var findings = await Findings.OfAsync<AiSecurity.Analyzers.Rules.Access.WeakCredentialAnalyzer>(Usings + "class C { object M() => new UsernamePasswordCredential(\"somebody\", \"pass\" + \"word17\", \"t\", \"c\"); }");
        var finding = Assert.Single(findings);
        Assert.DoesNotContain("somebody", finding.GetMessage(), StringComparison.Ordinal);
        Assert.DoesNotContain("word17", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Contains("'UsernamePasswordCredential' signs in with a password alone", finding.GetMessage(), StringComparison.Ordinal);
    }

    private static string Unmarked(string member) => member.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);

    private static Task ServerAsync(string member) => VerifyAsync(Class(member), test => test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true"));

    private static Task ConsoleAsync(string member) => VerifyAsync(Class(member));

    private static Task VerifyAsync([StringSyntax("C#-test")] string source, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + source, configure: configure);
}
