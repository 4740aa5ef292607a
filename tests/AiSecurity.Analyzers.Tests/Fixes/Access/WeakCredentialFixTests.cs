using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.WeakCredentialAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.WeakCredentialFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>AISEC105: a managed identity, or DefaultAzureCredential.</summary>
public class WeakCredentialFixTests
{
    private const string Managed = "AISEC105.managed_identity";
    private const string Default = "AISEC105.default";

    [Theory]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, [|new AzureCliCredential()|]);", "object M(Uri uri) => new AzureOpenAIClient(uri, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));")]
    [InlineData("object M() { AzureCliCredential c = [|new()|]; return c; }", "object M() { ManagedIdentityCredential c = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); return c; }")]
    [InlineData("object M() { TokenCredential c = [|new AzureCliCredential()|]; return c; }", "object M() { TokenCredential c = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); return c; }")]
    [InlineData("object M() { var c = [|new VisualStudioCredential()|]; return c; }", "object M() { var c = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); return c; }")]
    [InlineData("static readonly AzureCliCredential Cli = [|new()|];", "static readonly ManagedIdentityCredential Cli = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);")]
    [InlineData("static AzureCliCredential Cli { get; } = [|new()|];", "static ManagedIdentityCredential Cli { get; } = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);")]
    [InlineData("readonly AzureCliCredential _cli; C() { _cli = [|new AzureCliCredential()|]; }", "readonly ManagedIdentityCredential _cli; C() { _cli = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); }")]
    [InlineData("object M() => [|new DeviceCodeCredential(new DeviceCodeCredentialOptions { TenantId = \"t\" })|];", "object M() => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);")]
    public Task Managed_identity(string member, string fixedMember) => FixAsync(Class(member), Class(fixedMember), Managed);

    [Theory]
    [InlineData("object M(Uri uri) => new AzureOpenAIClient(uri, [|new AzureCliCredential()|]);", "object M(Uri uri) => new AzureOpenAIClient(uri, new DefaultAzureCredential());")]
    public Task Default_credential(string member, string fixedMember) => FixAsync(Class(member), Class(fixedMember), Default);

    [Fact]
    public Task Passwords_go_with_their_variables() => FixAsync(
        """
        class C
        {
            object M(Uri uri)
            {
                // The account of the service.
                var password = Environment.GetEnvironmentVariable("SERVICE_PASSWORD");
                return new AzureOpenAIClient(
                    uri, // the endpoint
                    [|new UsernamePasswordCredential("service", password, "t", "c")|]); // who asks
            }
        }
        """,
        """
        class C
        {
            object M(Uri uri)
            {
                // The account of the service.
                return new AzureOpenAIClient(
                    uri, // the endpoint
                    new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)); // who asks
            }
        }
        """,
        Managed);

    [Fact]
    public Task Fix_all_in_several_files() => FixAsync(
        "class C { object M() => new object[] { [|new AzureCliCredential()|], [|new VisualStudioCredential()|] }; }",
        "class C { object M() => new object[] { new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned), new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned) }; }",
        Managed,
        test =>
        {
            test.TestState.Sources.Add(("/0/Other.cs", "class D { object M() => [|new AzureCliCredential()|]; }"));
            test.FixedState.Sources.Add(("/0/Other.cs", "class D { object M() => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); }"));
        });

    [Fact]
    public Task Usings_are_added() => Verify.VerifyFixAsync(
        """
        using Azure.Core;

        class C { TokenCredential M() => [|new Azure.Identity.AzureCliCredential()|]; }
        """,
        """
        using Azure.Core;
        using Azure.Identity;

        class C { TokenCredential M() => new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); }
        """,
        Managed,
        configure: test => test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true"));

    [Theory]
    [InlineData("object M(IPublicClientApplication app, string u, string p) => [|app.AcquireTokenByUsernamePassword([], u, p)|];")]
    [InlineData("class Own(string u, string p) : [|UsernamePasswordCredential(u, p, \"t\", \"c\")|];")]
    [InlineData("AzureCliCredential M() => [|new()|];")]
    public Task Nothing_right_to_put_in(string member) => Verify.VerifyNoFixAsync(Class(member), configure: Configure);

    private static string Class(string member) => "class C { " + member + " }";

    private static Task FixAsync([StringSyntax("C#-test")] string source, [StringSyntax("C#-test")] string fixedSource, string key, Action<Verify.Test>? configure = null) => Verify.VerifyFixAsync(
        source,
        fixedSource,
        key,
        configure: test =>
        {
            Configure(test);
            configure?.Invoke(test);
        });

    private static void Configure(Verify.Test test)
    {
        test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true");
        test.AddSource("/0/Usings.cs", "global using Azure.AI.OpenAI; global using Azure.Core; global using Azure.Identity; global using Microsoft.Identity.Client;");
        test.DisabledDiagnostics.Add("CS0618");
    }
}
