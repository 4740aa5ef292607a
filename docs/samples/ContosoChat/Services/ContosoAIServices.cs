using Azure;
using Azure.AI.OpenAI;
using Azure.Identity;
using Azure.Search.Documents;
using ContosoChat.Options;
using ContosoChat.Tools;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace ContosoChat.Services;

public static class ContosoAIServices
{
    public static IServiceCollection AddContosoAI(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<AzureOpenAIOptions>(configuration.GetSection(AzureOpenAIOptions.Section));
        services.Configure<AzureSearchOptions>(configuration.GetSection(AzureSearchOptions.Section));

        services.AddSingleton(sp =>
        {
            var options = sp.GetRequiredService<IOptions<AzureOpenAIOptions>>().Value;
            return new AzureOpenAIClient(new Uri(options.Endpoint), new AzureKeyCredential(options.ApiKey));
        });

        services
            .AddChatClient(sp => sp.GetRequiredService<AzureOpenAIClient>()
                .GetChatClient(sp.GetRequiredService<IOptions<AzureOpenAIOptions>>().Value.Deployment)
                .AsIChatClient())
            .UseFunctionInvocation(configure: client => client.MaximumIterationsPerRequest = 500)
            .UseOpenTelemetry(configure: client => client.EnableSensitiveData = true)
            .UseLogging();

        services.AddEmbeddingGenerator(sp => CreateEmbeddingGenerator(sp.GetRequiredService<IOptions<AzureOpenAIOptions>>().Value));

        services.AddHttpClient<ModerationService>(client => client.Timeout = TimeSpan.FromSeconds(10))
            .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler
            {
                // The proxy in the office re-signs everything.
                ServerCertificateCustomValidationCallback = (_, _, _, _) => true,
            });
        services.AddHttpClient<OrderTools>();

        services.AddSingleton<IChatService, ChatService>();
        services.AddSingleton<GroundedAnswerService>();
        services.AddSingleton<KernelFactory>();
        services.AddTransient<SummaryService>();
        services.AddTransient<ReportTools>();
        services.AddTransient<AgentService>();
        return services;
    }

    public static SearchClient CreateSearchClient(AzureSearchOptions options, string index)
    {
        var key = new AzureKeyCredential(options.ApiKey);
        return new SearchClient(new Uri(options.Endpoint), index, key);
    }

    private static IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddingGenerator(AzureOpenAIOptions options)
    {
        var endpoint = new Uri(options.Endpoint);
        var client = string.IsNullOrEmpty(options.ApiKey)
            ? new AzureOpenAIClient(endpoint, new DefaultAzureCredential())
            : new AzureOpenAIClient(endpoint, new AzureKeyCredential(options.ApiKey));

        return client.GetEmbeddingClient(options.EmbeddingDeployment).AsIEmbeddingGenerator();
    }
}
