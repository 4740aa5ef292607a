using Azure;
using Azure.AI.OpenAI;
using Azure.AI.TextAnalytics;
using Microsoft.Extensions.Configuration;
using Key = Azure.AzureKeyCredential;

var configuration = new ConfigurationBuilder().Build();
var endpoint = new Uri(configuration["Endpoint"]!);
var key = configuration["Key"] ?? throw new InvalidOperationException("Key is not set");

var client = new AzureOpenAIClient(endpoint, new AzureKeyCredential(key)); //! AISEC101
TextAnalyticsClient text = new(endpoint, new Key(key)); //! AISEC101
Func<AzureOpenAIClient> lazily = () => new(endpoint, new AzureKeyCredential(key)); //! AISEC101
var later = new Lazy<AzureOpenAIClient>(() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(key))); //! AISEC101
var literal = new AzureOpenAIClient(endpoint, new Key("3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64")); //! AISEC102

Console.WriteLine($"{client}{text}{lazily}{later}{literal}{Local()}");

AzureOpenAIClient Local()
{
    return new AzureOpenAIClient(endpoint, new AzureKeyCredential(key)); //! AISEC101
}
