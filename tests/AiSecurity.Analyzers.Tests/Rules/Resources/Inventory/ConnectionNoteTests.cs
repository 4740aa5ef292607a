namespace AiSecurity.Analyzers.Tests.Rules.Resources.Inventory;

/// <summary>AISEC505: models and services, how they are named, reached and signed in to.</summary>
public class ConnectionNoteTests
{
    private const string Usings = "using System.ClientModel; using Azure; using Azure.AI.ContentSafety; using Azure.AI.OpenAI; using Azure.Core; using Azure.Identity; using Microsoft.Extensions.AI; using Microsoft.Extensions.Configuration; using Microsoft.Extensions.DependencyInjection; using Microsoft.SemanticKernel; using OpenAI; using OpenAI.Chat;\n";

    [Theory]
    [InlineData("new AzureOpenAIClient(new Uri(\"https://contoso.openai.azure.com\"), new DefaultAzureCredential())", "endpoint=contoso.openai.azure.com; credential=entra")]
    [InlineData("new AzureOpenAIClient(new Uri(\"https://contoso.openai.azure.com\"), new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned))", "endpoint=contoso.openai.azure.com; credential=managed-identity")]
    [InlineData("new AzureOpenAIClient(new Uri(\"https://contoso.openai.azure.com\"), token)", "endpoint=contoso.openai.azure.com; credential=entra")]
    [InlineData("new AzureOpenAIClient(new Uri(\"https://contoso.openai.azure.com\"), new ApiKeyCredential(key))", "endpoint=contoso.openai.azure.com; credential=key")]
    [InlineData("new AzureOpenAIClient(new Uri(\"https://contoso.openai.azure.com\"), new AzureKeyCredential(key))", "endpoint=contoso.openai.azure.com; credential=key")]
    [InlineData("new AzureOpenAIClient(new Uri(\"https://someone:secret@contoso.openai.azure.com:8443/path?sig=secret\"), token)", "endpoint=contoso.openai.azure.com; credential=entra")]
    [InlineData("new AzureOpenAIClient(new Uri($\"https://{key}.openai.azure.com\"), token)", "endpoint=*.openai.azure.com; credential=entra")]
    [InlineData("new AzureOpenAIClient(new Uri(configuration[\"AzureOpenAI:Endpoint\"]!), token)", "endpoint-source=configuration:AzureOpenAI:Endpoint; credential=entra")]
    [InlineData("new AzureOpenAIClient(new Uri(Environment.GetEnvironmentVariable(\"AOAI_ENDPOINT\")!), token)", "endpoint-source=configuration:AOAI_ENDPOINT; credential=entra")]
    public async Task A_client(string creation, string expected) =>
        Assert.Equal(["kind=service; name=AzureOpenAIClient; sdk=Azure.AI.OpenAI; " + expected], await Notes.OfAsync(Source($"object M() => {creation};")));

    [Theory]
    [InlineData("client.GetChatClient(\"gpt-4o\")", "name=gpt-4o; sdk=Azure.AI.OpenAI; credential=unknown; model=gpt-4o")]
    [InlineData("client.GetChatClient(configuration[\"AzureOpenAI:Deployment\"]!)", "name-source=configuration:AzureOpenAI:Deployment; sdk=Azure.AI.OpenAI; credential=unknown; model-source=configuration:AzureOpenAI:Deployment")]
    [InlineData("client.GetChatClient(configuration.GetSection(\"AzureOpenAI\")[\"Deployment\"] ?? \"gpt-4o\")", "name=gpt-4o; name-source=configuration:AzureOpenAI:Deployment; sdk=Azure.AI.OpenAI; credential=unknown; model=gpt-4o; model-source=configuration:AzureOpenAI:Deployment")]
    [InlineData("client.GetChatClient(settings.Deployment)", "name-source=member:Settings.Deployment; sdk=Azure.AI.OpenAI; credential=unknown; model-source=member:Settings.Deployment")]
    [InlineData("client.GetChatClient(key)", "sdk=Azure.AI.OpenAI; credential=unknown")]
    [InlineData("builder.AddAzureOpenAIChatCompletion(\"gpt-4o\", \"https://contoso.openai.azure.com\", token)", "name=gpt-4o; sdk=Microsoft.SemanticKernel.Connectors.AzureOpenAI; endpoint=contoso.openai.azure.com; credential=entra; model=gpt-4o")]
    [InlineData("builder.AddAzureOpenAIChatCompletion(\"gpt-4o\", \"https://contoso.openai.azure.com\", key)", "name=gpt-4o; sdk=Microsoft.SemanticKernel.Connectors.AzureOpenAI; endpoint=contoso.openai.azure.com; credential=key; model=gpt-4o")]
    [InlineData("new ChatClient(\"phi-4\", new ApiKeyCredential(\"unused\"), new OpenAIClientOptions { Endpoint = new Uri(\"http://localhost:5273/v1\") })", "name=phi-4; sdk=OpenAI; endpoint=localhost; credential=none; model=phi-4")]
    [InlineData("new ChatClient(\"gpt-4o\", key)", "name=gpt-4o; sdk=OpenAI; credential=key; model=gpt-4o")]
    public async Task A_model(string expression, string expected) =>
        Assert.Equal(["kind=model; " + expected], await Notes.OfAsync(Source($"object M(AzureOpenAIClient client, IKernelBuilder builder, Settings settings) => {expression};")));

