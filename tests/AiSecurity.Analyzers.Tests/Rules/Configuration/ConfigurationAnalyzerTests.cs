using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Rules.Access;
using AiSecurity.Analyzers.Rules.Configuration;
using AiSecurity.Analyzers.Settings;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Configuration.ConfigurationAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Configuration;

/// <summary>AISEC901, and what the catalogs of users do to the other rules.</summary>
public class ConfigurationAnalyzerTests
{
    private const string ContosoClient =
        """
        using Azure.Core;
        namespace Contoso.Ai
        {
            public class Client
            {
                public Client(Uri endpoint, string apiKey) { }
                public Client(Uri endpoint, TokenCredential credential) { }
                public void UseKey(string apiKey) { }
                public string? Key { get; set; }
                public string? this[string header] { set { } }
            }

            public class Outer { public class Inner { public Inner(string apiKey) { } } }
        }
        """;

    [Theory]
    [InlineData("AiSecurity.catalog.txt")]
    [InlineData("aisecurity.CATALOG.txt")]
    [InlineData("contoso.aisecurity.txt")]
    [InlineData("/0/config/contoso.AiSecurity.txt")]
    public Task A_line_that_does_not_parse_is_reported_at_the_line(string file) => VerifyAsync(
        """
        # our own client
        client T:Contoso.Ai.Client
        [|clinet T:Contoso.Ai.Client|]

        [|key M:Contoso.Ai.Client.#ctor|]
        [|key M:Contoso.Ai.Client.#ctor(System.String) from=apiKey:System.String|]
        [|host *.contoso.ai kind=cloud|]
        key M:Contoso.Ai.Client.#ctor from=apiKey:System.String to=credential:Azure.Core.TokenCredential # fine
        """,
        file);

    /// <summary>Whatever ends a line for the compiler and the editor ends it here.</summary>
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public Task Lines_are_counted_as_the_editor_does(string end) => VerifyAsync(
        $"# ours{end}client T:Contoso.Ai.Client{end}{end}[|clinet T:Contoso.Ai.Client|]{end}[|client T:Contoso.Ai.Missing|]\n# theirs{end}[|clinet T:Contoso.Ai.Client|]");

    [Fact]
    public Task A_file_that_is_too_long_is_reported() => VerifyAsync("[|# ours|]\n" + string.Concat(Enumerable.Repeat("client T:Contoso.Ai.Missing\n", 36_000)));

    [Theory]
    [InlineData("[|client T:Contoso.Ai.Missing|]")]
    [InlineData("[|client T:Contoso.Ai|]")]
    [InlineData("[|key M:Contoso.Ai.Missing.#ctor from=apiKey:System.String|]")]
    [InlineData("[|key M:Contoso.Ai.Client.Missing from=apiKey:System.String|]")]
    [InlineData("[|key M:Contoso.Ai.Client.Missing* from=apiKey:System.String|]")]
    [InlineData("[|key P:Contoso.Ai.Client.Missing|]")]
    [InlineData("[|key M:Contoso.Ai.Client.#ctor from=key:System.String|]")]
    [InlineData("[|key M:Contoso.Ai.Client.#ctor from=apiKey:System.Int32|]")]
    [InlineData("[|secret M:Contoso.Ai.Client.UseKey from=key:System.String|]")]
    public Task A_line_that_resolves_to_nothing_is_reported(string line) => VerifyAsync(line);

    [Theory]
    [InlineData("client T:Contoso.Ai.Client")]
    [InlineData("client T:Contoso.Ai.Outer+Inner")]
    [InlineData("client T:Contoso.Ai.Outer.Inner")]
    [InlineData("key M:Contoso.Ai.Client.#ctor from=apiKey:System.String")]
    [InlineData("key M:Contoso.Ai.Client.#ctor from=apiKey")]
    [InlineData("key M:Contoso.Ai.Outer.Inner.#ctor from=apiKey:System.String")]
    [InlineData("key M:Contoso.Ai.Client.UseKey from=apiKey:System.String")]
    [InlineData("key M:Contoso.Ai.Client.Use* from=apiKey:System.String")]
    [InlineData("key P:Contoso.Ai.Client.Key")]
    [InlineData("header P:Contoso.Ai.Client.Item name=header value=value")]
    [InlineData("key M:*.Client.#ctor from=apiKey:System.String")]
    [InlineData("client T:Azure.AI.OpenAI.AzureOpenAIClient")]
    [InlineData("host *.contoso.ai kind=azure")]
    [InlineData("key-header x-contoso-key")]
    [InlineData("reference Contoso.*")]
    [InlineData("package Contoso.AI setting=Contoso:Key")]
    [InlineData("# nothing")]
    [InlineData("")]
    public Task A_line_that_means_something_is_quiet(string line) => VerifyAsync(line);

