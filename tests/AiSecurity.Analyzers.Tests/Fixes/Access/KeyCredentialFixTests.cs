using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.KeyCredentialAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.KeyCredentialFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>The fix of AISEC101: which credentials are offered, and in which order.</summary>
public partial class KeyCredentialFixTests
{
    private const string Default = "AISEC101.default";
    private const string ManagedIdentity = "AISEC101.managed_identity";
    private const string InScope = "AISEC101.in_scope";

    private const string Key = "class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }";
    private const string WithDefault = "class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential()); }";
    private const string WithManagedIdentity =
        "class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)); }";

    [Fact]
    public Task Default_credential_takes_the_place_of_the_key() => FixAsync(Key, WithDefault);

    [Fact]
    public Task Managed_identity_is_the_one_that_the_system_assigned() => FixAsync(Key, WithManagedIdentity, ManagedIdentity);

    [Fact]
    public Task Managed_identity_has_no_argument_in_versions_without_one() => Verify.VerifyFixAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Identity;

        class C { Response? _last; object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }
        """,
        """
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Identity;

        class C { Response? _last; object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new ManagedIdentityCredential()); }
        """,
        ManagedIdentity,
        set: SdkSet.AzureOpenAI_2_1,
        configure: test =>
        {
            RemoveIdentity(test);
            test.AddSource(
                "/0/Identity.cs",
                """
                namespace Azure.Identity
                {
                    public class ManagedIdentityCredential : Azure.Core.TokenCredential
                    {
                        public override Azure.Core.AccessToken GetToken(Azure.Core.TokenRequestContext context, CancellationToken cancellationToken) => default;

                        public override ValueTask<Azure.Core.AccessToken> GetTokenAsync(Azure.Core.TokenRequestContext context, CancellationToken cancellationToken) => default;
                    }
                }
                """);
        });

    [Theory]
    [InlineData(0, "Use DefaultAzureCredential", WithDefault)]
    [InlineData(1, "Use ManagedIdentityCredential", WithManagedIdentity)]
    public Task Default_credential_comes_first(int index, string title, string fixedSource) => VerifyOrderAsync(index, title, fixedSource, _ => { });

    [Theory]
    [InlineData(0, "Use ManagedIdentityCredential", WithManagedIdentity)]
    [InlineData(1, "Use DefaultAzureCredential", WithDefault)]
    public Task Managed_identity_comes_first_when_preferred(int index, string title, string fixedSource) =>
        VerifyOrderAsync(index, title, fixedSource, test => test.SetOption("ai_security.credential", "managed_identity"));

    [Theory]
    [InlineData("root = true\n[*.cs]\nai_security.credential = managed_identity\n")]
    [InlineData("root = true\n[*.cs]\nai_security.credential = default\nai_security.AISEC101.credential = Managed_Identity\n")]
    public Task Editorconfig_decides_per_file_and_rule(string editorConfig) =>
        VerifyOrderAsync(0, "Use ManagedIdentityCredential", WithManagedIdentity, test => test.SetEditorConfig(editorConfig));

    [Fact]
    public Task Unknown_preference_counts_as_none() =>
        VerifyOrderAsync(0, "Use DefaultAzureCredential", WithDefault, test => test.SetOption("ai_security.credential", "client_secret"));

    [Theory]
    [InlineData(0, "Use DefaultAzureCredential", "new DefaultAzureCredential()")]
    [InlineData(1, "Use ManagedIdentityCredential", "new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)")]
    [InlineData(2, "Use the token credential 'token'", "token")]
    public Task Credential_in_scope_comes_last(int index, string title, string credential) => Verify.VerifyFixAsync(
        "class C { object M(Uri endpoint, string key, TokenCredential token) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }",
        $"class C {{ object M(Uri endpoint, string key, TokenCredential token) => new AzureOpenAIClient(endpoint, {credential}); }}",
        index: index,
        configure: test =>
        {
            test.AddSource(KeyFixTestSource.UsingsFile, KeyFixTestSource.Usings);
            test.CodeActionVerifier = (action, verifier) => verifier.Equal(title, action.Title);
        });

    [Theory]
    [InlineData(0, "Keep only the token credential", "new AzureOpenAIClient(endpoint, new AzureCliCredential())")]
    [InlineData(1, "Use the token credential 'token'", "key is null ? new AzureOpenAIClient(endpoint, new AzureCliCredential()) : new AzureOpenAIClient(endpoint, token)")]
    public Task Title_says_that_the_arm_stays(int index, string title, string after) => Verify.VerifyFixAsync(
        "class C { object M(Uri endpoint, string? key, TokenCredential token) => key is null ? new AzureOpenAIClient(endpoint, new AzureCliCredential()) : new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }",
        $"class C {{ object M(Uri endpoint, string? key, TokenCredential token) => {after}; }}",
        index: index,
        configure: test =>
        {
            test.AddSource(KeyFixTestSource.UsingsFile, KeyFixTestSource.Usings);
            test.CodeActionVerifier = (action, verifier) => verifier.Equal(title, action.Title);
        });

    [Fact]
    public Task Nothing_is_offered_without_the_identity_package() => Verify.VerifyNoFixAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;

        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }
        """,
        SdkSet.AzureOpenAI_2_1,
        RemoveIdentity);

    [Fact]
    public Task Nothing_is_offered_that_is_ambiguous() => Verify.VerifyNoFixAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;

        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }
        """,
        SdkSet.DuplicateCredentials);

    [Fact]
    public Task Credential_in_scope_is_offered_where_others_are_ambiguous() => Verify.VerifyFixAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;

        class C { object M(Uri endpoint, Response last, string key, Azure.Core.TokenCredential token) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }
        """,
        """
        using Azure;
        using Azure.AI.OpenAI;

        class C { object M(Uri endpoint, Response last, string key, Azure.Core.TokenCredential token) => new AzureOpenAIClient(endpoint, token); }
        """,
        InScope,
        set: SdkSet.DuplicateCredentials);

    /// <summary>With the usings of <see cref="KeyFixTestSource"/> around.</summary>
    private static Task FixAsync(
        [StringSyntax("C#-test")] string source,
        [StringSyntax("C#-test")] string fixedSource,
        string equivalenceKey = Default,
        SdkSet set = SdkSet.Latest,
        Action<Verify.Test>? configure = null) => Verify.VerifyFixAsync(
        source,
        fixedSource,
        equivalenceKey,
        set: set,
        configure: test =>
        {
            test.AddSource(KeyFixTestSource.UsingsFile, KeyFixTestSource.Usings);
            configure?.Invoke(test);
        });

    private static Task NoFixAsync([StringSyntax("C#-test")] string source, SdkSet set = SdkSet.Latest) =>
        Verify.VerifyNoFixAsync(source, set, test => test.AddSource(KeyFixTestSource.UsingsFile, KeyFixTestSource.Usings));

    private static void RemoveIdentity(Verify.Test test)
    {
        var references = test.TestState.AdditionalReferences;
        foreach (var reference in references.Where(reference => Path.GetFileName(reference.Display) == "Azure.Identity.dll").ToList())
            references.Remove(reference);
    }

    private static Task VerifyOrderAsync(int index, string title, string fixedSource, Action<Verify.Test> configure) => Verify.VerifyFixAsync(
        Key,
        fixedSource,
        index: index,
        configure: test =>
        {
            test.AddSource(KeyFixTestSource.UsingsFile, KeyFixTestSource.Usings);
            test.CodeActionVerifier = (action, verifier) => verifier.Equal(title, action.Title);
            configure(test);
        });
}
