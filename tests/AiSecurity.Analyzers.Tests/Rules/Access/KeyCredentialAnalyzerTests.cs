using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using static AiSecurity.Analyzers.Tests.Rules.Access.KeySource;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.KeyCredentialAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC101: which keys are reported, and where.</summary>
public class KeyCredentialAnalyzerTests
{
    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, [|new ApiKeyCredential(key)|]);""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|], new AzureOpenAIClientOptions());""")]
    [InlineData("""object M() => new SearchClient(endpoint, "docs", [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new SearchIndexClient(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new SearchIndexerClient(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new ChatCompletionsClient(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new EmbeddingsClient(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new ContentSafetyClient(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new BlocklistClient(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new TextAnalyticsClient(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new DocumentIntelligenceClient(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new ImageAnalysisClient(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new FaceClient(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new ConversationAnalysisClient(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new TextTranslationClient([|new AzureKeyCredential(key)|], "westeurope");""")]
    [InlineData("""object M() => new Azure.AI.FormRecognizer.DocumentAnalysis.DocumentAnalysisClient(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new Azure.AI.VoiceLive.VoiceLiveClient(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new Azure.AI.OpenAI.Assistants.AssistantsClient(endpoint, [|new AzureKeyCredential(key)|]);""")]
    public Task Reports_the_creation_of_a_key_credential(string member) => VerifyAsync(member);

    /// <summary>What Razor makes of a component holds the code that people wrote in the component.</summary>
    [Theory]
    [InlineData("/0/Components_Pages_Home_razor.g.cs")]
    [InlineData("/0/Pages_Index_cshtml.g.cs")]
    public Task Component_of_markup(string file) => Verify.VerifyAsync("class C { }", configure: test =>
    {
        test.TestBehaviors |= TestBehaviors.SkipGeneratedCodeCheck;
        test.AddSource(file, "class Home { object M(System.Uri endpoint, string key) => new Azure.AI.OpenAI.AzureOpenAIClient(endpoint, [|new Azure.AzureKeyCredential(key)|]); }");
    });

    [Theory]
    [InlineData("""object M() => SpeechConfig.FromSubscription([|key|], "westeurope");""")]
    [InlineData("""object M() => SpeechConfig.FromSubscription(region: "westeurope", subscriptionKey: [|key|]);""")]
    [InlineData("""object M() => SpeechConfig.FromEndpoint(endpoint, [|key|]);""")]
    [InlineData("""object M() => SpeechConfig.FromHost(endpoint, [|key|]);""")]
    [InlineData("""object M() => SpeechConfig.FromEndpoint(endpoint, [|new ApiKeyCredential(key)|]);""")]
    [InlineData("""object M() => SpeechConfig.FromSubscription([|configuration["Speech:Key"]|]!, "westeurope");""")]
    public Task Reports_the_factories_of_Speech(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("gpt", "https://contoso.openai.azure.com", [|key|]);""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion(apiKey: [|key|], endpoint: "https://contoso.openai.azure.com", deploymentName: "gpt");""")]
    [InlineData("""object M(IKernelBuilder builder) => AzureOpenAIKernelBuilderExtensions.AddAzureOpenAIChatCompletion(builder, "gpt", "https://contoso.openai.azure.com", [|key|]);""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("gpt", endpoint.ToString(), [|key|]).AddAzureOpenAIEmbeddingGenerator("ada", endpoint.ToString(), [|key|]).Build();""")]
    [InlineData("""void M(IKernelBuilder builder) => builder.Services.AddAzureOpenAIChatCompletion("gpt", endpoint.ToString(), [|key|]);""")]
    [InlineData("""void M(IServiceCollection services) => services.AddAzureOpenAIChatCompletion("gpt", endpoint.ToString(), [|key|]);""")]
    [InlineData("""void M(IServiceCollection services) => services.AddAzureOpenAIChatClient("gpt", endpoint.ToString(), [|key|]);""")]
    [InlineData("""Kernel M() => Kernel.CreateBuilder().AddAzureOpenAIChatCompletion("gpt", endpoint.ToString(), [|key|]).Build();""")]
    [InlineData("""IKernelBuilder M(IKernelBuilder builder, string kind) => kind switch { "azure" => builder.AddAzureOpenAIChatCompletion("gpt", endpoint.ToString(), [|key|]), _ => builder };""")]
    [InlineData("""object M() => new AzureOpenAIChatCompletionService("gpt", endpoint.ToString(), [|key|]);""")]
    [InlineData("""AzureOpenAIChatCompletionService M() => new(deploymentName: "gpt", apiKey: [|key|], endpoint: endpoint.ToString());""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureAIInferenceChatCompletion("gpt", [|key|], endpoint);""")]
    public Task Reports_the_key_in_every_receiver_of_Semantic_Kernel(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("""object M() => new AzureOpenAIConfig { APIKey = [|key|], Auth = AzureOpenAIConfig.AuthTypes.APIKey };""")]
    [InlineData("""AzureOpenAIConfig M() => new() { Auth = AzureOpenAIConfig.AuthTypes.APIKey, APIKey = [|key|] };""")]
    [InlineData("""object M() { var config = new AzureAISearchConfig(); config.Auth = AzureAISearchConfig.AuthTypes.APIKey; config.APIKey = [|key|]; return config; }""")]
    [InlineData("""object M(IKernelMemoryBuilder builder) => builder.WithAzureAISearchMemoryDb("https://contoso.search.windows.net", [|key|]);""")]
    [InlineData("""void M(IHostApplicationBuilder builder) => builder.AddAzureOpenAIClient("openai", settings => settings.Key = [|key|]);""")]
    [InlineData("""void M(IHostApplicationBuilder builder) => builder.AddAzureOpenAIClient("openai", settings => { settings.Key = [|configuration["OpenAI:Key"]|]; });""")]
    [InlineData("""object M() => new Aspire.Azure.Search.Documents.AzureSearchSettings { Key = [|key|] };""")]
    public Task Reports_keys_in_options_objects(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("""void M(IServiceCollection services) => services.AddSingleton(sp => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]));""")]
    [InlineData("""void M(IServiceCollection services) => services.AddSingleton(_ => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(configuration["Key"]!)|]));""")]
    [InlineData("""void M(IServiceCollection services) => services.AddSingleton<AzureOpenAIClient>(sp => { var settings = sp.GetRequiredService<IConfiguration>(); return new(endpoint, [|new AzureKeyCredential(settings["Key"]!)|]); });""")]
    [InlineData("""void M(IServiceCollection services) => services.AddKeyedSingleton("a", (sp, name) => new SearchIndexClient(endpoint, [|new AzureKeyCredential(key)|]));""")]
    [InlineData("""void M(IServiceCollection services) => services.AddSingleton(sp => new AzureOpenAIClient(endpoint, [|sp.GetRequiredService<AzureKeyCredential>()|]));""")]
    [InlineData("""void M(IServiceCollection services) => services.AddAzureClients(clients => clients.AddSearchIndexClient(endpoint, [|new AzureKeyCredential(key)|]));""")]
    [InlineData("""void M(IServiceCollection services) => services.AddAzureClients(clients => { clients.AddSearchClient(endpoint, "docs", [|new AzureKeyCredential(key)|]); clients.AddChatCompletionsClient(endpoint, [|new AzureKeyCredential(key)|]); });""")]
    [InlineData("""void M(IServiceCollection services) => services.AddAzureClients(clients => clients.AddClient<AzureOpenAIClient, AzureOpenAIClientOptions>(options => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|], options)));""")]
    [InlineData("""object M(ConcurrentDictionary<string, AzureOpenAIClient> clients) => clients.GetOrAdd(key, _ => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]));""")]
    [InlineData("""object M(ConcurrentDictionary<string, AzureOpenAIClient> clients) => clients.GetOrAdd(key, k => new(endpoint, [|new AzureKeyCredential(k)|]));""")]
    [InlineData("""object M() => new Lazy<AzureOpenAIClient>(() => new(endpoint, [|new AzureKeyCredential(key)|]));""")]
    [InlineData("""Func<AzureOpenAIClient> M() { return delegate { return new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]); }; }""")]
    public Task Reports_in_lambdas_and_registrations(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("""object M() { AzureOpenAIClient Create() => new(endpoint, [|new AzureKeyCredential(key)|]); return Create(); }""")]
    [InlineData("""object M() { static AzureOpenAIClient Create(Uri e, string k) { return new AzureOpenAIClient(e, [|new AzureKeyCredential(k)|]); } return Create(endpoint, key); }""")]
    [InlineData("""AzureOpenAIClient _client = new(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""readonly SearchClient _client = new SearchClient(endpoint, "docs", [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""AzureOpenAIClient Client { get; } = new(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""AzureOpenAIClient Client => new(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""AzureOpenAIClient? _client; AzureOpenAIClient Client => _client ??= new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""AzureOpenAIClient? _client; AzureOpenAIClient Client { get { return _client ??= new(endpoint, [|new AzureKeyCredential(key)|]); } }""")]
    [InlineData("""async Task<AzureOpenAIClient> M() { await Task.Yield(); return new(endpoint, [|new AzureKeyCredential(key)|]); }""")]
    [InlineData("""async Task<AzureOpenAIClient> M(Task<string> secret) => new(endpoint, [|new AzureKeyCredential(await secret)|]);""")]
    [InlineData("""async ValueTask M(Func<Task<string>> secret) { var client = new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(await secret().ConfigureAwait(false))|]); _ = client; }""")]
    [InlineData("""IEnumerable<AzureOpenAIClient> M(string[] keys) { foreach (var k in keys) yield return new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(k)|]); }""")]
    [InlineData("""object M(string[] keys) => keys.Select(k => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(k)|])).ToList();""")]
    [InlineData("""object M() => new[] { new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]) };""")]
    [InlineData("""(AzureOpenAIClient, int) M() => (new(endpoint, [|new AzureKeyCredential(key)|]), 1);""")]
    [InlineData("""object M() { using var response = new HttpResponseMessage(); return new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]).GetChatClient("gpt"); }""")]
    [InlineData("""object? M() => (endpoint is null ? null : new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]))?.GetChatClient("gpt");""")]
    [InlineData("""unsafe object M() { fixed (char* p = key) { return new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(new string(p))|]); } }""")]
    public Task Reports_in_every_kind_of_member(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("""object M() { var credential = [|new AzureKeyCredential(key)|]; return new AzureOpenAIClient(endpoint, credential); }""")]
    [InlineData("""object M() { AzureKeyCredential credential = [|new(key)|]; return new AzureOpenAIClient(endpoint, credential); }""")]
    [InlineData("""object M() { AzureKeyCredential credential; credential = [|new AzureKeyCredential(key)|]; return new AzureOpenAIClient(endpoint, credential); }""")]
    [InlineData("""object M() { var (credential, name) = ([|new AzureKeyCredential(key)|], "gpt"); return new AzureOpenAIClient(endpoint, credential).GetChatClient(name); }""")]
    [InlineData("""object M() { var first = [|new AzureKeyCredential(key)|]; var second = first; return new AzureOpenAIClient(endpoint, second); }""")]
    [InlineData("""object M(bool one) { var credential = one ? [|new AzureKeyCredential(key)|] : [|new AzureKeyCredential(configuration["Key"]!)|]; return new AzureOpenAIClient(endpoint, credential); }""")]
    [InlineData("""object M(string kind) => new AzureOpenAIClient(endpoint, kind switch { "a" => [|new AzureKeyCredential(key)|], _ => throw new NotSupportedException() });""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, ([|new AzureKeyCredential(key)|]));""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, (ApiKeyCredential)[|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]!);""")]
    [InlineData("""readonly AzureKeyCredential _credential = [|new(key)|]; object M() => new AzureOpenAIClient(endpoint, _credential);""")]
    [InlineData("""static readonly AzureKeyCredential Shared = [|new(Environment.GetEnvironmentVariable("KEY")!)|]; object M() => new AzureOpenAIClient(endpoint, Shared);""")]
    [InlineData("""AzureKeyCredential Credential => [|new(key)|]; object M() => new AzureOpenAIClient(endpoint, Credential);""")]
    [InlineData("""AzureKeyCredential Credential { get; } = [|new(key)|]; object M() => new AzureOpenAIClient(endpoint, this.Credential);""")]
    [InlineData("""AzureKeyCredential Credential { get { return [|new(key)|]; } } object M() => new AzureOpenAIClient(endpoint, Credential);""")]
    [InlineData("""AzureKeyCredential Credential() => [|new(key)|]; object M() => new AzureOpenAIClient(endpoint, Credential());""")]
    [InlineData("""static AzureKeyCredential Credential(string text) { return [|new AzureKeyCredential(text)|]; } object M() => new AzureOpenAIClient(endpoint, Credential(key));""")]
    [InlineData("""async Task<AzureKeyCredential> Credential() { await Task.Yield(); return [|new AzureKeyCredential(key)|]; } async Task<object> M() => new AzureOpenAIClient(endpoint, await Credential());""")]
    [InlineData("""object M() { AzureKeyCredential Credential() => [|new(key)|]; return new AzureOpenAIClient(endpoint, Credential()); }""")]
    [InlineData("""private AzureOpenAIClient Create(AzureKeyCredential credential) => new(endpoint, credential); object M() => Create([|new AzureKeyCredential(key)|]);""")]
    [InlineData("""private AzureOpenAIClient Create(string text) => new(endpoint, [|new AzureKeyCredential(text)|]); object M() => Create(key);""")]
    public Task Follows_the_credential_to_its_creation(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("""object M() => new AzureOpenAIClient(credential: [|new AzureKeyCredential(key)|], endpoint: endpoint);""")]
    [InlineData("""object M() => new AzureOpenAIClient(endpoint, options: new(), credential: [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M() => new AzureOpenAIClient(credential: [|new AzureKeyCredential(key: key)|], options: null, endpoint: endpoint);""")]
    [InlineData("""object M() => new SearchClient(credential: [|new AzureKeyCredential(key)|], indexName: "docs", endpoint: endpoint);""")]
    [InlineData("""object M() => new TextTranslationClient(region: "westeurope", credential: [|new AzureKeyCredential(key)|]);""")]
    [InlineData("""object M(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion(serviceId: "a", apiKey: [|key|], deploymentName: "gpt", endpoint: endpoint.ToString(), modelId: "m");""")]
    [InlineData("""object M() => new AzureOpenAIChatCompletionService("gpt", endpoint.ToString(), [|key|], httpClient: new HttpClient());""")]
    [InlineData("""object M() => new Microsoft.Azure.CognitiveServices.Vision.ComputerVision.ComputerVisionClient(new Microsoft.Azure.CognitiveServices.Vision.ComputerVision.ApiKeyServiceClientCredentials([|key|]));""")]
    [InlineData("""object M(DelegatingHandler[] handlers) => new Microsoft.Azure.CognitiveServices.Vision.ComputerVision.ComputerVisionClient(new Microsoft.Azure.CognitiveServices.Vision.ComputerVision.ApiKeyServiceClientCredentials([|key|]), handlers);""")]
    public Task Arguments_may_be_named_reordered_left_out_or_params(string member) => VerifyAsync(member);

    [Fact]
    public Task Reports_in_collection_expressions()
    {
        // The floor, Roslyn 4.8, has no operations inside them: what is target-typed there has no symbol.
        var hasOperations = typeof(OperationKind).GetField("CollectionExpression") is not null;
        var credential = hasOperations ? "[|new AzureKeyCredential(key)|]" : "new AzureKeyCredential(key)";
        return VerifyAsync($"List<AzureOpenAIClient> M() => [new(endpoint, {credential}), new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|])];");
    }

    [Fact]
    public Task Top_level_statements() => VerifySourceAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;

        var endpoint = new Uri(args[0]);
        var credential = [|new AzureKeyCredential(Environment.GetEnvironmentVariable("AZURE_OPENAI_KEY")!)|];
        AzureOpenAIClient client = new(endpoint, credential);
        Console.WriteLine(client.GetChatClient("gpt"));
        Console.WriteLine(Create());

        AzureOpenAIClient Create() => new(endpoint, [|new AzureKeyCredential(args[1])|]);
        """);

    [Fact]
    public Task Derived_clients() => VerifySourceAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Search.Documents;

        class Primary(Uri endpoint, string key) : AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);

        class Classic : AzureOpenAIClient
        {
            public Classic(Uri endpoint, string key) : base(endpoint, [|new AzureKeyCredential(key)|]) { }
            public Classic(Uri endpoint, string key, AzureOpenAIClientOptions options) : base(options: options, credential: [|new AzureKeyCredential(key)|], endpoint: endpoint) { }
        }

        class Twice : SearchClient
        {
            public Twice(Uri endpoint, string key) : this(endpoint, [|new AzureKeyCredential(key)|]) { }
            private Twice(Uri endpoint, AzureKeyCredential credential) : base(endpoint, "docs", credential) { }
        }

        class Far(Uri endpoint, string key) : Primary(endpoint, key);
        """);

    [Fact]
    public Task Aliases_and_static_usings() => VerifySourceAsync(
        """
        using static Microsoft.CognitiveServices.Speech.SpeechConfig;
        using static Factory;
        using Client = Azure.AI.OpenAI.AzureOpenAIClient;
        using Key = Azure.AzureKeyCredential;

        class C(Uri endpoint, string key)
        {
            object Creation() => new Client(endpoint, [|new Key(key)|]);
            Client TargetTyped() => new(endpoint, [|new Key(key)|]);
            Global TargetTypedGlobal() => new(endpoint, [|new Key(key)|]);
            object Qualified() => new global::Azure.AI.OpenAI.AzureOpenAIClient(endpoint, [|new global::Azure.AzureKeyCredential(key)|]);
            object GlobalAlias() => new Global(endpoint, [|new Key(key)|]);
            object Speech() => FromSubscription([|key|], "westeurope");
            object Own() => new Client(endpoint, Credential(key));
        }

        class Derived(Uri endpoint, string key) : Client(endpoint, [|new Key(key)|]);

        class DerivedGlobal : Global
        {
            public DerivedGlobal(Uri endpoint, string key) : base(endpoint, [|new Key(key)|]) { }
        }

        static class Factory
        {
            public static Key Credential(string key) => [|new(key)|];
        }
        """,
        test => test.AddSource("/0/Usings.cs", "global using Global = Azure.AI.OpenAI.AzureOpenAIClient;"));

    [Fact]
    public Task Namespace_aliases() => VerifySourceAsync(
        """
        using AI = Azure.AI.OpenAI;
        using A = Azure;

        class C(Uri endpoint, string key)
        {
            object M() => new AI.AzureOpenAIClient(endpoint, [|new A.AzureKeyCredential(key)|]);
            AI::AzureOpenAIClient N() => new(endpoint, [|new A::AzureKeyCredential(key)|]);
        }
        """);

    [Fact]
    public Task Partial_types() => VerifySourceAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;

        partial class C(string key)
        {
            private readonly AzureKeyCredential _credential = [|new(key)|];
            private AzureOpenAIClient Here(Uri endpoint) => new(endpoint, _credential);
        }

        partial class C
        {
            private AzureOpenAIClient AlsoHere(Uri endpoint) => new(endpoint, _credential);
        }
        """);

    [Fact]
    public Task Partial_types_in_two_files() => VerifySourceAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;

        partial class C
        {
            private AzureOpenAIClient Create(Uri endpoint) => new(endpoint, [|_credential|]);
        }
        """,
        test => test.AddSource("/0/Other.cs", "partial class C(string key) { private readonly Azure.AzureKeyCredential _credential = new(key); }"));

    [Fact]
    public Task Records_and_structs() => VerifySourceAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;

        record Options(Uri Endpoint, string Key);
        record Positional(Options Options) { public AzureOpenAIClient Client { get; } = new(Options.Endpoint, [|new AzureKeyCredential(Options.Key)|]); }
        record struct Value(Uri Endpoint, string Key) { public readonly AzureOpenAIClient Create() => new(Endpoint, [|new AzureKeyCredential(Key)|]); }
        readonly struct Plain(Uri endpoint, string key) { public AzureOpenAIClient Create() => new(endpoint, [|new AzureKeyCredential(key)|]); }
        interface IFactory { static AzureOpenAIClient Create(Uri endpoint, string key) => new(endpoint, [|new AzureKeyCredential(key)|]); }
        class Generic<T>(Uri endpoint, string key) { public AzureOpenAIClient Create<TOther>() => new(endpoint, [|new AzureKeyCredential(key)|]); }
        """);

    [Fact]
    public Task A_credential_that_a_public_constructor_takes_is_reported_where_the_client_gets_it() => VerifySourceAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;

        public class Wrapper(Uri endpoint, AzureKeyCredential credential)
        {
            private readonly AzureOpenAIClient _client = new(endpoint, [|credential|]);

            public object Chat() => _client.GetChatClient("gpt");
        }
        """,
        test => test.AddSource("/0/Other.cs", "class Caller { object M(System.Uri endpoint, string key) => new Wrapper(endpoint, new Azure.AzureKeyCredential(key)); }"));

    [Fact]
    public Task A_factory_in_another_file_is_reported_where_the_client_gets_the_credential() => VerifySourceAsync(
        """
        using Azure.AI.OpenAI;

        class C { object M(Uri endpoint, string key) => new AzureOpenAIClient(endpoint, [|Credentials.Create(key)|]); }
        """,
        test => test.AddSource("/0/Credentials.cs", "static class Credentials { public static Azure.AzureKeyCredential Create(string key) => new(key); }"));

    [Fact]
    public Task Clients_that_share_one_credential_are_its_additional_locations() => VerifySourceAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.Search.Documents;
        using Azure.Search.Documents.Indexes;

        class C
        {
            void M(Uri endpoint, string key)
            {
                var credential = {|#0:new AzureKeyCredential(key)|};
                var openAI = {|#1:new AzureOpenAIClient(endpoint, credential)|};
                SearchClient search = {|#2:new(endpoint, "docs", credential)|};
                Console.WriteLine((openAI, search, {|#3:new SearchIndexClient(endpoint, credential)|}));
            }
        }
        """,
        test => test.ExpectedDiagnostics.Add(new DiagnosticResult("AISEC101", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithLocation(2).WithLocation(3)));

    [Fact]
    public Task A_string_key_has_its_call_as_additional_location() => VerifySourceAsync(
        """
        using Microsoft.SemanticKernel;

        class C
        {
            object M(IKernelBuilder builder, string key) => {|#1:builder.AddAzureOpenAIChatCompletion("gpt", "https://contoso.openai.azure.com", {|#0:key|})|};
        }
        """,
        test => test.ExpectedDiagnostics.Add(new DiagnosticResult("AISEC101", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1)));

    [Fact]
    public Task One_credential_and_one_key_each_have_one_diagnostic() => VerifyAsync(
        """
        object Openers(AzureKeyCredential own)
        {
            var key1 = configuration["One"]!;
            return (new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key1)|]), new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key1)|]));
        }
        """);

    /// <summary>A variable that begins as a constant and is filled later holds no constant.</summary>
    [Theory]
    [InlineData("""object M(Dictionary<string, string> settings) { string? k = ""; settings.TryGetValue("key", out k); return new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(k!)|]); }""")]
    [InlineData("""object M() { string e = "", k = ""; (e, k) = Settings(); return new AzureOpenAIClient(new Uri(e), [|new AzureKeyCredential(k)|]); } (string, string) Settings() => (key, key);""")]
    [InlineData("""object M() { var k = ""; Read(ref k); return new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(k)|]); } void Read(ref string text) => text = key;""")]
    [InlineData("""object M() { var k = ""; for (var i = 0; i < key.Length; i++) k += key[i]; return new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(k)|]); }""")]
    [InlineData("""private string _key = ""; object M(Dictionary<string, string> settings) { settings.TryGetValue("key", out _key!); return new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(_key)|]); }""")]
    public Task A_variable_that_is_filled_later(string member) => VerifyAsync(member);

    [Fact]
    public Task A_field_that_another_file_fills() => VerifySourceAsync(
        """
        using Azure;
        using Azure.AI.OpenAI;

        partial class C
        {
            private string _key = "";

            private AzureOpenAIClient Create(Uri endpoint) => new(endpoint, [|new AzureKeyCredential(_key)|]);
        }
        """,
        test => test.AddSource("/0/Other.cs", "partial class C { public void Set(string key) => _key = key; }"));

    private static Task VerifyAsync([StringSyntax("C#-test")] string members, Action<Verify.Test>? configure = null) => VerifySourceAsync(Members(members), configure);

    private static Task VerifySourceAsync([StringSyntax("C#-test")] string source, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(source, SdkSet.Stubs, configure);
}
