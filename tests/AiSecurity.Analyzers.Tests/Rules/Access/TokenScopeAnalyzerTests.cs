using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.TokenScopeAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC108.</summary>
public class TokenScopeAnalyzerTests
{
    private const string Usings =
        "using System.ClientModel.Primitives;\nusing System.Net.Http.Headers;\nusing Azure;\nusing Azure.AI.Inference;\nusing Azure.AI.OpenAI;\nusing Azure.AI.TextAnalytics;\nusing Azure.Core;\nusing Azure.Core.Pipeline;\nusing Azure.Identity;\n"
        + "using Microsoft.Extensions.Configuration;\nusing Microsoft.Identity.Client;\nusing OpenAI;\nusing OpenAI.Chat;\n";

    [Theory]
    [InlineData("https://contoso.openai.azure.com/openai/v1/", "https://management.azure.com/.default")]
    [InlineData("https://contoso.openai.azure.com/openai/v1/", "https://management.core.windows.net//.default")]
    [InlineData("https://contoso.openai.azure.com/openai/v1/", "https://graph.microsoft.com/.default")]
    [InlineData("https://contoso.openai.azure.com/openai/v1/", "https://storage.azure.com/.default")]
    [InlineData("https://contoso.openai.azure.com/openai/v1/", "https://ml.azure.com/.default")]
    [InlineData("https://contoso.openai.azure.com/openai/v1/", "https://search.azure.com/.default")]
    [InlineData("https://contoso.openai.azure.com/openai/v1/", "https://cognitiveservices.azure.com")]
    [InlineData("https://contoso.openai.azure.com/openai/v1/", "https://cognitiveservices.azure.com/")]
    [InlineData("https://contoso.openai.azure.us/openai/v1/", "https://cognitiveservices.azure.com/.default")]
    [InlineData("https://contoso.services.ai.azure.com/openai/v1/", "https://ml.azure.com/.default")]
    public Task A_policy_of_a_client(string url, string scope) => VerifyAsync($$"""
        object M() => new OpenAIClient(new BearerTokenPolicy(token, [|"{{scope}}"|]), new OpenAIClientOptions { Endpoint = new Uri("{{url}}") });
        object N() { var options = new OpenAIClientOptions { Endpoint = new Uri("{{url}}") }; var policy = new BearerTokenPolicy(token, [|"{{scope}}"|]); return new ChatClient("gpt", policy, options); }
        """);

    [Theory]
    [InlineData("https://contoso.openai.azure.com/openai/v1/", "https://cognitiveservices.azure.com/.default")]
    [InlineData("https://contoso.openai.azure.com/openai/v1/", "https://ai.azure.com/.default")]
    [InlineData("https://contoso.services.ai.azure.com/openai/v1/", "https://ai.azure.com/.default")]
    [InlineData("https://contoso.services.ai.azure.com/openai/v1/", "https://cognitiveservices.azure.com/.default")]
    [InlineData("https://contoso.openai.azure.us/openai/v1/", "https://cognitiveservices.azure.us/.default")]
    [InlineData("https://contoso.westeurope.inference.ml.azure.com/v1", "https://ml.azure.com/.default")]
    [InlineData("https://contoso.openai.azure.com/openai/v1/", "api://contoso-gateway/.default")]
    [InlineData("https://contoso.azure-api.net/openai/v1/", "https://management.azure.com/.default")]
    [InlineData("https://ai.contoso.com/openai/v1/", "https://ml.azure.com/.default")]
    [InlineData("https://api.openai.com/v1/", "https://graph.microsoft.com/.default")]
    public Task Right_or_unknown_scopes(string url, string scope) => VerifyAsync(
        $$"""object M() => new OpenAIClient(new BearerTokenPolicy(token, "{{scope}}"), new OpenAIClientOptions { Endpoint = new Uri("{{url}}") });""");

