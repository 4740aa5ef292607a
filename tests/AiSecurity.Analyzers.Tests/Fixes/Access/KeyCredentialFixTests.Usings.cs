using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.KeyCredentialAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.KeyCredentialFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>Usings that the credential needs, and those that only the key needed.</summary>
public partial class KeyCredentialFixTests
{
    [Fact]
    public Task Missing_using_is_added_in_order() => PlainFixAsync(
        """
        using System.Text;
        using Azure;
        using Azure.AI.OpenAI;
        using Microsoft.Extensions.Configuration;

        class C { (Response?, StringBuilder?, IConfiguration?) _used; object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }
        """,
        """
        using System.Text;
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Identity;
        using Microsoft.Extensions.Configuration;

        class C { (Response?, StringBuilder?, IConfiguration?) _used; object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential()); }
        """);

    [Fact]
    public Task Existing_using_is_not_added_again() => PlainFixAsync(
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

        class C { Response? _last; object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential()); }
        """);

    /// <summary>Roslyn 4.8 throws when it shortens a name there, so the name stays long and no using is added.</summary>
    [Fact]
    public Task Full_name_in_what_a_primary_constructor_passes_on() => PlainFixAsync(
        """
        using Azure.AI.OpenAI;

        class Short(Uri endpoint, string key) : AzureOpenAIClient(endpoint, [|new Azure.AzureKeyCredential(key)|]);
        """,
        """
        using Azure.AI.OpenAI;

        class Short(Uri endpoint, string key) : AzureOpenAIClient(endpoint, new Azure.Identity.DefaultAzureCredential());
        """);

    /// <summary>A build that treats unused usings as errors must not break.</summary>
    [Fact]
    public Task Using_that_only_the_key_needed_goes() => PlainFixAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;

        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }
        """,
        """
        using Azure.AI.OpenAI;
        using Azure.Identity;

        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential()); }
        """);

    [Fact]
    public Task Using_that_was_unused_before_stays() => PlainFixAsync(
        """
        using System.Text;
        using Azure;
        using Azure.AI.OpenAI;

        class C { Response? _last; object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }
        """,
        """
        using System.Text;
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Identity;

        class C { Response? _last; object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential()); }
        """);

    [Fact]
    public Task First_using_of_a_file_stands_above_its_namespace() => PlainFixAsync(
        """
        namespace Contoso;

        class C { object M(Uri endpoint, string key) => new Azure.AI.OpenAI.AzureOpenAIClient(endpoint, [|new Azure.AzureKeyCredential(key)|]); }
        """,
        """
        using Azure.Identity;

        namespace Contoso;

        class C { object M(Uri endpoint, string key) => new Azure.AI.OpenAI.AzureOpenAIClient(endpoint, new DefaultAzureCredential()); }
        """);

    [Fact]
    public Task First_using_of_a_file_stands_below_its_header() => PlainFixAsync(
        """
        // Copyright (c) Contoso.

        class C { object M(Uri endpoint, string key) => new Azure.AI.OpenAI.AzureOpenAIClient(endpoint, [|new Azure.AzureKeyCredential(key)|]); }
        """,
        """
        // Copyright (c) Contoso.

        using Azure.Identity;

        class C { object M(Uri endpoint, string key) => new Azure.AI.OpenAI.AzureOpenAIClient(endpoint, new DefaultAzureCredential()); }
        """);

    [Fact]
    public Task Header_stays_above_the_usings() => PlainFixAsync(
        """
        // Copyright (c) Contoso.
        // Licensed under MIT.

        using Azure.AI.OpenAI;

        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new Azure.AzureKeyCredential(key)|]); }
        """,
        """
        // Copyright (c) Contoso.
        // Licensed under MIT.

        using Azure.AI.OpenAI;
        using Azure.Identity;

        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential()); }
        """);

    [Fact]
    public Task Usings_inside_a_block_namespace_stay_together() => PlainFixAsync(
        """
        namespace Contoso
        {
            using Azure;
            using Azure.AI.OpenAI;

            class C
            {
                Response? _last;

                object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);
            }
        }
        """,
        """
        namespace Contoso
        {
            using Azure;
            using Azure.AI.OpenAI;
            using Azure.Identity;

            class C
            {
                Response? _last;

                object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
            }
        }
        """);

    [Fact]
    public Task Usings_above_a_block_namespace_stay_there() => PlainFixAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;

        namespace Contoso
        {
            class C
            {
                Response? _last;

                object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);
            }
        }
        """,
        """
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Identity;

        namespace Contoso
        {
            class C
            {
                Response? _last;

                object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
            }
        }
        """);

    [Fact]
    public Task Usings_inside_a_file_scoped_namespace_stay_there() => PlainFixAsync(
        """
        namespace Contoso;

        using Azure;
        using Azure.AI.OpenAI;

        class C { Response? _last; object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }
        """,
        """
        namespace Contoso;

        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Identity;

        class C { Response? _last; object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential()); }
        """);

    [Fact]
    public Task Top_level_statements_get_their_usings() => PlainFixAsync(
        """
        using Azure.AI.OpenAI;

        var client = new AzureOpenAIClient(new Uri(args[0]), [|new Azure.AzureKeyCredential(args[1])|]);
        Console.WriteLine(client);
        """,
        """
        using Azure.AI.OpenAI;
        using Azure.Identity;

        var client = new AzureOpenAIClient(new Uri(args[0]), new DefaultAzureCredential());
        Console.WriteLine(client);
        """);

    private static Task PlainFixAsync(
        [StringSyntax("C#-test")] string source, [StringSyntax("C#-test")] string fixedSource, string equivalenceKey = Default, SdkSet set = SdkSet.Latest) =>
        Verify.VerifyFixAsync(source, fixedSource, equivalenceKey, set: set);
}
