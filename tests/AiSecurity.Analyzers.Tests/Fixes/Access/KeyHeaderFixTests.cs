using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.KeyHeaderAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.KeyHeaderFix>;
using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>AISEC103: a token where the key was.</summary>
public class KeyHeaderFixTests
{
    private const string Usings = "global using System.Net.Http.Headers;\nglobal using Azure.Core;\nglobal using Azure.Identity;\nglobal using Microsoft.Extensions.Configuration;";

    [Theory]
    [InlineData("https://contoso.openai.azure.com/", "https://cognitiveservices.azure.com/.default")]
    [InlineData("https://contoso.services.ai.azure.com/", "https://ai.azure.com/.default")]
    [InlineData("https://contoso.search.windows.net/indexes", "https://search.azure.com/.default")]
    [InlineData("https://contoso.openai.azure.us/", "https://cognitiveservices.azure.us/.default")]
    [InlineData("https://contoso.westeurope.inference.ml.azure.com/score", "https://ml.azure.com/.default")]
    public Task The_scope_is_that_of_the_service(string url, string scope) => FixAsync(
        $$"""
        class C(TokenCredential credential)
        {
            async Task<HttpResponseMessage> M(HttpClient client, string key, CancellationToken cancellationToken)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, "{{url}}");
                // who asks
                [|request.Headers.Add("api-key", key)|]; // signed
                return await client.SendAsync(request, cancellationToken);
            }
        }
        """,
        $$"""
        class C(TokenCredential credential)
        {
            async Task<HttpResponseMessage> M(HttpClient client, string key, CancellationToken cancellationToken)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, "{{url}}");
                // who asks
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await credential.GetTokenAsync(new TokenRequestContext(new[] { "{{scope}}" }), cancellationToken)).Token); // signed
                return await client.SendAsync(request, cancellationToken);
            }
        }
        """);

    [Theory]
    [InlineData("request.Headers.Authorization = [|new AuthenticationHeaderValue(\"Bearer\", key)|];", "request.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", TOKEN);")]
    [InlineData("request.Headers.Authorization = [|new(\"Bearer\", key)|];", "request.Headers.Authorization = new(\"Bearer\", TOKEN);")]
    [InlineData("[|request.Headers.Add(\"Authorization\", $\"Bearer {key}\")|];", "request.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", TOKEN);")]
    [InlineData("[|request.Headers.TryAddWithoutValidation(\"api-key\", key)|];", "request.Headers.Authorization = new AuthenticationHeaderValue(\"Bearer\", TOKEN);")]
    public Task Without_a_credential_in_scope_a_new_one(string statement, string fixedStatement) => FixAsync(
        Program(statement), Program(fixedStatement.Replace("TOKEN", "(await new DefaultAzureCredential().GetTokenAsync(new TokenRequestContext(new[] { \"https://cognitiveservices.azure.com/.default\" }), default)).Token", StringComparison.Ordinal)));

    [Fact]
    public Task The_variable_that_held_the_key_goes_and_types_are_imported() => Verify.VerifyFixAsync(
        """
        using Azure.Identity;

        var credential = new DefaultAzureCredential();
        var apiKey = Environment.GetEnvironmentVariable("AZURE_OPENAI_KEY");
        var client = new HttpClient { BaseAddress = new Uri("https://contoso.openai.azure.com/") };
        [|client.DefaultRequestHeaders.Add("api-key", apiKey)|];
        Console.WriteLine(await client.GetStringAsync("openai/models"));
        """,
        """
        using System.Net.Http.Headers;
        using Azure.Core;
        using Azure.Identity;

        var credential = new DefaultAzureCredential();
        var client = new HttpClient { BaseAddress = new Uri("https://contoso.openai.azure.com/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await credential.GetTokenAsync(new TokenRequestContext(new[] { "https://cognitiveservices.azure.com/.default" }), default)).Token);
        Console.WriteLine(await client.GetStringAsync("openai/models"));
        """,
        "AISEC103.token");

    [Theory]
    [InlineData("void M(HttpClient client, string key) { client.BaseAddress = new Uri(\"https://contoso.openai.azure.com\"); [|client.DefaultRequestHeaders.Add(\"api-key\", key)|]; }")]
    [InlineData("async Task M(HttpClient client, string key) { client.BaseAddress = new Uri(\"https://westeurope.api.cognitive.microsoft.com\"); [|client.DefaultRequestHeaders.Add(\"api-key\", key)|]; await Task.Yield(); }")]
    [InlineData("async Task M(HttpClient client, string key) { client.BaseAddress = new Uri(\"https://contoso.openai.azure.com\"); foreach (var (n, v) in new[] { [|(\"api-key\", key)|] }) client.DefaultRequestHeaders.Add(n, v); await Task.Yield(); }")]
    public Task Where_nothing_can_be_awaited_or_no_token_is_taken(string member) => Verify.VerifyNoFixAsync("class C { " + member + " }");

    private static string Program(string statement) =>
        "class C { async Task M(string key) { var request = new HttpRequestMessage(HttpMethod.Get, \"https://contoso.openai.azure.com/\"); await Task.Yield(); " + statement + " } }";

    private static Task FixAsync(string source, string fixedSource) => Verify.VerifyFixAsync(source, fixedSource, "AISEC103.token", configure: test => test.AddSource("/0/Usings.cs", Usings));
}
