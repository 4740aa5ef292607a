using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>Findings for which no edit of one file can be right.</summary>
public partial class KeyCredentialFixTests
{
    public static TheoryData<string> NotOurs =>
    [
        // Whoever calls this has to change.
        "class C { object M(Uri endpoint, AzureKeyCredential credential) => new AzureOpenAIClient(endpoint, [|credential|]); }",
        "class C(AzureKeyCredential credential) { object M(Uri endpoint) => new AzureOpenAIClient(endpoint, [|credential|]); }",
        "class C { Func<AzureKeyCredential, object> M(Uri endpoint) => credential => new AzureOpenAIClient(endpoint, [|credential|]); }",
        "class C { public required AzureKeyCredential Credential { get; init; } object M(Uri endpoint) => new AzureOpenAIClient(endpoint, [|Credential|]); }",
        "static class Keys { public static AzureKeyCredential Create(string key) => [|new AzureKeyCredential(key)|]; } class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, Keys.Create(key)); }",
        // The registration offers no overload of this shape.
        "using Microsoft.Extensions.Azure;\n\nclass C { void M(IServiceCollection services, Uri endpoint, string key) => services.AddAzureClients(clients => clients.AddSearchClient(endpoint, \"docs\", [|new AzureKeyCredential(key)|])); }",
        "using Microsoft.Extensions.Azure;\n\nclass C { void M(IServiceCollection services, Uri endpoint, string key) => services.AddAzureClients(clients => clients.AddSearchIndexClient(endpoint, [|new AzureKeyCredential(key)|])); }",
        // A policy of one's own, whose client has an authentication of its own too.
        "using System.ClientModel.Primitives;\n\nclass C { object M(Uri endpoint, TokenCredential token, AzureOpenAIClientOptions options, string key) { options.AddPolicy(ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy([|new ApiKeyCredential(key)|], \"api-key\"), PipelinePosition.PerCall); return options; } }",
    ];

    [Theory]
    [MemberData(nameof(NotOurs))]
    public Task Nothing_is_offered(string source) => NoFixAsync(source);

    /// <summary>A credential from the container is a matter of how it is registered.</summary>
    [Fact]
    public Task Credential_from_the_container_is_replaced_where_it_is_taken() => FixAsync(
        """
        class C
        {
            object M(IServiceProvider services, Uri endpoint) => new AzureOpenAIClient(endpoint, [|services.GetRequiredService<AzureKeyCredential>()|]);
        }
        """,
        """
        class C
        {
            object M(IServiceProvider services, Uri endpoint) => new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
        }
        """);

    /// <summary>The argument is replaced, whatever the types in it were.</summary>
    [Fact]
    public Task Code_that_does_not_compile_elsewhere_is_fixed_all_the_same() => FixAsync(
        "class C { object M(Uri endpoint, string key) { {|CS0103:Missing|}(); return new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); } }",
        "class C { object M(Uri endpoint, string key) { {|CS0103:Missing|}(); return new AzureOpenAIClient(endpoint, new DefaultAzureCredential()); } }");

    [Fact]
    public Task Test_projects_are_not_looked_at() => FixAsync(
        "class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(key)); }",
        "class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(key)); }",
        configure: test => test.SetOption("build_property.IsTestProject", "true"));
}
