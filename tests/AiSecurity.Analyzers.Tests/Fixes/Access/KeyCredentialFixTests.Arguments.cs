using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>Argument lists: named, reordered, optional, of another shape, and what stands around the key.</summary>
public partial class KeyCredentialFixTests
{
    /// <summary>Arguments of the client before and after.</summary>
    public static TheoryData<string, string> SearchArguments => new()
    {
        { "(endpoint, \"docs\", [|new AzureKeyCredential(key)|])", "(endpoint, \"docs\", new DefaultAzureCredential())" },
        { "(endpoint, \"docs\", credential: [|new AzureKeyCredential(key)|])", "(endpoint, \"docs\", tokenCredential: new DefaultAzureCredential())" },
        { "(credential: [|new AzureKeyCredential(key)|], indexName: \"docs\", endpoint: endpoint)", "(tokenCredential: new DefaultAzureCredential(), indexName: \"docs\", endpoint: endpoint)" },
        { "(endpoint, \"docs\", [|new AzureKeyCredential(key)|], new SearchClientOptions())", "(endpoint, \"docs\", new DefaultAzureCredential(), new SearchClientOptions())" },
        { "(options: null, credential: [|new AzureKeyCredential(key)|], endpoint: endpoint, indexName: \"docs\")", "(options: null, tokenCredential: new DefaultAzureCredential(), endpoint: endpoint, indexName: \"docs\")" },
        { "(endpoint, \"docs\", credential : [|new AzureKeyCredential(key)|])", "(endpoint, \"docs\", tokenCredential : new DefaultAzureCredential())" },
        { "(endpoint, \"docs\", credential: [|new(key)|])", "(endpoint, \"docs\", tokenCredential: new DefaultAzureCredential())" },
        { "(endpoint, \"docs\", [|new AzureKeyCredential(key: key)|])", "(endpoint, \"docs\", new DefaultAzureCredential())" },
        { "(endpoint, \"docs\", [|new Azure.AzureKeyCredential(key)|])", "(endpoint, \"docs\", new DefaultAzureCredential())" },
        { "(endpoint, \"docs\", [|new AzureKeyCredential(key + \"\" + (key.Length > 3 ? key : \"\"))|])", "(endpoint, \"docs\", new DefaultAzureCredential())" },
        { "(endpoint, \"docs\", [|new AzureKeyCredential(key!)|])", "(endpoint, \"docs\", new DefaultAzureCredential())" },
    };

    [Theory]
    [MemberData(nameof(SearchArguments))]
    public Task Arguments_keep_their_order_and_names(string before, string after) => FixAsync(
        "class C { SearchClient M(Uri endpoint, string key) => new SearchClient" + before + "; }",
        "class C { SearchClient M(Uri endpoint, string key) => new SearchClient" + after + "; }");

    [Theory]
    [MemberData(nameof(SearchArguments))]
    public Task Target_typed_clients_too(string before, string after) => FixAsync(
        "class C { SearchClient M(Uri endpoint, string key) => new" + before + "; }",
        "class C { SearchClient M(Uri endpoint, string key) => new" + after + "; }");

    [Theory]
    [InlineData("(\"gpt\", \"https://contoso.openai.azure.com\", [|key|])", "(\"gpt\", \"https://contoso.openai.azure.com\", new DefaultAzureCredential())")]
    [InlineData("(\"gpt\", endpoint, [|key|], \"service\", \"gpt-4o\")", "(\"gpt\", endpoint, new DefaultAzureCredential(), \"service\", \"gpt-4o\")")]
    [InlineData("(deploymentName: \"gpt\", endpoint: endpoint, apiKey: [|key|])", "(deploymentName: \"gpt\", endpoint: endpoint, credentials: new DefaultAzureCredential())")]
    [InlineData("(apiKey: [|key|], endpoint: endpoint, deploymentName: \"gpt\", httpClient: http)", "(credentials: new DefaultAzureCredential(), endpoint: endpoint, deploymentName: \"gpt\", httpClient: http)")]
    [InlineData("(\"gpt\", endpoint, [|key ?? throw new InvalidOperationException(\"No key.\")|])", "(\"gpt\", endpoint, new DefaultAzureCredential())")]
    [InlineData("(\"gpt\", endpoint, [|$\"{key}\"|], modelId: \"gpt-4o\")", "(\"gpt\", endpoint, new DefaultAzureCredential(), modelId: \"gpt-4o\")")]
    public Task Text_keys_give_way_to_an_overload(string before, string after) => FixAsync(
        "using Microsoft.SemanticKernel;\n\nclass C { object M(IKernelBuilder builder, string endpoint, string key, HttpClient http) => builder.AddAzureOpenAIChatCompletion" + before + "; }",
        "using Microsoft.SemanticKernel;\n\nclass C { object M(IKernelBuilder builder, string endpoint, string key, HttpClient http) => builder.AddAzureOpenAIChatCompletion" + after + "; }");