    [Theory]
    [InlineData("""object M() => new OpenAIClient(new BearerTokenPolicy(token, [|"https://management.azure.com/.default"|]), new OpenAIClientOptions { Endpoint = new Uri(configuration["Endpoint"]!) });""")]
    [InlineData("""object M() => new OpenAIClient(new BearerTokenPolicy(token, "https://ml.azure.com/.default"), new OpenAIClientOptions { Endpoint = new Uri(configuration["Endpoint"]!) });""")]
    [InlineData("""const string Scope = "https://graph.microsoft.com/.default"; object M() => new OpenAIClient(new BearerTokenPolicy(token, [|Scope|]), new OpenAIClientOptions { Endpoint = new Uri(configuration["Endpoint"]!) });""")]
    [InlineData("""object M(string scope) => new OpenAIClient(new BearerTokenPolicy(token, scope), new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com") });""")]
    [InlineData("""object M() { var options = new AzureAIInferenceClientOptions(); options.AddPolicy(new BearerTokenAuthenticationPolicy(token, [|"https://management.azure.com/.default"|]), HttpPipelinePosition.PerRetry); return options; }""")]
    [InlineData("""object M() { var options = new AzureAIInferenceClientOptions(); options.AddPolicy(new BearerTokenAuthenticationPolicy(token, new[] { "https://cognitiveservices.azure.com/.default" }), HttpPipelinePosition.PerRetry); return options; }""")]
    public Task Endpoints_and_scopes_that_are_not_known(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("""var t = await token.GetTokenAsync(new TokenRequestContext(new[] { [|"https://management.azure.com/.default"|] }), default); request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", t.Token);""")]
    [InlineData("""var t = await token.GetTokenAsync(new TokenRequestContext([[|"https://ml.azure.com/.default"|]]), default); request.Headers.Authorization = new("Bearer", t.Token);""")]
    [InlineData("""var context = new TokenRequestContext([[|"https://cognitiveservices.azure.com"|]]); request.Headers.Add("Authorization", $"Bearer {token.GetToken(context, default).Token}");""")]
    [InlineData("""string[] scopes = [[|"https://graph.microsoft.com/.default"|]]; request.Headers.Add("Authorization", "Bearer " + (await token.GetTokenAsync(new(scopes), default)).Token); await Task.Yield();""")]
    [InlineData("""var r = await app.AcquireTokenForClient(new[] { [|"https://management.azure.com/.default"|] }).ExecuteAsync(); request.Headers.Authorization = new("Bearer", r.AccessToken);""")]
    [InlineData("""request.Headers.Authorization = new("Bearer", await Get()); async Task<string> Get() => (await token.GetTokenAsync(new TokenRequestContext([[|"https://management.azure.com/.default"|]]), default)).Token;""")]
    [InlineData("""var t = await token.GetTokenAsync(new TokenRequestContext(["https://cognitiveservices.azure.com/.default"]), default); request.Headers.Authorization = new("Bearer", t.Token);""")]
    [InlineData("""var t = await token.GetTokenAsync(new TokenRequestContext(["https://management.azure.com/.default"]), default); var other = new HttpRequestMessage(HttpMethod.Get, "https://management.azure.com/subscriptions"); other.Headers.Authorization = new("Bearer", t.Token);""")]
    [InlineData("""var t = await token.GetTokenAsync(new TokenRequestContext(["https://management.azure.com/.default"]), default); var other = new HttpRequestMessage(HttpMethod.Get, configuration["Url"]); other.Headers.Authorization = new("Bearer", t.Token);""")]
    public Task Tokens_in_headers(string statements) => VerifyAsync(
        "async Task M(IConfidentialClientApplication app) { var request = new HttpRequestMessage(HttpMethod.Post, \"https://contoso.openai.azure.com/openai/v1/responses\"); await Task.Yield(); " + statements + " }");

    [Theory]
    [InlineData("https://dynamicsessions.io/.default", false)]
    [InlineData("https://acasessions.io/.default", false)]
    [InlineData("https://management.azure.com/.default", true)]
    [InlineData("https://cognitiveservices.azure.com/.default", true)]
    public Task Dynamic_sessions(string scope, bool isWrong)
    {
        var written = isWrong ? $"[|\"{scope}\"|]" : $"\"{scope}\"";
        return VerifyAsync($$"""
            async Task M()
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "https://westeurope.dynamicsessions.io/subscriptions/a/sessionPools/b/executions");
                request.Headers.Authorization = new("Bearer", (await token.GetTokenAsync(new TokenRequestContext([{{written}}]), default)).Token);
            }
            """);
    }

    [Theory]
    [InlineData("""object M() => new TextAnalyticsClient([|new Uri("https://westeurope.api.cognitive.microsoft.com/")|], token);""")]
    [InlineData("""object M(string region) => new TextAnalyticsClient([|new Uri($"https://{region}.api.cognitive.microsoft.com/")|], token);""")]
    [InlineData("""readonly Uri regional = new("https://westeurope.api.cognitive.microsoft.com/"); object M() => new TextAnalyticsClient([|regional|], token);""")]
    [InlineData("""object M() => new TextAnalyticsClient(new Uri("https://westeurope.api.cognitive.microsoft.com/"), new AzureKeyCredential(key));""")]
    [InlineData("""object M() => new TextAnalyticsClient(new Uri("https://contoso.cognitiveservices.azure.com/"), token);""")]
    [InlineData("""object M() => new TextAnalyticsClient(new Uri(configuration["Endpoint"]!), token);""")]
    [InlineData("""object M(bool own) => new TextAnalyticsClient(new Uri(own ? "https://contoso.cognitiveservices.azure.com/" : "https://westeurope.api.cognitive.microsoft.com/"), token);""")]
    public Task Regional_endpoints(string members) => VerifyAsync(members);

    [Fact]
    public Task Test_projects() => Verify.VerifyAsync(
        Source("""object M() => new TextAnalyticsClient(new Uri("https://westeurope.api.cognitive.microsoft.com/"), token);"""), SdkSet.Stubs, test => test.SetOption("build_property.IsTestProject", "true"));

    [Theory]
    [InlineData("""object M() => new OpenAIClient(new BearerTokenPolicy(token, ), new OpenAIClientOptions { Endpoint = });""")]
    [InlineData("""object M() => new TextAnalyticsClient(new Uri(, token);""")]
    public Task Broken_code(string members) => Verify.VerifyAsync(Source(members), SdkSet.Stubs, test => test.TolerateCompileErrors());

    private static Task VerifyAsync(string members) => Verify.VerifyAsync(Source(members), SdkSet.Stubs);

    private static string Source(string members) => Usings + "class C(string key, TokenCredential token, IConfiguration configuration)\n{\n" + members + "\nobject Use() => (key, token, configuration);\n}";
}
