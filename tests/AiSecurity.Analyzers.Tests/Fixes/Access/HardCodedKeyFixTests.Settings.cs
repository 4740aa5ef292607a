using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.HardCodedKeyAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.HardCodedKeyFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>Where nothing but a key is taken, it is read from a setting.</summary>
public partial class HardCodedKeyFixTests
{
    private const string FromEnvironment =
        "Environment.GetEnvironmentVariable(\"OPENAI_API_KEY\") ?? throw new InvalidOperationException(\"The setting 'OPENAI_API_KEY' is missing.\")";

    /// <summary>A type with a key in place of <c>$</c>, and the configuration that it is read from.</summary>
    public static TheoryData<string, string> Configurations => new()
    {
        { "class C { object M(IConfiguration configuration) => $; }", "configuration" },
        { "class C(IConfiguration settings) { object M() => $; }", "settings" },
        { "class C { private readonly IConfiguration _configuration = null!; object M() => $; }", "_configuration" },
        { "class C { IConfiguration Configuration { get; } = null!; object M() => $; }", "Configuration" },
        { "class C { object M() { IConfigurationRoot root = new ConfigurationBuilder().Build(); return $; } }", "root" },
        { "class C { object M() { var root = new ConfigurationBuilder().Build(); return $; } }", "root" },
        { "using Microsoft.AspNetCore.Builder;\n\nclass C { object M(WebApplicationBuilder builder) => $; }", "builder.Configuration" },
        { "using Microsoft.AspNetCore.Builder;\n\nclass C { object M(WebApplication app) => $; }", "app.Configuration" },
        { "using Microsoft.Extensions.Hosting;\n\nclass C { void M(IHostBuilder host) => host.ConfigureServices((context, services) => services.AddSingleton($)); }", "context.Configuration" },
        // A field of an instance is out of reach here, the parameter is not.
        { "class C { private readonly IConfiguration _configuration = null!; static object M(IConfiguration configuration) => $; }", "configuration" },
        // The nearest wins.
        { "class C { private readonly IConfiguration _configuration = null!; object M(IConfiguration configuration) => $; }", "configuration" },
    };

    public static TheoryData<string> WithoutConfiguration =>
    [
        "class C { object M() => $; }",
        "class C { private readonly IConfiguration _configuration = null!; static object M() => $; }",
        "class C { object M() { var client = $; IConfiguration configuration = new ConfigurationBuilder().Build(); return (client, configuration); } }",
        "class C { private readonly IConfiguration _configuration = null!; private readonly object _client = $; }",
        // It cannot be read.
        "class C { IConfiguration Configuration { set { } } object M() => $; }",
    ];

    [Theory]
    [MemberData(nameof(Configurations))]
    public Task Key_is_read_from_configuration(string source, string configuration) => FixAsync(
        source.Replace("$", $"new OpenAI.OpenAIClient([|{Known}|])", StringComparison.Ordinal),
        source.Replace("$", $"new OpenAI.OpenAIClient({configuration}[\"OpenAI:ApiKey\"] ?? throw new InvalidOperationException(\"The setting 'OpenAI:ApiKey' is missing.\"))", StringComparison.Ordinal),
        Setting);

    [Theory]
    [MemberData(nameof(WithoutConfiguration))]
    public Task Key_is_read_from_the_environment(string source) => FixAsync(
        source.Replace("$", $"new OpenAI.OpenAIClient([|{Known}|])", StringComparison.Ordinal),
        source.Replace("$", $"new OpenAI.OpenAIClient({FromEnvironment})", StringComparison.Ordinal),
        Setting);

    [Theory]
    [InlineData("ContosoKey", "CONTOSO_KEY")]
    [InlineData("CONTOSO_KEY", "CONTOSO_KEY")]
    [InlineData("key", "KEY")]
    [InlineData(":Key", "_KEY")]
    public Task A_row_of_the_user_may_name_any_setting(string setting, string variable) => FixAsync(
        $$"""
        class C { object M() => new Contoso.Client([|{{Known}}|]); }

        namespace Contoso { public class Client { public Client(string key) { } } }
        """,
        $$"""
        class C { object M() => new Contoso.Client(Environment.GetEnvironmentVariable("{{variable}}") ?? throw new InvalidOperationException("The setting '{{variable}}' is missing.")); }

        namespace Contoso { public class Client { public Client(string key) { } } }
        """,
        Setting,
        configure: test => test.AddAdditionalFile("/0/AiSecurity.catalog.txt", $"secret M:Contoso.Client.#ctor from=key:System.String setting={setting}\n"));

