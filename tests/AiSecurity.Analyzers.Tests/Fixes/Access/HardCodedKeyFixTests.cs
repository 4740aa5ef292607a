using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.HardCodedKeyAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.HardCodedKeyFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>The fix of AISEC102 where the client takes a credential instead of the key.</summary>
public partial class HardCodedKeyFixTests
{
    private const string Default = "AISEC102.default";
    private const string ManagedIdentity = "AISEC102.managed_identity";
    private const string InScope = "AISEC102.in_scope";
    private const string Setting = "AISEC102.setting";

    /// <summary>A key, as it stands in a source.</summary>
    private const string Literal = "\"3f9a7c1e5b8d42f6\" + \"a0c9e7d3b1f58a64\"";

    /// <summary>A key that has the known format of one.</summary>
    private const string Known = "\"sk-proj-abcdefghijkl0123456789\" + \"T3BlbkFJ\" + \"ZYXWVUTSRQponm9876543210\"";

    [Theory]
    [InlineData(Default, "new DefaultAzureCredential()")]
    [InlineData(ManagedIdentity, "new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)")]
    [InlineData(InScope, "token")]
    public Task Credential_takes_the_place_of_the_key(string equivalenceKey, string credential) => FixAsync(
        $"class C {{ object M(Uri endpoint, TokenCredential token) => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|{Literal}|])); }}",
        $"class C {{ object M(Uri endpoint, TokenCredential token) => new AzureOpenAIClient(endpoint, {credential}); }}",
        equivalenceKey);

    [Theory]
    [InlineData(0, "default", "Use DefaultAzureCredential", "new DefaultAzureCredential()")]
    [InlineData(1, "default", "Use ManagedIdentityCredential", "new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)")]
    [InlineData(2, "default", "Use the token credential 'token'", "token")]
    [InlineData(0, "managed_identity", "Use ManagedIdentityCredential", "new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)")]
    [InlineData(1, "managed_identity", "Use DefaultAzureCredential", "new DefaultAzureCredential()")]
    public Task Preferred_credential_comes_first(int index, string preferred, string title, string credential) => Verify.VerifyFixAsync(
        $"class C {{ object M(Uri endpoint, TokenCredential token) => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|{Literal}|])); }}",
        $"class C {{ object M(Uri endpoint, TokenCredential token) => new AzureOpenAIClient(endpoint, {credential}); }}",
        index: index,
        configure: test =>
        {
            test.AddSource(KeyFixTestSource.UsingsFile, KeyFixTestSource.Usings);
            test.SetOption("ai_security.credential", preferred);
            test.CodeActionVerifier = (action, verifier) => verifier.Equal(title, action.Title);
        });

    [Fact]
    public Task Editorconfig_decides_for_this_rule_alone() => Verify.VerifyFixAsync(
        $"class C {{ object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|{Literal}|])); }}",
        "class C { object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)); }",
        index: 0,
        configure: test =>
        {
            test.AddSource(KeyFixTestSource.UsingsFile, KeyFixTestSource.Usings);
            test.SetEditorConfig("root = true\n[*.cs]\nai_security.AISEC102.credential = managed_identity\n");
        });

    [Theory]
    [InlineData("var key = [|$|];")]
    [InlineData("string key = [|$|];")]
    [InlineData("const string key = [|$|];")]
    [InlineData("var key = [|$|]; // for now")]
    public Task Local_goes_with_the_key(string declaration) => FixAsync(
        $$"""
        class C
        {
            object M(Uri endpoint)
            {
                {{declaration.Replace("$", Literal, StringComparison.Ordinal)}}
                return new AzureOpenAIClient(endpoint, new AzureKeyCredential(key));
            }
        }
        """,
        """
        class C
        {
            object M(Uri endpoint)
            {
                return new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
            }
        }
        """);

    [Theory]
    [InlineData("private const string Key = [|$|];")]
    [InlineData("private static readonly string Key = [|$|];")]
    [InlineData("private readonly string Key = [|$|];")]
    [InlineData("const string Key = [|$|];")]
    public Task Private_field_goes_with_the_key(string field) => FixAsync(
        $$"""
        class C
        {
            {{field.Replace("$", Literal, StringComparison.Ordinal)}}
            private const string Deployment = "gpt";

            object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Key)).GetChatClient(Deployment);
        }
        """,
        """
        class C
        {
            private const string Deployment = "gpt";

            object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential()).GetChatClient(Deployment);
        }
        """);

