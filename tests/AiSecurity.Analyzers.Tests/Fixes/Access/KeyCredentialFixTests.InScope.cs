using Microsoft.CodeAnalysis.Testing;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>A token credential that is there already.</summary>
public partial class KeyCredentialFixTests
{
    /// <summary>A type with a key, and the expression that the credential in scope is.</summary>
    public static TheoryData<string, string> Scopes => new()
    {
        { "class C { object M(Uri endpoint, string key, TokenCredential token) => $; }", "token" },
        { "class C { object M(Uri endpoint, string key, DefaultAzureCredential token) => $; }", "token" },
        { "class C { object M(Uri endpoint, string key) { TokenCredential token = new AzureCliCredential(); return $; } }", "token" },
        { "class C { object M(Uri endpoint, string key) { var token = new AzureCliCredential(); return $; } }", "token" },
        { "class C { private readonly TokenCredential _token = new AzureCliCredential(); object M(Uri endpoint, string key) => $; }", "_token" },
        { "class C { private static readonly TokenCredential Token = new AzureCliCredential(); static object M(Uri endpoint, string key) => $; }", "Token" },
        { "class C { TokenCredential Token { get; } = new AzureCliCredential(); object M(Uri endpoint, string key) => $; }", "Token" },
        { "class C(TokenCredential token) { object M(Uri endpoint, string key) => $; }", "token" },
        { "class Base { protected TokenCredential Token { get; } = new AzureCliCredential(); } class C : Base { object M(Uri endpoint, string key) => $; }", "Token" },
        { "class C { Func<TokenCredential, object> M(Uri endpoint, string key) => token => $; }", "token" },
        // The nearest wins.
        { "class C { private readonly TokenCredential _token = new AzureCliCredential(); object M(Uri endpoint, string key, TokenCredential token) => $; }", "token" },
        { "class C { object M(Uri endpoint, string key, TokenCredential outer) { var token = outer; return $; } }", "token" },
    };

    /// <summary>Places from which the credential cannot be reached.</summary>
    public static TheoryData<string> OutOfScope =>
    [
        "class C { object M(Uri endpoint, string key) { var client = $; TokenCredential token = new AzureCliCredential(); return (client, token); } }",
        "class C { private readonly TokenCredential _token = new AzureCliCredential(); static object M(Uri endpoint, string key) => $; }",
        "class Base { private TokenCredential Token { get; } = new AzureCliCredential(); } class C : Base { object M(Uri endpoint, string key) => $; }",
        "class C { object M(Uri endpoint, string key) { TokenCredential token; var client = $; return (client, token = new AzureCliCredential()); } }",
        "class C { TokenCredential Token { set { } } object M(Uri endpoint, string key) => $; }",
        "class C { private readonly TokenCredential _token = new AzureCliCredential(); private readonly object _client = new AzureOpenAIClient(new Uri(\"https://contoso.openai.azure.com\"), #); }",
    ];

    [Theory]
    [MemberData(nameof(Scopes))]
    public Task Credential_in_scope_is_used(string source, string credential) => FixAsync(
        source.Replace("$", "new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|])", StringComparison.Ordinal),
        source.Replace("$", $"new AzureOpenAIClient(endpoint, {credential})", StringComparison.Ordinal),
        InScope);

    [Theory]
    [MemberData(nameof(OutOfScope))]
    public Task Credential_out_of_scope_is_not_offered(string source)
    {
        var marked = source
            .Replace("$", "new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|])", StringComparison.Ordinal)
            .Replace("#", "[|new AzureKeyCredential(Environment.GetEnvironmentVariable(\"KEY\")!)|]", StringComparison.Ordinal);
        return FixAsync(marked, marked, InScope);
    }

    /// <summary>A credential that may be missing cannot stand where one is needed.</summary>
    [Fact]
    public Task Optional_credential_is_not_offered()
    {
        const string Source = "class C { object M(Uri endpoint, string key, TokenCredential? token = null) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }";
        return FixAsync(Source, Source, InScope);
    }

    [Fact]
    public Task Variable_of_the_key_credential_goes_when_another_is_in_scope() => FixAsync(
        """
        class C(TokenCredential token)
        {
            object M(Uri endpoint)
            {
                var key = Environment.GetEnvironmentVariable("KEY")!;
                return new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);
            }
        }
        """,
        """
        class C(TokenCredential token)
        {
            object M(Uri endpoint)
            {
                return new AzureOpenAIClient(endpoint, token);
            }
        }
        """,
        InScope);

    [Fact]
    public Task Registered_credential_is_taken_from_the_container() => FixAsync(
        """
        class C
        {
            void M(IServiceCollection services, Uri endpoint, IConfiguration configuration)
            {
                services.AddSingleton<TokenCredential>(new DefaultAzureCredential());
                services.AddSingleton(sp => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(configuration["OpenAI:Key"]!)|]));
            }
        }
        """,
        """
        class C
        {
            void M(IServiceCollection services, Uri endpoint, IConfiguration configuration)
            {
                services.AddSingleton<TokenCredential>(new DefaultAzureCredential());
                services.AddSingleton(sp => new AzureOpenAIClient(endpoint, sp.GetRequiredService<TokenCredential>()));
            }
        }
        """,
        InScope);

    [Fact]
    public Task Registered_credential_of_a_keyed_service() => FixAsync(
        """
        class C
        {
            void M(IServiceCollection services, Uri endpoint, IConfiguration configuration)
            {
                services.AddSingleton<TokenCredential, AzureCliCredential>();
                services.AddKeyedSingleton("a", (provider, _) => new SearchIndexClient(endpoint, [|new AzureKeyCredential(configuration["Search:Key"]!)|]));
            }
        }
        """,
        """
        class C
        {
            void M(IServiceCollection services, Uri endpoint, IConfiguration configuration)
            {
                services.AddSingleton<TokenCredential, AzureCliCredential>();
                services.AddKeyedSingleton("a", (provider, _) => new SearchIndexClient(endpoint, provider.GetRequiredService<TokenCredential>()));
            }
        }
        """,
        InScope);

    [Theory]
    [InlineData("services.AddSingleton(_ => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]));", "services.AddSingleton<TokenCredential>(new DefaultAzureCredential());")]
    [InlineData("services.AddSingleton(sp => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]));", "")]
    public Task Container_without_a_way_to_the_credential(string client, string registration)
    {
        var source = "class C { void M(IServiceCollection services, Uri endpoint, string key) { " + registration + client + " } }";
        return FixAsync(source, source, InScope);
    }

    [Fact]
    public Task Fix_all_uses_each_place_own_credential() => FixAsync(
        """
        class A(TokenCredential first) { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }

        class B(TokenCredential second) { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }

        class D { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }
        """,
        """
        class A(TokenCredential first) { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, first); }

        class B(TokenCredential second) { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, second); }

        class D { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }
        """,
        InScope,
        configure: test => test.FixedState.MarkupHandling = MarkupMode.Allow);
}
