using AiSecurity.Analyzers.Rules.Access;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using static AiSecurity.Analyzers.Tests.Rules.Access.KeySource;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.KeyCredentialAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC101 against several versions of the SDKs, and what its message says.</summary>
public class KeyCredentialSdkTests
{
    private const string AzureClient =
        """
        using Azure;
        using Azure.AI.OpenAI;
        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }
        """;

    private const string PlainClient =
        """
        using System.ClientModel;
        using OpenAI;
        class C { object M(string key) => new OpenAIClient([|new ApiKeyCredential(key)|], new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") }); }
        """;

    [Theory]
    [InlineData(SdkSet.Latest)]
    [InlineData(SdkSet.Stubs)]
    [InlineData(SdkSet.AzureOpenAI_2_1)]
    [InlineData(SdkSet.DuplicateCredentials)]
    public Task Azure_OpenAI_2(SdkSet set) => Verify.VerifyAsync(AzureClient, set);

    [Theory]
    [InlineData(SdkSet.Latest)]
    [InlineData(SdkSet.OpenAI_2_10)]
    [InlineData(SdkSet.OpenAI_2_13)]
    [InlineData(SdkSet.OpenAI_2_14)]
    [InlineData(SdkSet.OpenAI_2_15)]
    public Task The_plain_client_from_2_3_on(SdkSet set) => Verify.VerifyAsync(PlainClient, set);