    [Fact]
    public Task Credential_held_in_a_field_changes_its_type() => FixAsync(
        $$"""
        class C
        {
            private readonly AzureKeyCredential _credential = new([|{{Literal}}|]);

            object M(Uri endpoint) => new AzureOpenAIClient(endpoint, _credential);
        }
        """,
        """
        class C
        {
            private readonly TokenCredential _credential = new DefaultAzureCredential();

            object M(Uri endpoint) => new AzureOpenAIClient(endpoint, _credential);
        }
        """);

    [Fact]
    public Task Text_argument_gives_way_to_an_overload() => FixAsync(
        $"using Microsoft.SemanticKernel;\n\nclass C {{ object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion(\"gpt\", \"https://contoso.openai.azure.com\", apiKey: [|{Literal}|]); }}",
        "using Microsoft.SemanticKernel;\n\nclass C { object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion(\"gpt\", \"https://contoso.openai.azure.com\", credentials: new DefaultAzureCredential()); }");

    [Fact]
    public Task Comments_and_lines_stay() => FixAsync(
        $$"""
        class C
        {
            // The client.
            object M(Uri endpoint) => new AzureOpenAIClient(
                endpoint, // where
                /* who */ new AzureKeyCredential([|{{Literal}}|]) // how
                );
        }
        """,
        """
        class C
        {
            // The client.
            object M(Uri endpoint) => new AzureOpenAIClient(
                endpoint, // where
                /* who */ new DefaultAzureCredential() // how
                );
        }
        """);

    [Fact]
    public Task Windows_line_endings_stay() => FixAsync(
        $"class C\r\n{{\r\n    object M(Uri endpoint) => new AzureOpenAIClient(\r\n        endpoint,\r\n        new AzureKeyCredential([|{Literal}|]));\r\n}}\r\n",
        "class C\r\n{\r\n    object M(Uri endpoint) => new AzureOpenAIClient(\r\n        endpoint,\r\n        new DefaultAzureCredential());\r\n}\r\n");

    [Fact]
    public Task Using_is_added() => Verify.VerifyFixAsync(
        $$"""
        using Azure;
        using Azure.AI.OpenAI;

        class C { Response? _last; object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|{{Literal}}|])); }
        """,
        """
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Identity;

        class C { Response? _last; object M(Uri endpoint) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential()); }
        """,
        Default);

    [Fact]
    public Task Literal_that_two_clients_use_goes_with_the_last() => FixAsync(
        $$"""
        class C
        {
            private const string Key = [|{{Literal}}|];

            object First(Uri endpoint) => new SearchIndexClient(endpoint, new AzureKeyCredential(Key));

            object Second(Uri endpoint) => new SearchIndexerClient(endpoint, new AzureKeyCredential(Key));
        }
        """,
        """
        class C
        {
            object First(Uri endpoint) => new SearchIndexClient(endpoint, new DefaultAzureCredential());

            object Second(Uri endpoint) => new SearchIndexerClient(endpoint, new DefaultAzureCredential());
        }
        """);

    [Fact]
    public Task Fix_all_in_one_file() => FixAsync(
        $$"""
        class C
        {
            object M(Uri endpoint) => (
                new SearchIndexClient(endpoint, new AzureKeyCredential([|"3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64"|])),
                new SearchIndexerClient(endpoint, new AzureKeyCredential([|"b7a3e1c59f0d4826" + "c4e8f2a6d1b37590"|])));

            object Other(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|"e9c2a7f4b1d84630" + "8a5e3c7b9f1d2604"|]));
        }
        """,
        """
        class C
        {
            object M(Uri endpoint) => (
                new SearchIndexClient(endpoint, new DefaultAzureCredential()),
                new SearchIndexerClient(endpoint, new DefaultAzureCredential()));

            object Other(Uri endpoint) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
        }
        """);

    /// <summary>Fix All takes the best way for each key: a credential where there is one, a setting elsewhere.</summary>
    [Fact]
    public Task Fix_all_mixes_credentials_and_settings() => FixAsync(
        $$"""
        class C
        {
            object Azure(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential([|"3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64"|]));

            object Public() => new OpenAI.OpenAIClient([|{{Known}}|]);
        }
        """,
        """
        class C
        {
            object Azure(Uri endpoint) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential());

            object Public() => new OpenAI.OpenAIClient(Environment.GetEnvironmentVariable("OPENAI_API_KEY") ?? throw new InvalidOperationException("The setting 'OPENAI_API_KEY' is missing."));
        }
        """,
        null);

    private static Task FixAsync(
        [StringSyntax("C#-test")] string source,
        [StringSyntax("C#-test")] string fixedSource,
        string? equivalenceKey = Default,
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
}
