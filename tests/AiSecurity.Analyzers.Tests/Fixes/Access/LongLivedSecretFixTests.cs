using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.LongLivedSecretAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.LongLivedSecretFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>AISEC106: a managed identity, or a workload identity that is set up already.</summary>
public class LongLivedSecretFixTests
{
    private const string Managed = "AISEC106.managed_identity";

    [Theory]
    [InlineData(Managed, "object M(Uri uri, string s) => new AzureOpenAIClient(uri, [|new ClientSecretCredential(\"t\", \"c\", s)|]);", "object M(Uri uri, string s) => new AzureOpenAIClient(uri, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));")]
    [InlineData("AISEC106.default", "object M(Uri uri, string s) => new AzureOpenAIClient(uri, [|new ClientSecretCredential(\"t\", \"c\", s)|]);", "object M(Uri uri, string s) => new AzureOpenAIClient(uri, new DefaultAzureCredential());")]
    [InlineData(Managed, "object M(Uri uri) { ClientCertificateCredential c = [|new(\"t\", \"c\", \"a.pfx\")|]; return new AzureOpenAIClient(uri, c); }", "object M(Uri uri) { ManagedIdentityCredential c = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); return new AzureOpenAIClient(uri, c); }")]
    [InlineData("AISEC106.workload_identity", "object M(Uri uri, string s, WorkloadIdentityCredentialOptions o) => new AzureOpenAIClient(uri, [|new ClientSecretCredential(\"t\", \"c\", s)|]);", "object M(Uri uri, string s, WorkloadIdentityCredentialOptions o) => new AzureOpenAIClient(uri, new WorkloadIdentityCredential(o));")]
    public Task Credentials(string key, string member, string fixedMember) => FixAsync(Class(member), Class(fixedMember), key);

    [Fact]
    public Task Secrets_that_nothing_else_reads_go() => FixAsync(
        """
        class C
        {
            object M(Uri uri)
            {
                // From the vault.
                var secret = Environment.GetEnvironmentVariable("CLIENT_SECRET");
                var credential = [|new ClientSecretCredential("t", "c", secret)|]; // the application
                return new AzureOpenAIClient(uri, credential);
            }
        }
        """,
        """
        class C
        {
            object M(Uri uri)
            {
                // From the vault.
                var credential = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned); // the application
                return new AzureOpenAIClient(uri, credential);
            }
        }
        """,
        Managed);

    [Fact]
    public Task Fix_all_in_several_files() => FixAsync(
        "class C { object M(Uri uri, string s) => new AzureOpenAIClient(uri, [|new ClientSecretCredential(\"t\", \"c\", s)|]); }",
        "class C { object M(Uri uri, string s) => new AzureOpenAIClient(uri, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)); }",
        Managed,
        test =>
        {
            test.TestState.Sources.Add(("/0/Other.cs", "class D { object M(Uri uri, string s) => new AzureOpenAIClient(uri, [|new ClientSecretCredential(\"t\", \"c\", s)|]); }"));
            test.FixedState.Sources.Add(("/0/Other.cs", "class D { object M(Uri uri, string s) => new AzureOpenAIClient(uri, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)); }"));
        });

    private static string Class(string member) => "class C { " + member + " }";

    private static Task FixAsync([StringSyntax("C#-test")] string source, [StringSyntax("C#-test")] string fixedSource, string key, Action<Verify.Test>? configure = null) => Verify.VerifyFixAsync(
        source,
        fixedSource,
        key,
        configure: test =>
        {
            test.AddSource("/0/Usings.cs", "global using Azure.AI.OpenAI; global using Azure.Core; global using Azure.Identity;");
            configure?.Invoke(test);
        });
}