    [Theory]
    [InlineData("class C { object M(IConfiguration configuration) => $; }", "Read the key from configuration")]
    [InlineData("class C { object M() => $; }", "Read the key from an environment variable")]
    public Task Title_says_where_from(string source, string title) => FixAsync(
        source.Replace("$", $"new OpenAI.OpenAIClient([|{Known}|])", StringComparison.Ordinal),
        source.Replace(
            "$",
            "new OpenAI.OpenAIClient(" + (source.Contains("IConfiguration", StringComparison.Ordinal)
                ? "configuration[\"OpenAI:ApiKey\"] ?? throw new InvalidOperationException(\"The setting 'OpenAI:ApiKey' is missing.\")"
                : FromEnvironment) + ")",
            StringComparison.Ordinal),
        Setting,
        configure: test => test.CodeActionVerifier = (action, verifier) => verifier.Equal(title, action.Title));

    [Fact]
    public Task Top_level_program_reads_its_builder() => Verify.VerifyFixAsync(
        $$"""
        using Microsoft.AspNetCore.Builder;
        using OpenAI.Chat;

        var builder = WebApplication.CreateBuilder(args);
        var client = new ChatClient("gpt-4o", [|{{Known}}|]);
        Console.WriteLine($"{builder}{client}");
        """,
        """
        using Microsoft.AspNetCore.Builder;
        using OpenAI.Chat;

        var builder = WebApplication.CreateBuilder(args);
        var client = new ChatClient("gpt-4o", builder.Configuration["OpenAI:ApiKey"] ?? throw new InvalidOperationException("The setting 'OpenAI:ApiKey' is missing."));
        Console.WriteLine($"{builder}{client}");
        """,
        Setting);

    [Fact]
    public Task Using_of_System_is_added_where_it_is_not_implicit() => Verify.VerifyFixAsync(
        $$"""
        using OpenAI.Chat;

        class C { object M() => new ChatClient("gpt-4o", [|{{Known}}|]); }
        """,
        $$"""
        using System;
        using OpenAI.Chat;

        class C { object M() => new ChatClient("gpt-4o", {{FromEnvironment}}); }
        """,
        Setting,
        configure: test =>
        {
            test.TestState.Sources.RemoveAt(0);
            test.FixedState.Sources.RemoveAt(0);
        });

    [Fact]
    public Task Argument_keeps_its_name_and_lines() => FixAsync(
        $$"""
        class C
        {
            object M() => new OpenAI.Chat.ChatClient(
                // who
                apiKey: [|{{Known}}|], // what
                model: "gpt-4o");
        }
        """,
        $$"""
        class C
        {
            object M() => new OpenAI.Chat.ChatClient(
                // who
                apiKey: {{FromEnvironment}}, // what
                model: "gpt-4o");
        }
        """,
        Setting);

    [Fact]
    public Task Secret_of_an_identity() => FixAsync(
        $"class C {{ object M(IConfiguration configuration, string tenant, string client) => new ClientSecretCredential(tenant, client, [|\"q8Q~7Lk2.vN5xR9-\" + \"tB3wZ6yD1mF4hJ0s\"|]); }}",
        "class C { object M(IConfiguration configuration, string tenant, string client) => new ClientSecretCredential(tenant, client, configuration[\"AzureAd:ClientSecret\"] ?? throw new InvalidOperationException(\"The setting 'AzureAd:ClientSecret' is missing.\")); }",
        Setting);

    [Fact]
    public Task Secret_of_an_identity_from_the_environment() => FixAsync(
        $"class C {{ object M(string tenant, string client) => new ClientSecretCredential(tenant, client, [|\"q8Q~7Lk2.vN5xR9-\" + \"tB3wZ6yD1mF4hJ0s\"|]); }}",
        "class C { object M(string tenant, string client) => new ClientSecretCredential(tenant, client, Environment.GetEnvironmentVariable(\"AZUREAD_CLIENT_SECRET\") ?? throw new InvalidOperationException(\"The setting 'AZUREAD_CLIENT_SECRET' is missing.\")); }",
        Setting);