    [Theory]
    [InlineData("catalog.txt")]
    [InlineData("AiSecurity.catalog.txt.bak")]
    [InlineData("AiSecurity.catalog.md")]
    [InlineData("aisecurity.txt")]
    [InlineData("appsettings.json")]
    public Task Other_files_are_no_catalogs(string file) => VerifyAsync("this is no catalog", file);

    [Fact]
    public Task Windows_line_ends() => VerifyAsync("client T:Contoso.Ai.Client\r\n[|clinet T:Contoso.Ai.Client|]\r\nclient T:Contoso.Ai.Client\r\n");

    [Fact]
    public Task Two_catalogs() => Verify.VerifyAsync(
        ContosoClient,
        SdkSet.Latest,
        test =>
        {
            test.AddAdditionalFile("/0/AiSecurity.catalog.txt", "[|clinet|]");
            test.AddAdditionalFile("/0/b.aisecurity.txt", "client T:Contoso.Ai.Client\n[|clinet|]");
        });

    [Fact]
    public Task The_reason_is_in_the_message() => Verify.VerifyAsync(
        ContosoClient,
        SdkSet.Latest,
        test =>
        {
            test.AddAdditionalFile("/0/AiSecurity.catalog.txt", "{|#0:clinet T:Contoso.Ai.Client|}\n{|#1:client T:Contoso.Ai.Missing|}\n{|#2:key P:Contoso.Ai.Client.Missing|}\n{|#3:key M:Contoso.Ai.Client.#ctor from=key:System.String|}");
            test.ExpectedDiagnostics.AddRange(
            [
                Line(0, "'clinet' is no role; did you mean 'client'?"),
                Line(1, "there is no type 'Contoso.Ai.Missing' in this project or its references"),
                Line(2, "the type 'Contoso.Ai.Client' has no member 'Missing'"),
                Line(3, "no parameter 'key' of that type in any overload of '#ctor'"),
            ]);

            static DiagnosticResult Line(int location, string reason) => Result().WithLocation(location).WithMessage("This line of the catalog has no effect: " + reason);
        });

    [Theory]
    [InlineData("ai_security.credential", "password")]
    [InlineData("ai_security.AISEC101.credential", "managed-identity")]
    [InlineData("ai_security.AISEC102.credential", "true")]
    public Task An_unknown_option_value_is_reported_once(string option, string value) => Verify.VerifyAsync(
        "class C { }",
        SdkSet.Latest,
        test =>
        {
            test.AddSource("/0/Second.cs", "class D { }");
            test.SetOption(option, value);
            test.ExpectedDiagnostics.Add(Result().WithMessage($"The option '{option}' has the unknown value '{value}' and counts as 'default'; known values are default, managed_identity"));
        });

    [Fact]
    public Task An_unknown_value_in_an_editorconfig_is_reported() => Verify.VerifyAsync(
        "class C { }",
        SdkSet.Latest,
        test =>
        {
            test.SetEditorConfig("root = true\n[*.cs]\nai_security.credential = key\n");
            test.ExpectedDiagnostics.Add(Result().WithMessage("The option 'ai_security.credential' has the unknown value 'key' and counts as 'default'; known values are default, managed_identity"));
        });

    [Theory]
    [InlineData("ai_security.audience", "everybody")]
    [InlineData("ai_security.AISEC407.audience", "staff")]
    [InlineData("ai_security.data_audience.hr-policies", "staff")]
    [InlineData("ai_security.data_audience.hr.policies_v2", "internal")]
    [InlineData("ai_security.aisec407.data_audience.hr", "internal")]
    public Task An_audience_that_does_not_exist_is_reported_once(string option, string value) => Verify.VerifyAsync(
        "class C { }",
        SdkSet.Latest,
        test =>
        {
            test.AddSource("/0/Second.cs", "class D { }");
            test.SetOption(option, value);
            test.ExpectedDiagnostics.Add(Result());
        });

    [Theory]
    [InlineData("ai_security.audience", "Customer")]
    [InlineData("ai_security.data_audience.hr-policies", "employee")]
    [InlineData("ai_security.data_audience.faq", "public")]
    [InlineData("ai_security.AISEC407.data_audience.faq", "none")]
    [InlineData("ai_security.data_audience.faq", "")]
    [InlineData("other.data_audience.faq", "internal")]
    public Task An_audience_that_exists_is_quiet(string option, string value) => Verify.VerifyAsync("class C { }", SdkSet.Latest, test => test.SetOption(option, value));

