using System.ClientModel;
using Azure;
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
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using Microsoft.CognitiveServices.Speech;
using Microsoft.Extensions.Configuration;

class DirectArgument(Uri endpoint, IConfiguration configuration)
{
    private readonly string _key = configuration["Ai:Key"]!;

    object OpenAI() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object OpenAIClientModel() => new AzureOpenAIClient(endpoint, new ApiKeyCredential(_key)); //! AISEC101
    object OpenAIWithOptions() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(_key), new AzureOpenAIClientOptions()); //! AISEC101
    object Named() => new AzureOpenAIClient(credential: new AzureKeyCredential(_key), endpoint: endpoint); //! AISEC101
    object TargetTyped() => new AzureOpenAIClient(endpoint, credential: new AzureKeyCredential(key: _key)); //! AISEC101
    AzureOpenAIClient TargetTypedClient() => new(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object Environment1() => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Environment.GetEnvironmentVariable("AZURE_OPENAI_KEY")!)); //! AISEC101
    object Search() => new SearchClient(endpoint, "docs", new AzureKeyCredential(_key)); //! AISEC101
    object SearchIndex() => new SearchIndexClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object SearchIndexer() => new SearchIndexerClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object Inference() => new ChatCompletionsClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object Embeddings() => new EmbeddingsClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object ContentSafety() => new ContentSafetyClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object Blocklist() => new BlocklistClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object Text() => new TextAnalyticsClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object Documents() => new DocumentIntelligenceClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object Forms() => new FormRecognizerClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object Analysis() => new DocumentAnalysisClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object Image() => new ImageAnalysisClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object Face() => new FaceClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object Translation() => new TextTranslationClient(new AzureKeyCredential(_key), "westeurope"); //! AISEC101
    object DocumentTranslation() => new DocumentTranslationClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object Conversations() => new ConversationAnalysisClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object Questions() => new QuestionAnsweringClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object Assistants() => new AssistantsClient(endpoint, new AzureKeyCredential(_key)); //! AISEC101
    object Speech() => SpeechConfig.FromSubscription(_key, "westeurope"); //! AISEC101
    object SpeechNamed() => SpeechConfig.FromSubscription(region: "westeurope", subscriptionKey: _key); //! AISEC101
}
