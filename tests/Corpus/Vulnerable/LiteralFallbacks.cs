using Azure;
using Azure.AI.OpenAI;
using Azure.Search.Documents.Indexes;
using Microsoft.Extensions.Configuration;

static class LiteralFallbacks
{
    static object Coalesce(Uri endpoint) =>
        new AzureOpenAIClient(endpoint, new AzureKeyCredential(Environment.GetEnvironmentVariable("AZURE_OPENAI_KEY") ?? "3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64")); //! AISEC101 AISEC102

    static object CoalesceInLocal(Uri endpoint, IConfiguration configuration)
    {
        var key = configuration["OpenAI:Key"] ?? "b7a3e1c59f0d4826" + "c4e8f2a6d1b37590"; //! AISEC102
        return new AzureOpenAIClient(endpoint, new AzureKeyCredential(key)); //! AISEC101
    }

    static object Conditional(Uri endpoint, IConfiguration configuration, bool local)
    {
        var key = local
            ? "e9c2a7f4b1d84630" + "8a5e3c7b9f1d2604" //! AISEC102
            : configuration["Search:Key"]!;
        return new SearchIndexClient(endpoint, new AzureKeyCredential(key)); //! AISEC101
    }

    static object OptionalParameter(
        Uri endpoint,
        string apiKey = "77e0c4b19d5f4a3c" + "8e6b2d1f09a7c5e3") => //! AISEC102
        new AzureOpenAIClient(endpoint, new AzureKeyCredential(apiKey)); //! AISEC101
}