    [Theory]
    [InlineData("builder.AddAzureOpenAITextToImage(\"dall-e\", endpoint, [|key|], \"model\")", "builder.AddAzureOpenAITextToImage(\"dall-e\", endpoint, new DefaultAzureCredential(), \"model\")")]
    [InlineData("builder?.AddAzureOpenAIChatCompletion(\"gpt\", endpoint, [|key|])", "builder?.AddAzureOpenAIChatCompletion(\"gpt\", endpoint, new DefaultAzureCredential())")]
    [InlineData("builder.Services?.AddAzureOpenAIChatClient(\"gpt\", endpoint, [|key|])", "builder.Services?.AddAzureOpenAIChatClient(\"gpt\", endpoint, new DefaultAzureCredential())")]
    [InlineData("builder.AddAzureOpenAITextEmbeddingGeneration(\"ada\", endpoint, apiKey: [|key|], dimensions: 3)", "builder.AddAzureOpenAITextEmbeddingGeneration(\"ada\", endpoint, credential: new DefaultAzureCredential(), dimensions: 3)")]
    [InlineData("AzureOpenAIKernelBuilderExtensions.AddAzureOpenAIChatCompletion(builder, \"gpt\", endpoint, [|key|])", "AzureOpenAIKernelBuilderExtensions.AddAzureOpenAIChatCompletion(builder, \"gpt\", endpoint, new DefaultAzureCredential())")]
    public Task Extension_methods_in_every_form(string before, string after) => FixAsync(
        "using Microsoft.Extensions.DependencyInjection;\nusing Microsoft.SemanticKernel;\n\nclass C { object? M(IKernelBuilder builder, string endpoint, string key) => " + before + "; }",
        "using Microsoft.Extensions.DependencyInjection;\nusing Microsoft.SemanticKernel;\n\nclass C { object? M(IKernelBuilder builder, string endpoint, string key) => " + after + "; }");

    [Fact]
    public Task Chain_goes_on_after_the_fixed_call() => FixAsync(
        """
        using Microsoft.SemanticKernel;

        class C
        {
            Kernel M(string endpoint, string key) => Kernel.CreateBuilder()
                .AddAzureOpenAIChatCompletion("gpt", endpoint, [|key|])
                .AddAzureOpenAIEmbeddingGenerator("ada", endpoint, [|key|])
                .Build();
        }
        """,
        """
        using Microsoft.SemanticKernel;

        class C
        {
            Kernel M(string endpoint, string key) => Kernel.CreateBuilder()
                .AddAzureOpenAIChatCompletion("gpt", endpoint, new DefaultAzureCredential())
                .AddAzureOpenAIEmbeddingGenerator("ada", endpoint, new DefaultAzureCredential())
                .Build();
        }
        """);

    [Theory]
    [InlineData("([|new AzureKeyCredential(key)|])", "(new DefaultAzureCredential())")]
    [InlineData("(AzureKeyCredential)[|new AzureKeyCredential(key)|]", "new DefaultAzureCredential()")]
    [InlineData("[|new AzureKeyCredential(key)|]!", "new DefaultAzureCredential()")]
    [InlineData("flag ? [|new AzureKeyCredential(key)|] : [|new AzureKeyCredential(other)|]", "new DefaultAzureCredential()")]
    [InlineData("flag ? [|new AzureKeyCredential(key)|] : null!", "new DefaultAzureCredential()")]
    [InlineData("flag ? ([|new AzureKeyCredential(key)|]) : other.Length > 3 ? [|new AzureKeyCredential(other)|] : [|new(key)|]", "new DefaultAzureCredential()")]
    public Task Expressions_around_the_key_fit_the_credential(string before, string after) => FixAsync(
        "class C { SearchIndexClient M(Uri endpoint, string key, string other, bool flag) => new(endpoint, " + before + "); }",
        "class C { SearchIndexClient M(Uri endpoint, string key, string other, bool flag) => new(endpoint, " + after + "); }");

