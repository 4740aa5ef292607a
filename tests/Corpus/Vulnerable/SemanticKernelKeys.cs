using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.AzureOpenAI;

static class SemanticKernelKeys
{
    static void Positional(IKernelBuilder builder, string endpoint, string key) => builder.AddAzureOpenAIChatCompletion("gpt", endpoint, key); //! AISEC101

    static void Named(IKernelBuilder builder, string endpoint, string key) => builder.AddAzureOpenAIChatCompletion(apiKey: key, deploymentName: "gpt", endpoint: endpoint); //! AISEC101

    static void Configuration(IKernelBuilder builder, IConfiguration configuration) =>
        builder.AddAzureOpenAIChatCompletion(
            deploymentName: configuration["Deployment"]!,
            endpoint: configuration["Endpoint"]!,
            apiKey: configuration["ApiKey"]!); //! AISEC101

    static void OnServices(IKernelBuilder builder, string endpoint, string key) => builder.Services.AddAzureOpenAIChatCompletion("gpt", endpoint, key); //! AISEC101

    static void OnServiceCollection(IServiceCollection services, string endpoint, string key) => services.AddAzureOpenAIChatCompletion("gpt", endpoint, key); //! AISEC101

    static Kernel Fluent(string endpoint, string key) => Kernel.CreateBuilder()
        .AddAzureOpenAIChatCompletion("gpt", endpoint, key) //! AISEC101
        .Build();

    static IKernelBuilder Arm(IKernelBuilder builder, string provider, string endpoint, string key) => provider switch
    {
        "azure" => builder.AddAzureOpenAIChatCompletion("gpt", endpoint, key), //! AISEC101
        "openai" => builder.AddOpenAIChatCompletion("gpt", key),
        _ => builder,
    };

    static object Service(string endpoint, string key) => new AzureOpenAIChatCompletionService("gpt", endpoint, key); //! AISEC101

    static void Embeddings(IKernelBuilder builder, string endpoint, string key) => builder.AddAzureOpenAIEmbeddingGenerator("ada", endpoint, key); //! AISEC101

    static void ChatClient(IKernelBuilder builder, string endpoint, string key) => builder.AddAzureOpenAIChatClient("gpt", endpoint, key); //! AISEC101

    static void Literal(IKernelBuilder builder, string endpoint) => builder.AddAzureOpenAIChatCompletion("gpt", endpoint, "3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64"); //! AISEC102
}