    [Fact]
    public Task The_plain_client_of_2_1_takes_no_token() =>
        Verify.VerifyAsync(PlainClient.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal), SdkSet.AzureOpenAI_2_1);

    [Fact]
    public Task The_options_type_of_2_15() => Verify.VerifyAsync(
        """
        using System.ClientModel;
        using OpenAI.Batch;
        using OpenAI.Chat;
        class C
        {
            object Chat(string key) => new ChatClient("gpt", [|new ApiKeyCredential(key)|], new OpenAI.OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });
            object Batch(string key) => new BatchClient([|new ApiKeyCredential(key)|], new BatchClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });
        }
        """,
        SdkSet.OpenAI_2_15);

    [Fact]
    public Task Azure_OpenAI_1() => Verify.VerifyAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Identity;
        using Microsoft.Extensions.Azure;
        using Microsoft.Extensions.DependencyInjection;
        class C
        {
            OpenAIClient Field(Uri endpoint, string key) => new(endpoint, [|new AzureKeyCredential(key)|]);
            object Named(Uri endpoint, string key) => new OpenAIClient(keyCredential: [|new AzureKeyCredential(key)|], endpoint: endpoint);
            object Options(Uri endpoint, string key) => new OpenAIClient(endpoint, [|new AzureKeyCredential(key)|], new OpenAIClientOptions());
            void Register(IServiceCollection services, Uri endpoint, string key) => services.AddAzureClients(clients => clients.AddOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]));
            object PublicOpenAI(string key) => new OpenAIClient(key);
            object Token(Uri endpoint) => new OpenAIClient(endpoint, new DefaultAzureCredential());
            object Local(string key) => new OpenAIClient(new Uri("http://localhost:8080"), new AzureKeyCredential(key));
        }
        """,
        SdkSet.AzureOpenAI_1_0_beta6);

    [Fact]
    public Task The_real_retired_client() => Verify.VerifyAsync(
        """
        using Azure;
        using Azure.Search.Documents;
        using Microsoft.Azure.CognitiveServices.Vision.ComputerVision;
        class C(string key)
        {
            object Vision() => new ComputerVisionClient(new ApiKeyServiceClientCredentials([|key|])) { Endpoint = "https://contoso.cognitiveservices.azure.com" };
            object Search(Uri endpoint) => new SearchClient(endpoint, "docs", [|new AzureKeyCredential(key)|]);
        }
        """,
        SdkSet.OtherLibraries);

    [Fact]
    public Task The_community_library_has_no_token() => Verify.VerifyAsync(
        """class C { object M(string key) => new OpenAI_API.OpenAIAPI(new OpenAI_API.APIAuthentication(key)); }""",
        SdkSet.OpenAI_1_11);

    [Fact]
    public Task Services_without_Entra_support_are_quiet() => Verify.VerifyAsync(
        """class C { object M(Uri endpoint, string key) => new Azure.AI.AnomalyDetector.AnomalyDetectorClient(endpoint, new Azure.AzureKeyCredential(key)); }""",
        SdkSet.Stubs);

    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(key));""", "'AzureOpenAIClient'")]
    [InlineData("""object M() => new SearchClient(endpoint, "docs", new AzureKeyCredential(key));""", "'SearchClient'")]
    [InlineData("""object M() => SpeechConfig.FromSubscription(key, "westeurope");""", "FromSubscription'")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("gpt", endpoint.ToString(), key);""", "AddAzureOpenAIChatCompletion'")]
    [InlineData("""object M() => new AzureOpenAIConfig { APIKey = key };""", "'AzureOpenAIConfig.APIKey'")]
    [InlineData("""void M(IServiceCollection services) => services.AddAzureClients(clients => clients.AddSearchIndexClient(endpoint, new AzureKeyCredential(key)));""", "AddSearchIndexClient'")]
    public async Task The_message_names_the_member_and_the_credential(string member, string name)
    {
        var message = Assert.Single(await Findings.OfAsync<KeyCredentialAnalyzer>(Members(member))).GetMessage();
        Assert.Contains(name, message, StringComparison.Ordinal);
        Assert.Contains(" DefaultAzureCredential", message, StringComparison.Ordinal);
        Assert.DoesNotContain("package", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ai_security.credential", "managed_identity", "ManagedIdentityCredential")]
    [InlineData("ai_security.credential", "Managed_Identity", "ManagedIdentityCredential")]
    [InlineData("ai_security.credential", " managed_identity ", "ManagedIdentityCredential")]
    [InlineData("ai_security.AISEC101.credential", "managed_identity", "ManagedIdentityCredential")]
    [InlineData("ai_security.credential", "default", "DefaultAzureCredential")]
    [InlineData("ai_security.credential", "password", "DefaultAzureCredential")]
    [InlineData("ai_security.credential", "", "DefaultAzureCredential")]
    [InlineData("ai_security.AISEC102.credential", "managed_identity", "DefaultAzureCredential")]
    public async Task The_option_decides_which_credential_the_message_names(string option, string value, string credential)
    {
        var diagnostics = await Findings.OfAsync<KeyCredentialAnalyzer>(
            Members("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(key));"""),
            options: new Dictionary<string, string> { [option] = value });
        Assert.Contains(" " + credential, Assert.Single(diagnostics).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_option_of_the_rule_goes_before_the_common_one()
    {
        var diagnostics = await Findings.OfAsync<KeyCredentialAnalyzer>(
            Members("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(key));"""),
            options: new Dictionary<string, string> { ["ai_security.credential"] = "managed_identity", ["ai_security.AISEC101.credential"] = "default" });
        Assert.Contains(" DefaultAzureCredential", Assert.Single(diagnostics).GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("default", "DefaultAzureCredential")]
    [InlineData("managed_identity", "ManagedIdentityCredential")]
    public async Task The_message_names_the_package_that_is_missing(string option, string credential)
    {
        var source = AzureClient.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        var diagnostics = await Findings.OfAsync<KeyCredentialAnalyzer>(
            source, SdkSet.AzureOpenAI_2_1, new Dictionary<string, string> { ["ai_security.credential"] = option }, withoutAssembly: "Azure.Identity");
        var message = Assert.Single(diagnostics).GetMessage();
        Assert.Contains("package Azure.Identity", message, StringComparison.Ordinal);
        Assert.Contains(" " + credential, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    [InlineData(ReportDiagnostic.Warn, DiagnosticSeverity.Warning)]
    [InlineData(ReportDiagnostic.Info, DiagnosticSeverity.Info)]
    public async Task A_severity_that_the_user_sets_counts_for_switches_too(ReportDiagnostic set, DiagnosticSeverity severity)
    {
        var diagnostics = await Findings.OfAsync<KeyCredentialAnalyzer>(
            Members(
                """
                object M(bool useKey) => useKey ? new AzureOpenAIClient(endpoint, new AzureKeyCredential(key)) : new AzureOpenAIClient(endpoint, token);
                object N() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(key));
                """),
            severity: set);
        Assert.Equal([severity, severity], diagnostics.Select(diagnostic => diagnostic.Severity));
    }

    [Fact]
    public async Task The_diagnostic_carries_the_controls()
    {
        var diagnostic = Assert.Single(await Findings.OfAsync<KeyCredentialAnalyzer>(Members("""object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(key));""")));
        Assert.Equal("AiSecurity", diagnostic.Descriptor.Category);
        Assert.Contains("CWE-522", diagnostic.Properties["controls"], StringComparison.Ordinal);
        Assert.Contains("Guidance:Access 1", diagnostic.Properties["controls"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#pragma warning disable AISEC101\n", "\n#pragma warning restore AISEC101")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"AiSecurity\", \"AISEC101\", Justification = \"No Entra ID there\")]\n", "")]
    public Task Suppression_works(string before, string after) =>
        Verify.VerifyAsync(Members(before + "object M() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(key));" + after), SdkSet.Stubs);
}
