using Azure;
using Azure.AI.OpenAI;
using Azure.Core;
using Azure.Identity;
using Azure.Search.Documents.Indexes;
using Azure.Security.KeyVault.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// Clients that come ready-made, keys that go somewhere else, and settings that merely are called so.
class KeysOutOfSight(AzureOpenAIClient client, IConfiguration configuration)
{
    private readonly string? _apiKey = configuration["AzureOpenAI:ApiKey"];

    object Chat() => client.GetChatClient("gpt");
    object Embedding() => client.GetEmbeddingClient("ada");
    bool HasKey => !string.IsNullOrEmpty(_apiKey);
    object Vault(Uri vault) => new SecretClient(vault, new DefaultAzureCredential());
    object FromProvider(IServiceProvider services) => services.GetRequiredService<AzureOpenAIClient>();
    object FromProviderSearch(IServiceProvider services) => services.GetService<SearchIndexClient>()!;
    void Log(Action<string> log) => log(HasKey ? "key is set" : "key is not set");
    Type ByType() => typeof(AzureKeyCredential);
    string ByName() => nameof(AzureOpenAIClient);
    bool Is(object credential) => credential is AzureKeyCredential or TokenCredential;
    AzureKeyCredential? Cast(object credential) => credential as AzureKeyCredential;
    object Anonymous(string apiKey) => new { apiKey, endpoint = "https://contoso.openai.azure.com" };
    object Pair(string apiKey) => (Endpoint: "https://contoso.openai.azure.com", ApiKey: apiKey);
    object Settings(string apiKey) => new Settings { Endpoint = "https://contoso.openai.azure.com", ApiKey = apiKey, Key = apiKey };
    void Save(string apiKey) => configuration["AzureOpenAI:ApiKey"] = apiKey;
    int Length(string apiKey) => apiKey.Length;
    string Describe(string apiKey) => $"{apiKey.Length} characters";
    bool Compare(string apiKey) => apiKey == _apiKey;
}

class Settings
{
    public string? Endpoint { get; set; }

    public string? ApiKey { get; set; }

    public string? Key { get; set; }
}
