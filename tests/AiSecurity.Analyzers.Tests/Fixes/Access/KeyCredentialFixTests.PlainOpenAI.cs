using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.KeyCredentialAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.KeyCredentialFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>The plain OpenAI client on an Azure endpoint takes a policy, not a credential.</summary>
public partial class KeyCredentialFixTests
{
    [Theory]
    [InlineData(Default, "new DefaultAzureCredential()")]
    [InlineData(ManagedIdentity, "new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)")]
    public Task Client_on_Azure_gets_a_bearer_token_policy(string equivalenceKey, string credential) => PlainFixAsync(
        """
        using System.ClientModel;
        using OpenAI;

        class C
        {
            ClientResult? _last;

            object M(string key) => new OpenAIClient(
                [|new ApiKeyCredential(key)|],
                new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });
        }
        """,
        $$"""
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using Azure.Identity;
        using OpenAI;

        class C
        {
            ClientResult? _last;

            object M(string key) => new OpenAIClient(
                new BearerTokenPolicy({{credential}}, "https://ai.azure.com/.default"),
                new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });
        }
        """,
        equivalenceKey);

    [Theory]
    [InlineData(SdkSet.OpenAI_2_10)]
    [InlineData(SdkSet.OpenAI_2_13)]
    [InlineData(SdkSet.OpenAI_2_14)]
    [InlineData(SdkSet.OpenAI_2_15)]
    public Task Every_version_with_a_policy(SdkSet set) => PlainFixAsync(
        """
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using Azure.Identity;
        using OpenAI;
        using OpenAI.Chat;

        class C
        {
            ClientResult? _last;

            object M(string key) => new ChatClient(model: "gpt", credential: [|new ApiKeyCredential(key)|], options: new() { Endpoint = new("https://contoso.services.ai.azure.com/openai/v1/") });
        }
        """,
        """
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using Azure.Identity;
        using OpenAI;
        using OpenAI.Chat;

        class C
        {
            ClientResult? _last;

            object M(string key) => new ChatClient(model: "gpt", authenticationPolicy: new BearerTokenPolicy(new DefaultAzureCredential(), "https://ai.azure.com/.default"), options: new() { Endpoint = new("https://contoso.services.ai.azure.com/openai/v1/") });
        }
        """,
        set: set);

    [Fact]
    public Task Variable_of_the_credential_becomes_one_of_the_policy() => PlainFixAsync(
        """
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using Azure.Identity;
        using OpenAI;
        using OpenAI.Chat;

        ApiKeyCredential credential = [|new(args[0])|];
        var options = new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") };
        ClientResult? result = new ChatClient("gpt", credential, options).CompleteChat("Hello");
        Console.WriteLine(result);
        """,
        """
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using Azure.Identity;
        using OpenAI;
        using OpenAI.Chat;

        AuthenticationPolicy credential = new BearerTokenPolicy(new DefaultAzureCredential(), "https://ai.azure.com/.default");
        var options = new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") };
        ClientResult? result = new ChatClient("gpt", credential, options).CompleteChat("Hello");
        Console.WriteLine(result);
        """);

    [Fact]
    public Task Token_credential_in_scope_goes_into_the_policy() => PlainFixAsync(
        """
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using Azure.Core;
        using OpenAI;

        class C(TokenCredential token)
        {
            ClientResult? _last;

            object M(string key) => new OpenAIClient([|new ApiKeyCredential(key)|], new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });
        }
        """,
        """
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using Azure.Core;
        using OpenAI;

        class C(TokenCredential token)
        {
            ClientResult? _last;

            object M(string key) => new OpenAIClient(new BearerTokenPolicy(token, "https://ai.azure.com/.default"), new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });
        }
        """,
        InScope);

    [Fact]
    public Task Experimental_overload_is_allowed_for_its_statement() => ExperimentalAsync(
        """
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using Azure.Identity;
        using OpenAI;

        class C
        {
            ClientResult? _last;

            object M(string key)
            {
                var options = new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") };

                // The client.
                var client = new OpenAIClient([|new ApiKeyCredential(key)|], options);
                return client;
            }
        }
        """,
        """
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using Azure.Identity;
        using OpenAI;

        class C
        {
            ClientResult? _last;

            object M(string key)
            {
                var options = new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") };

                // The client.
        #pragma warning disable OPENAI001
                var client = new OpenAIClient(new BearerTokenPolicy(new DefaultAzureCredential(), "https://ai.azure.com/.default"), options);
        #pragma warning restore OPENAI001
                return client;
            }
        }
        """);

    [Fact]
    public Task Experimental_overload_in_a_field() => ExperimentalAsync(
        """
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using Azure.Identity;
        using OpenAI;

        class C(string key)
        {
            private ClientResult? _last;
            private readonly OpenAIClient _client = new([|new ApiKeyCredential(key)|], new() { Endpoint = new("https://contoso.openai.azure.com/openai/v1/") });

            object Client => (_client, _last);
        }
        """,
        """
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using Azure.Identity;
        using OpenAI;

        class C(string key)
        {
            private ClientResult? _last;
        #pragma warning disable OPENAI001
            private readonly OpenAIClient _client = new(new BearerTokenPolicy(new DefaultAzureCredential(), "https://ai.azure.com/.default"), new() { Endpoint = new("https://contoso.openai.azure.com/openai/v1/") });
        #pragma warning restore OPENAI001

            object Client => (_client, _last);
        }
        """);

    [Fact]
    public Task Experimental_overload_in_top_level_statements() => ExperimentalAsync(
        """
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using Azure.Identity;
        using OpenAI;

        var key = new { Value = args[0] };
        var client = new OpenAIClient(
            [|new ApiKeyCredential(key.Value)|],
            new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });
        ClientResult? last = null;
        Console.WriteLine($"{client}{last}{key}");
        """,
        """
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using Azure.Identity;
        using OpenAI;

        var key = new { Value = args[0] };
        #pragma warning disable OPENAI001
        var client = new OpenAIClient(
            new BearerTokenPolicy(new DefaultAzureCredential(), "https://ai.azure.com/.default"),
            new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });
        #pragma warning restore OPENAI001
        ClientResult? last = null;
        Console.WriteLine($"{client}{last}{key}");
        """);

    [Fact]
    public Task Experimental_overload_that_is_allowed_needs_no_pragma() => ExperimentalAsync(
        """
        #pragma warning disable OPENAI001
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using Azure.Identity;
        using OpenAI;

        class C { ClientResult? _last; object M(string key) => new OpenAIClient([|new ApiKeyCredential(key)|], new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") }); }
        """,
        """
        #pragma warning disable OPENAI001
        using System.ClientModel;
        using System.ClientModel.Primitives;
        using Azure.Identity;
        using OpenAI;

        class C { ClientResult? _last; object M(string key) => new OpenAIClient(new BearerTokenPolicy(new DefaultAzureCredential(), "https://ai.azure.com/.default"), new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") }); }
        """);

    private static Task ExperimentalAsync(string source, string fixedSource) =>
        Verify.VerifyFixAsync(source, fixedSource, Default, configure: test => test.ExperimentalDiagnostics = true);
}
