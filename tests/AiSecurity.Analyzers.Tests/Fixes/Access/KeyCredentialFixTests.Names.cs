namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>Aliases, and names of the user's own that stand in the way of the credential's.</summary>
public partial class KeyCredentialFixTests
{
    [Fact]
    public Task Aliases_of_the_credential_are_used() => PlainFixAsync(
        """
        using Azure.AI.OpenAI;
        using Credential = Azure.Identity.DefaultAzureCredential;

        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new Azure.AzureKeyCredential(key)|]); }
        """,
        """
        using Azure.AI.OpenAI;
        using Credential = Azure.Identity.DefaultAzureCredential;

        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new Credential()); }
        """);

    [Fact]
    public Task Name_of_an_argument_is_free_for_the_variable() => FixAsync(
        """
        class C
        {
            object M(Uri endpoint, string key)
            {
                var apiKeyCredential = [|new ApiKeyCredential(key)|];
                return new AzureOpenAIClient(endpoint: endpoint, credential: apiKeyCredential);
            }
        }
        """,
        """
        class C
        {
            object M(Uri endpoint, string key)
            {
                var credential = new DefaultAzureCredential();
                return new AzureOpenAIClient(endpoint: endpoint, credential: credential);
            }
        }
        """);

    [Fact]
    public Task Own_type_of_the_same_name_is_told_apart() => PlainFixAsync(
        """
        using Azure.AI.OpenAI;

        namespace Contoso;

        class DefaultAzureCredential { }

        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new Azure.AzureKeyCredential(key)|]); }
        """,
        """
        using Azure.AI.OpenAI;

        namespace Contoso;

        class DefaultAzureCredential { }

        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new Azure.Identity.DefaultAzureCredential()); }
        """);

    [Fact]
    public Task Own_type_behind_a_using_is_told_apart() => PlainFixAsync(
        """
        using Azure.AI.OpenAI;
        using Contoso.Identity;

        class C { DefaultAzureCredential? _own; object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new Azure.AzureKeyCredential(key)|]); }

        namespace Contoso.Identity
        {
            class DefaultAzureCredential { }
        }
        """,
        """
        using Azure.AI.OpenAI;
        using Contoso.Identity;

        class C { DefaultAzureCredential? _own; object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new Azure.Identity.DefaultAzureCredential()); }

        namespace Contoso.Identity
        {
            class DefaultAzureCredential { }
        }
        """);

    [Fact]
    public Task Own_token_credential_is_told_apart() => PlainFixAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Identity;

        namespace Contoso;

        class TokenCredential { }

        class C { Response? _last; private readonly AzureKeyCredential _credential = [|new(Environment.GetEnvironmentVariable("KEY")!)|]; object M(Uri endpoint) => new AzureOpenAIClient(endpoint, _credential); }
        """,
        """
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Identity;

        namespace Contoso;

        class TokenCredential { }

        class C { Response? _last; private readonly Azure.Core.TokenCredential _credential = new DefaultAzureCredential(); object M(Uri endpoint) => new AzureOpenAIClient(endpoint, _credential); }
        """);

    /// <summary>Inside Contoso.Azure, "Azure.Identity" would be sought in the wrong place.</summary>
    [Fact]
    public Task Own_namespace_called_Azure_is_told_apart() => PlainFixAsync(
        """
        using Azure.AI.OpenAI;

        namespace Contoso.Azure;

        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new global::Azure.AzureKeyCredential(key)|]); }
        """,
        """
        using Azure.AI.OpenAI;
        using Azure.Identity;

        namespace Contoso.Azure;

        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential()); }
        """);

    [Fact]
    public Task Both_kinds_of_name_clash_at_once_need_the_global_prefix() => PlainFixAsync(
        """
        using Azure.AI.OpenAI;

        namespace Contoso.Azure;

        class DefaultAzureCredential { }

        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new global::Azure.AzureKeyCredential(key)|]); }
        """,
        """
        using Azure.AI.OpenAI;

        namespace Contoso.Azure;

        class DefaultAzureCredential { }

        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new global::Azure.Identity.DefaultAzureCredential()); }
        """);
}