    [Theory]
    [InlineData("ai_security.credential", "default")]
    [InlineData("ai_security.credential", "managed_identity")]
    [InlineData("ai_security.credential", "MANAGED_IDENTITY")]
    [InlineData("ai_security.credential", "")]
    [InlineData("ai_security.AISEC101.credential", "managed_identity")]
    [InlineData("dotnet_diagnostic.AISEC101.severity", "error")]
    [InlineData("other.credential", "password")]
    public Task A_known_value_is_quiet(string option, string value) => Verify.VerifyAsync("class C { }", SdkSet.Latest, test => test.SetOption(option, value));

    [Fact]
    public void Every_option_has_a_key_for_all_rules_and_one_for_each()
    {
        Assert.All(AiOptions.All, option =>
        {
            Assert.Equal(option.Rules.Length + 1, option.Keys.Length);
            Assert.Equal("ai_security." + option.Name, option.Keys[0]);
            Assert.All(option.Rules.Zip(option.Keys.Skip(1)), pair => Assert.Equal($"ai_security.{pair.First}.{option.Name}", pair.Second));
            Assert.Equal(option.Values[0], option.Default);
        });
    }

    [Fact]
    public Task A_row_of_the_user_makes_a_key_a_finding() => VerifyKeysAsync(
        """
        class C
        {
            object M(Uri endpoint, string key) => new Contoso.Ai.Client(endpoint, [|key|]);
            Contoso.Ai.Client N(Uri endpoint, string key) => new(apiKey: [|key|], endpoint: endpoint);
            object Token(Uri endpoint, Azure.Core.TokenCredential token) => new Contoso.Ai.Client(endpoint, token);
        }
        """,
        "key M:Contoso.Ai.Client.#ctor from=apiKey:System.String to=credential:Azure.Core.TokenCredential");

    [Fact]
    public Task A_row_without_a_way_to_Entra_is_no_finding_of_101() => VerifyKeysAsync(
        """class C { object M(Uri endpoint, string key) => new Contoso.Ai.Client(endpoint, key); }""",
        "key M:Contoso.Ai.Client.#ctor from=apiKey:System.String");

    [Fact]
    public Task A_row_for_an_own_factory_stands_for_the_client_inside() => VerifyKeysAsync(
        """class C { void M(Contoso.Ai.Client client, string key) { client.UseKey([|key|]); client.Key = [|key|]; } }""",
        "key M:Contoso.Ai.Client.Use* from=apiKey:System.String entra=T:Azure.Core.TokenCredential\nkey P:Contoso.Ai.Client.Key entra=T:Azure.Core.TokenCredential");

    [Fact]
    public Task A_host_of_the_user_is_an_AI_host() => VerifyKeysAsync(
        """
        using System.ClientModel;
        using OpenAI;
        class C
        {
            object M(string key) => new OpenAIClient([|new ApiKeyCredential(key)|], new OpenAIClientOptions { Endpoint = new Uri("https://models.contoso.ai/v1") });
            object N(string key) => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("https://contoso.ai/v1") });
        }
        """,
        "host *.contoso.ai kind=azure");

    [Fact]
    public Task A_host_of_the_user_can_silence() => VerifyKeysAsync(
        """
        class C { object M(string key) => new Azure.AI.OpenAI.AzureOpenAIClient(new Uri("https://gateway.contoso.com"), new Azure.AzureKeyCredential(key)); }
        """,
        "host gateway.contoso.com kind=gateway");

    [Fact]
    public Task Lines_beside_a_wrong_one_count() => VerifyKeysAsync(
        """class C { object M(Uri endpoint, string key) => new Contoso.Ai.Client(endpoint, [|key|]); }""",
        "nonsense\nkey M:Contoso.Ai.Client.#ctor from=apiKey:System.String to=credential:Azure.Core.TokenCredential\nclient\n");

    [Fact]
    public Task A_reference_of_the_user_makes_a_compilation_worth_a_look() => AnalyzerVerifier<HardCodedKeyAnalyzer>.VerifyAsync(
        """
        class Client { public Client(string apiKey) { } }
        class C { object M() => new Client([|"3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64"|]); }
        """,
        SdkSet.Bare,
        test => test.AddAdditionalFile("/0/AiSecurity.catalog.txt", "reference System.Runtime\nkey M:Client.#ctor from=apiKey:System.String"));

    private static Task VerifyAsync(string catalog, string file = "AiSecurity.catalog.txt") => Verify.VerifyAsync(ContosoClient, SdkSet.Latest, test => test.AddAdditionalFile(file, catalog));

    private static Task VerifyKeysAsync([StringSyntax("C#-test")] string source, string catalog) => AnalyzerVerifier<KeyCredentialAnalyzer>.VerifyAsync(
        source,
        SdkSet.Latest,
        test =>
        {
            test.AddSource("/0/Contoso.cs", ContosoClient);
            test.AddAdditionalFile("/0/AiSecurity.catalog.txt", catalog);
        });

    private static DiagnosticResult Result() => new("AISEC901", DiagnosticSeverity.Warning);
}
