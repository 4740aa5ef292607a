using Aspire.Azure.AI.OpenAI;
using Microsoft.Extensions.Hosting;
using Microsoft.KernelMemory;

static class OptionsObjects
{
    static object Initializer(string endpoint, string key) => new AzureOpenAIConfig
    {
        Auth = AzureOpenAIConfig.AuthTypes.APIKey,
        APIKey = key, //! AISEC101
    };

    static object InitializerOfSearch(string key) => new AzureAISearchConfig { Auth = AzureAISearchConfig.AuthTypes.APIKey, APIKey = key }; //! AISEC101

    static object Assignment(string key)
    {
        var config = new AzureOpenAIConfig();
        config.APIKey = key; //! AISEC101
        return config;
    }

    static void Builder(IKernelMemoryBuilder builder, string endpoint, string key) => builder.WithAzureAISearchMemoryDb(endpoint, key); //! AISEC101

    static void Literal(IKernelMemoryBuilder builder, string endpoint) => builder.WithAzureAISearchMemoryDb(endpoint, "Qm9vZ2llV29v" + "Z2llMTk3OEFCQ0RFRkc"); //! AISEC102

    static void Aspire(IHostApplicationBuilder builder, string key) =>
        builder.AddAzureOpenAIClient("openai", configureSettings: settings => settings.Key = key); //! AISEC101
}
