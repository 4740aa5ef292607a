using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.TokenScopeAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.TokenScopeFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>AISEC108: the service's own scope.</summary>
public class TokenScopeFixTests
{
    private const string Usings = "using System.ClientModel.Primitives;\nusing Azure.AI.TextAnalytics;\nusing Azure.Core;\nusing OpenAI;\nusing OpenAI.Chat;\n";

    [Theory]
    [InlineData("https://contoso.openai.azure.com/openai/v1/", "https://management.azure.com/.default", "https://cognitiveservices.azure.com/.default")]
    [InlineData("https://contoso.openai.azure.com/openai/v1/", "https://ai.azure.com", "https://ai.azure.com/.default")]
    [InlineData("https://contoso.services.ai.azure.com/openai/v1/", "https://ml.azure.com/.default", "https://ai.azure.com/.default")]
    [InlineData("https://contoso.openai.azure.us/openai/v1/", "https://cognitiveservices.azure.com/.default", "https://cognitiveservices.azure.us/.default")]
    public Task The_literal_changes(string url, string scope, string fixedScope) => Verify.VerifyFixAsync(Program(url, $"[|\"{scope}\"|] /* scope */"), Program(url, $"\"{fixedScope}\" /* scope */"), "AISEC108.scope");

    [Fact]
    public Task A_constant_that_served_nothing_else_goes() => Verify.VerifyFixAsync(
        Usings.Replace("using Azure.AI.TextAnalytics;\n", "", StringComparison.Ordinal) + """
        class C
        {
            private const string Scope = "https://management.azure.com/.default";

            ChatClient M(TokenCredential token) => new("gpt", new BearerTokenPolicy(token, [|Scope|]), new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });
        }
        """,
        Usings.Replace("using Azure.AI.TextAnalytics;\n", "", StringComparison.Ordinal) + """
        class C
        {
            ChatClient M(TokenCredential token) => new("gpt", new BearerTokenPolicy(token, "https://cognitiveservices.azure.com/.default"), new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });
        }
        """,
        "AISEC108.scope");

    [Fact]
    public Task A_regional_endpoint_has_no_fix() => Verify.VerifyNoFixAsync(
        Usings + """class C { object M(TokenCredential token) => new TextAnalyticsClient([|new Uri("https://westeurope.api.cognitive.microsoft.com/")|], token); }""", SdkSet.Stubs);

    private static string Program(string url, string scope) =>
        Usings.Replace("using Azure.AI.TextAnalytics;\n", "", StringComparison.Ordinal) + "class C { object M(TokenCredential token) => new OpenAIClient(new BearerTokenPolicy(token, " + scope + "), new OpenAIClientOptions { Endpoint = new Uri(\"" + url + "\") }); }";
}