    [Fact]
    public async Task A_model_whose_client_another_service_of_the_file_is() => Assert.Equal(
        [
            "kind=service; name=AzureOpenAIClient; sdk=Azure.AI.OpenAI; endpoint=contoso.openai.azure.com; credential=entra",
            "kind=model; name=gpt-4o; sdk=Azure.AI.OpenAI; endpoint=contoso.openai.azure.com; credential=entra; model=gpt-4o; guards=logging,telemetry",
        ],
        await Notes.OfAsync(Source(
            """
            void M(IServiceCollection services)
            {
                services.AddSingleton(_ => new AzureOpenAIClient(new Uri("https://contoso.openai.azure.com"), token));
                services.AddChatClient(sp => sp.GetRequiredService<AzureOpenAIClient>().GetChatClient("gpt-4o").AsIChatClient()).UseOpenTelemetry().UseLogging();
            }
            """)));

    [Fact]
    public async Task Of_two_ways_to_sign_in_the_weaker_is_told() => Assert.Contains(
        "kind=model; name=gpt-4o; sdk=Azure.AI.OpenAI; endpoint=contoso.openai.azure.com; credential=key; model=gpt-4o",
        await Notes.OfAsync(Source(
            """
            object M(bool local)
            {
                var endpoint = new Uri("https://contoso.openai.azure.com");
                return (local ? new AzureOpenAIClient(endpoint, new ApiKeyCredential(key)) : new AzureOpenAIClient(endpoint, token)).GetChatClient("gpt-4o");
            }
            """)));

    [Theory]
    [InlineData("Microsoft.CognitiveServices.Speech.SpeechConfig.FromSubscription(key, \"westeurope\")", "name=SpeechConfig; sdk=Microsoft.CognitiveServices.Speech; credential=key")]
    [InlineData("services.AddAzureAISearchVectorStore(new Uri(\"https://contoso.search.windows.net\"), new AzureKeyCredential(key))", "name=AddAzureAISearchVectorStore")]
    public async Task What_a_factory_makes_is_called_as_its_class(string expression, string expected) =>
        Assert.Contains(await Notes.OfAsync(Source($"object M(IServiceCollection services) => {expression};")), note => note.Contains(expected, StringComparison.Ordinal));

    [Theory]
    [InlineData("settings => settings.Credential = token", "credential=entra")]
    [InlineData("configureSettings: settings => { settings.Key = key; }", "credential=key")]
    [InlineData("settings => { }", "credential=unknown")]
    public async Task A_registration_with_what_its_function_sets(string settings, string expected) => Assert.Equal(
        ["kind=service; name=openai; sdk=Aspire.Azure.AI.OpenAI; " + expected],
        await Notes.OfAsync("using Microsoft.Extensions.Hosting;\n" + Source($"void M(IHostApplicationBuilder builder) => builder.AddAzureOpenAIClient(\"openai\", {settings});")));

    [Theory]
    [InlineData("\"https://contoso.openai.azure.com\"", "is reached at 'contoso.openai.azure.com' and signs in")]
    [InlineData("configuration[\"AzureOpenAI:Endpoint\"]!", "is reached at a host from configuration:AzureOpenAI:Endpoint and signs in")]
    public async Task A_host_in_a_sentence(string endpoint, string expected) =>
        Assert.Contains(expected, Assert.Single(await Notes.DiagnosticsAsync(Source($"object M() => new AzureOpenAIClient(new Uri({endpoint}), token);"))).GetMessage(), StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_of_a_key_is_in_a_note()
    {
        var key = "3f9a7c1e" + "2b4d6f80";
        var notes = await Notes.DiagnosticsAsync(Source($"object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion(\"gpt-4o\", \"https://contoso.openai.azure.com/?key={key}\", \"{key}\"); object N() => new ChatClient(\"gpt-4o\", \"{key}\");"));
        Assert.Equal(2, notes.Length);
        Assert.All(notes, note => Assert.DoesNotContain("3f9a7c1e", note.GetMessage() + string.Join(' ', note.Properties.Values), StringComparison.Ordinal));
    }

    private static string Source(string members) => Usings + "class Settings { public string Deployment { get; set; } = null!; }\nclass C(string key, TokenCredential token, IConfiguration configuration)\n{\n" + members + "\nobject Use() => (key, token, configuration);\n}";
}
