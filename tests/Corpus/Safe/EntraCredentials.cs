using System.ClientModel.Primitives;
using Azure.AI.ContentSafety;
using Azure.AI.DocumentIntelligence;
using Azure.AI.FormRecognizer;
using Azure.AI.FormRecognizer.DocumentAnalysis;
using Azure.AI.Inference;
using Azure.AI.Language.Conversations;
using Azure.AI.Language.QuestionAnswering;
using Azure.AI.OpenAI;
using Azure.AI.OpenAI.Assistants;
using Azure.AI.TextAnalytics;
using Azure.AI.Translation.Document;
using Azure.AI.Translation.Text;
using Azure.AI.Vision.Face;
using Azure.AI.Vision.ImageAnalysis;
using Azure.Core;
using Azure.Identity;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using Microsoft.CognitiveServices.Speech;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.KernelMemory;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.AzureOpenAI;
using OpenAI;

class EntraCredentials(Uri endpoint, TokenCredential credential)
{
    object OpenAI() => new AzureOpenAIClient(endpoint, credential);
    object OpenAIOptions() => new AzureOpenAIClient(endpoint, credential, new AzureOpenAIClientOptions());
    object OpenAIDefault() => new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
    object OpenAIManaged() => new AzureOpenAIClient(endpoint, new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));
    object OpenAINamed() => new AzureOpenAIClient(credential: credential, endpoint: endpoint);
    AzureOpenAIClient OpenAITargetTyped() => new(endpoint, new DefaultAzureCredential());
    object Search() => new SearchClient(endpoint, "docs", credential);
    object SearchNamed() => new SearchClient(endpoint, indexName: "docs", tokenCredential: new DefaultAzureCredential());
    object SearchIndex() => new SearchIndexClient(endpoint, credential);
    object SearchIndexer() => new SearchIndexerClient(endpoint, credential);
    object Inference() => new ChatCompletionsClient(endpoint, credential);
    object Embeddings() => new EmbeddingsClient(endpoint, credential);
    object ContentSafety() => new ContentSafetyClient(endpoint, credential);
    object Blocklist() => new BlocklistClient(endpoint, credential);
    object Text() => new TextAnalyticsClient(endpoint, credential);
    object Documents() => new DocumentIntelligenceClient(endpoint, credential);
    object Forms() => new FormRecognizerClient(endpoint, credential);
    object Analysis() => new DocumentAnalysisClient(endpoint, credential);
    object Image() => new ImageAnalysisClient(endpoint, credential);
    object Face() => new FaceClient(endpoint, credential);
    object Translation() => new TextTranslationClient(credential, endpoint);
    object DocumentTranslation() => new DocumentTranslationClient(endpoint, credential);
    object Conversations() => new ConversationAnalysisClient(endpoint, credential);
    object Questions() => new QuestionAnsweringClient(endpoint, credential);
    object Assistants() => new AssistantsClient(endpoint, credential);
    object Speech() => SpeechConfig.FromEndpoint(endpoint, credential);
    object SpeechToken(string token) => SpeechConfig.FromAuthorizationToken(token, "westeurope");
    object PlainClient() => new OpenAIClient(new BearerTokenPolicy(credential, "https://cognitiveservices.azure.com/.default"), new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });
    object Kernel(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion("gpt", endpoint.ToString(), credential);
    object KernelNamed(IKernelBuilder builder) => builder.AddAzureOpenAIChatCompletion(credentials: credential, deploymentName: "gpt", endpoint: endpoint.ToString());
    object KernelClient(IKernelBuilder builder, AzureOpenAIClient client) => builder.AddAzureOpenAIChatCompletion("gpt", client);
    object Service() => new AzureOpenAIChatCompletionService("gpt", endpoint.ToString(), credential);
    object Memory() => new AzureOpenAIConfig { Auth = AzureOpenAIConfig.AuthTypes.AzureIdentity };
    object MemoryManual() { var config = new AzureAISearchConfig { Auth = AzureAISearchConfig.AuthTypes.ManualTokenCredential }; config.SetCredential(credential); return config; }

    void Register(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => new AzureOpenAIClient(endpoint, credential));
        services.AddSingleton(sp => new SearchClient(endpoint, "docs", sp.GetRequiredService<TokenCredential>()));
        services.AddAzureClients(clients => clients.AddSearchIndexClient(configuration.GetSection("Search")).WithCredential(credential));
        services.AddAzureOpenAIChatCompletion("gpt", endpoint.ToString(), credential);
    }

    class Derived(Uri endpoint, TokenCredential credential) : AzureOpenAIClient(endpoint, credential);
}
