using System.Collections.Concurrent;
using Azure;
using Azure.AI.OpenAI;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

static class DependencyInjection
{
    private static readonly ConcurrentDictionary<string, AzureOpenAIClient> Clients = new();

    static void Register(IServiceCollection services, IConfiguration configuration, Uri endpoint)
    {
        services.AddSingleton(new AzureOpenAIClient(endpoint, new AzureKeyCredential(configuration["OpenAI:Key"]!))); //! AISEC101
        services.AddSingleton(_ => new SearchIndexClient(endpoint, new AzureKeyCredential(configuration["Search:Key"]!))); //! AISEC101
        services.AddSingleton(sp => new SearchClient(endpoint, "docs", new AzureKeyCredential(sp.GetRequiredService<IConfiguration>()["Search:Key"]!))); //! AISEC101
        services.AddChatClient(sp => new AzureOpenAIClient(endpoint, new AzureKeyCredential(configuration["OpenAI:Key"]!)).GetChatClient("gpt").AsIChatClient()); //! AISEC101
        services.AddKeyedSingleton("a", (_, _) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(configuration["OpenAI:Key"]!))); //! AISEC101
        services.AddAzureClients(clients => clients.AddSearchIndexClient(endpoint, new AzureKeyCredential(configuration["Search:Key"]!))); //! AISEC101
        services.AddAzureClients(clients =>
        {
            clients.AddSearchClient(endpoint, "docs", new AzureKeyCredential(configuration["Search:Key"]!)); //! AISEC101
        });
    }

    static AzureOpenAIClient Cached(string tenant, Uri endpoint, string key) =>
        Clients.GetOrAdd(tenant, _ => new AzureOpenAIClient(endpoint, new AzureKeyCredential(key))); //! AISEC101
}