    [Theory]
    [InlineData("request.Headers.Add(\"api-key\", [|$|])", "request.Headers.Add(\"api-key\", @)")]
    [InlineData("request.Headers.Authorization = new(\"Bearer\", [|$|])", "request.Headers.Authorization = new(\"Bearer\", @)")]
    [InlineData("request.Headers.Add(\"Authorization\", [|\"Bearer \" + $|])", "request.Headers.Add(\"Authorization\", \"Bearer \" + (@))")]
    [InlineData("request.Headers.TryAddWithoutValidation(\"Ocp-Apim-Subscription-Key\", [|$|])", "request.Headers.TryAddWithoutValidation(\"Ocp-Apim-Subscription-Key\", @)")]
    public Task Headers_keep_their_scheme(string before, string after) => FixAsync(
        "class C { void M(HttpRequestMessage request) { _ = new Uri(\"https://api.openai.com/v1\"); " + before.Replace("$", Known, StringComparison.Ordinal) + "; } }",
        "class C { void M(HttpRequestMessage request) { _ = new Uri(\"https://api.openai.com/v1\"); "
            + after.Replace("@", "Environment.GetEnvironmentVariable(\"AI_API_KEY\") ?? throw new InvalidOperationException(\"The setting 'AI_API_KEY' is missing.\")", StringComparison.Ordinal) + "; } }",
        Setting);

    [Fact]
    public Task Known_format_anywhere_is_read_from_a_setting() => FixAsync(
        $"class C {{ private static readonly string[] Keys = [[|{Known}|]]; object M() => Keys; }}",
        "class C { private static readonly string[] Keys = [Environment.GetEnvironmentVariable(\"AI_API_KEY\") ?? throw new InvalidOperationException(\"The setting 'AI_API_KEY' is missing.\")]; object M() => Keys; }",
        Setting);

    [Fact]
    public Task Fix_all_in_several_files() => FixAsync(
        $"class C {{ object M() => new OpenAI.OpenAIClient([|{Known}|]); }}",
        $"class C {{ object M() => new OpenAI.OpenAIClient({FromEnvironment}); }}",
        Setting,
        configure: test =>
        {
            test.TestState.Sources.Add(("/0/Other.cs", $"class D {{ object M() => (new OpenAI.OpenAIClient([|{Known}|]), new OpenAI.Chat.ChatClient(\"gpt\", [|{Known}|])); }}"));
            test.FixedState.Sources.Add(("/0/Other.cs", $"class D {{ object M() => (new OpenAI.OpenAIClient({FromEnvironment}), new OpenAI.Chat.ChatClient(\"gpt\", {FromEnvironment})); }}"));
        });

    [Fact]
    public Task Fix_all_goes_on_after_one_that_it_cannot_fix() => FixAsync(
        $$"""
        class C
        {
            object First(string key = [|{{Known}}|]) => key;

            object Second() => new OpenAI.OpenAIClient([|{{Known}}|]);
        }
        """,
        $$"""
        class C
        {
            object First(string key = [|{{Known}}|]) => key;

            object Second() => new OpenAI.OpenAIClient({{FromEnvironment}});
        }
        """,
        Setting,
        configure: test => test.FixedState.MarkupHandling = MarkupMode.Allow);

    [Fact]
    public Task Fix_all_leaves_what_is_suppressed() => FixAsync(
        $$"""
        class C
        {
        #pragma warning disable AISEC102 // Revoked.
            object First() => new OpenAI.OpenAIClient({{Known}});
        #pragma warning restore AISEC102

            object Second() => new OpenAI.OpenAIClient([|{{Known}}|]);
        }
        """,
        $$"""
        class C
        {
        #pragma warning disable AISEC102 // Revoked.
            object First() => new OpenAI.OpenAIClient({{Known}});
        #pragma warning restore AISEC102

            object Second() => new OpenAI.OpenAIClient({{FromEnvironment}});
        }
        """,
        Setting,
        configure: test => test.TestBehaviors |= TestBehaviors.SkipSuppressionCheck);

    /// <summary>Fix All of a setting takes the credential where there is one, and the one that the option prefers.</summary>
    [Fact]
    public Task Fix_All_takes_the_preferred_credential()
    {
        const string Before = $"new AzureKeyCredential([|{Literal}|])";
        const string Public = "new OpenAI.OpenAIClient(Environment.GetEnvironmentVariable(\"OPENAI_API_KEY\") ?? throw new InvalidOperationException(\"The setting 'OPENAI_API_KEY' is missing.\"))";
        const string Alone = "class C { object M(Uri endpoint) => new object[] { new AzureOpenAIClient(endpoint, " + Before + "), " + Public + " }; }";
        return FixAsync(
            Alone.Replace(Public, $"new OpenAI.OpenAIClient([|{Known}|])", StringComparison.Ordinal),
            Alone,
            Setting,
            configure: static test =>
            {
                test.SetOption("ai_security.credential", "managed_identity");
                test.FixedState.MarkupHandling = MarkupMode.Allow;
                foreach (var (name, content) in test.FixedState.Sources)
                    test.BatchFixedState.Sources.Add((name, content.ToString().Replace(Before, "new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)", StringComparison.Ordinal)));
            });
    }
}
