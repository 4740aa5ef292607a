using AiSecurity.Guards;
using Azure.AI.OpenAI;
using Azure.Core;
using Azure.Identity;
using Azure.Search.Documents;
using ContosoChat.Options;
using ContosoChat.Tools;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ContosoChat.Services;

public static class ContosoAIServices
{
    public static IServiceCollection AddContosoAI(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.Configure<AzureOpenAIOptions>(configuration.GetSection(AzureOpenAIOptions.Section));
        services.Configure<AzureSearchOptions>(configuration.GetSection(AzureSearchOptions.Section));

        services.TryAddSingleton<TokenCredential>(_ => environment.IsDevelopment()
            ? new DefaultAzureCredential()
            : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));
        services.TryAddSingleton(_ => new AzureOpenAIClientOptions());
        services.AddPromptShield(EndpointOf(configuration, "ContentSafety:Endpoint"));
        services.AddContentSafetyScreen(EndpointOf(configuration, "ContentSafety:Endpoint"));
        services.AddSandboxedSession(EndpointOf(configuration, "SessionPool:Endpoint"));

        services.AddSingleton(sp =>
        {
            var options = sp.GetRequiredService<IOptions<AzureOpenAIOptions>>().Value;
            return new AzureOpenAIClient(new Uri(options.Endpoint), sp.GetRequiredService<TokenCredential>(), sp.GetRequiredService<AzureOpenAIClientOptions>());
        });

        services
            .AddChatClient(sp => sp.GetRequiredService<AzureOpenAIClient>()
                .GetChatClient(sp.GetRequiredService<IOptions<AzureOpenAIOptions>>().Value.Deployment)
                .AsIChatClient())
            .UseContentSafety()
            .UseFunctionInvocation(configure: client => client.MaximumIterationsPerRequest = 10)
            .UsePromptShields()
            .UseOpenTelemetry()
            .UseLogging();

        services.AddEmbeddingGenerator(sp => sp.GetRequiredService<AzureOpenAIClient>()
            .GetEmbeddingClient(sp.GetRequiredService<IOptions<AzureOpenAIOptions>>().Value.EmbeddingDeployment)
            .AsIEmbeddingGenerator());

        services.AddHttpClient<OrderTools>(client => client.Timeout = TimeSpan.FromSeconds(10));

        services.AddSingleton<IChatService, ChatService>();
        services.AddSingleton<GroundedAnswerService>();
        services.AddSingleton<KernelFactory>();
        services.AddTransient<SummaryService>();
        services.AddTransient<ReportTools>();
        services.AddTransient<AgentService>();
        return services;
    }

    public static SearchClient CreateSearchClient(AzureSearchOptions options, string index, TokenCredential credential) =>
        new(new Uri(options.Endpoint), index, credential);

    private static Uri EndpointOf(IConfiguration configuration, string setting) =>
        new(configuration[setting] ?? throw new InvalidOperationException($"The setting '{setting}' is missing."));
}
