using System.ClientModel;
using Azure;
using Azure.AI.OpenAI;
using Azure.Search.Documents.Indexes;
using Microsoft.CognitiveServices.Speech;
using Microsoft.SemanticKernel;
using OpenAI;
using OpenAI.Chat;

static class Placeholders
{
    private const string Key = "<your-azure-openai-key>";
    private static readonly string SearchKey = "YOUR_SEARCH_KEY";

    static object Angle(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential("<your-key>"));
    static object Upper(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential("YOUR_API_KEY"));
    static object Dashes(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential("your-api-key"));
    static object Crosses(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential("xxx"));
    static object ManyCrosses(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"));
    static object Braces(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential("{{key}}"));
    static object ChangeMe(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential("changeme"));
    static object Empty(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(""));
    static object Dummy(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential("dummy"));
    static object Fake(Uri endpoint) => new AzureOpenAIClient(endpoint, new ApiKeyCredential("fake"));
    static object Constant(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Key));
    static object Field(Uri endpoint) => new SearchIndexClient(endpoint, new AzureKeyCredential(SearchKey));
    static object Local(Uri endpoint) { var key = "<key>"; return new SearchIndexClient(endpoint, new AzureKeyCredential(key)); }
    static object Speech() => SpeechConfig.FromSubscription("<subscription-key>", "westeurope");
    static object Kernel(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("gpt", "https://contoso.openai.azure.com", "YOUR_API_KEY");
    static object Plain() => new OpenAIClient("not-needed");
    static object PlainChat() => new ChatClient("gpt", "unused");
}
