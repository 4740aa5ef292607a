using System.ClientModel;
using Microsoft.Extensions.Configuration;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;

static class PlainOpenAIOnAzure
{
    static object Constant(string key) =>
        new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") }); //! AISEC101

    static object Services(string key) =>
        new ChatClient("gpt", new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("https://contoso.services.ai.azure.com/openai/v1/") }); //! AISEC101

    static object NamedArguments(string key) =>
        new ChatClient(model: "gpt", credential: new ApiKeyCredential(key), options: new() { Endpoint = new("https://contoso.openai.azure.com/openai/v1/") }); //! AISEC101

    static object NamedSetting(IConfiguration configuration) =>
        new OpenAIClient(new ApiKeyCredential(configuration["AzureOpenAI:ApiKey"]!), new OpenAIClientOptions { Endpoint = new Uri(configuration["AzureOpenAI:Endpoint"]!) }); //! AISEC101

    static object LocalOptions(string key)
    {
        var options = new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") };
        return new EmbeddingClient("ada", new ApiKeyCredential(key), options); //! AISEC101
    }
}