    [Fact]
    public Task Client_awaits_nothing_more() => FixAsync(
        """
        class C
        {
            async Task<object> M(Uri endpoint) => await Task.FromResult(new AzureOpenAIClient(endpoint, [|new AzureKeyCredential(await KeyAsync())|]));

            Task<string> KeyAsync() => File.ReadAllTextAsync("key");
        }
        """,
        """
        class C
        {
            async Task<object> M(Uri endpoint) => await Task.FromResult(new AzureOpenAIClient(endpoint, new DefaultAzureCredential()));

            Task<string> KeyAsync() => File.ReadAllTextAsync("key");
        }
        """);

    [Fact]
    public Task Base_call_of_a_constructor() => FixAsync(
        """
        class Client : AzureOpenAIClient
        {
            public Client(Uri endpoint, string key)
                : base(endpoint, [|new AzureKeyCredential(key)|])
            {
            }
        }

        class Short(Uri endpoint, string key) : AzureOpenAIClient(endpoint, [|new AzureKeyCredential(key)|]);
        """,
        """
        class Client : AzureOpenAIClient
        {
            public Client(Uri endpoint, string key)
                : base(endpoint, new DefaultAzureCredential())
            {
            }
        }

        class Short(Uri endpoint, string key) : AzureOpenAIClient(endpoint, new DefaultAzureCredential());
        """);

    [Fact]
    public Task Two_keys_in_one_statement() => FixAsync(
        """
        class C
        {
            (SearchClient, SearchIndexClient) M(Uri endpoint, string key) =>
                (new SearchClient(endpoint, "docs", [|new AzureKeyCredential(key)|]), new SearchIndexClient(endpoint, [|new AzureKeyCredential(key)|]));
        }
        """,
        """
        class C
        {
            (SearchClient, SearchIndexClient) M(Uri endpoint, string key) =>
                (new SearchClient(endpoint, "docs", new DefaultAzureCredential()), new SearchIndexClient(endpoint, new DefaultAzureCredential()));
        }
        """);

    [Fact]
    public Task Key_within_the_arguments_of_another_client() => FixAsync(
        """
        class C
        {
            SearchClient M(Uri endpoint, string key) =>
                new(endpoint, Name(new SearchIndexClient(endpoint, [|new AzureKeyCredential(key)|])), [|new AzureKeyCredential(key)|]);

            static string Name(SearchIndexClient client) => client.ServiceName;
        }
        """,
        """
        class C
        {
            SearchClient M(Uri endpoint, string key) =>
                new(endpoint, Name(new SearchIndexClient(endpoint, new DefaultAzureCredential())), new DefaultAzureCredential());

            static string Name(SearchIndexClient client) => client.ServiceName;
        }
        """);

    [Fact]
    public Task Registration_loses_the_argument() => FixAsync(
        """
        using Azure.AI.Inference;
        using Microsoft.Extensions.Azure;

        class C
        {
            void M(IServiceCollection services, Uri endpoint, string key) => services.AddAzureClients(clients =>
            {
                clients.AddChatCompletionsClient(endpoint, [|new AzureKeyCredential(key)|]);
                clients.AddEmbeddingsClient(credential: [|new AzureKeyCredential(key)|], endpoint: endpoint).WithName("b");
            });
        }
        """,
        """
        using Azure.AI.Inference;
        using Microsoft.Extensions.Azure;

        class C
        {
            void M(IServiceCollection services, Uri endpoint, string key) => services.AddAzureClients(clients =>
            {
                clients.AddChatCompletionsClient(endpoint);
                clients.AddEmbeddingsClient(endpoint: endpoint).WithName("b");
            });
        }
        """);
}
