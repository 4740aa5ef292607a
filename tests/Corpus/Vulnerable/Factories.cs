using Azure;
using Azure.AI.OpenAI;
using Azure.Core;
using Azure.Identity;
using Azure.Search.Documents.Indexes;
using Microsoft.Extensions.Options;

class SearchSettings
{
    public required Uri Endpoint { get; init; }

    public required string Key { get; init; }
}

static class CredentialFactory
{
    public static AzureKeyCredential Create(SearchSettings settings)
    {
        if (settings.Key.Length == 0)
            throw new ArgumentException("No key", nameof(settings));
        return new(settings.Key); //! AISEC101
    }
}

class SearchFactory(IOptions<SearchSettings> options)
{
    SearchIndexClient FromFactory() => new(options.Value.Endpoint, CredentialFactory.Create(options.Value));

    SearchIndexClient FromOptions() => new(options.Value.Endpoint, new AzureKeyCredential(options.Value.Key)); //! AISEC101

    async Task<SearchIndexClient> FromStoreAsync(Func<string, Task<string>> readSecret)
    {
        var key = await readSecret("search-key");
        return new SearchIndexClient(options.Value.Endpoint, new AzureKeyCredential(key)); //! AISEC101
    }

    SearchIndexClient FromParts(string first, string second) =>
        new(
            endpoint: options.Value.Endpoint,
            credential: new AzureKeyCredential(first + second)); //! AISEC101

    IEnumerable<AzureOpenAIClient> Several(IReadOnlyDictionary<string, string> keys)
    {
        foreach (var (endpoint, key) in keys)
            yield return new AzureOpenAIClient(new Uri(endpoint), new AzureKeyCredential(key)); //! AISEC101
    }

    AzureOpenAIClient[] All(string[] keys) => [.. keys.Select(key => new AzureOpenAIClient(options.Value.Endpoint, new AzureKeyCredential(key)))]; //! AISEC101

    AzureOpenAIClient ConditionalKey(string? tenantKey) =>
        new(options.Value.Endpoint, tenantKey is null ? new AzureKeyCredential(options.Value.Key) : new AzureKeyCredential(tenantKey)); //! AISEC101 AISEC101
}
