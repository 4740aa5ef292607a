// Members of versions that cannot be restored, of SDKs whose newer versions can: names and parameters as the sources at the releases' tags have them.
#nullable enable
#pragma warning disable CS0436
namespace Azure.AI.OpenAI
{
    // 1.0.0-beta.9 to beta.17.
    public abstract class ChatRequestMessage { }
    public class ChatRequestSystemMessage { public ChatRequestSystemMessage(string content) { } public string Content => ""; }
    public class ChatRequestUserMessage { public ChatRequestUserMessage(string content) { } public string Content => ""; }
    public class ChatRequestAssistantMessage { public ChatRequestAssistantMessage(string content) { } }
    public class ChatRequestToolMessage { public ChatRequestToolMessage(string content, string toolCallId) { } }
    public class ChatRequestFunctionMessage { public ChatRequestFunctionMessage(string name, string content) { } }
    public class ChatCompletionsFunctionToolDefinition { public string Description { get; set; } = ""; }
    public class ChatCompletionsFunctionToolCall { public string Name { get; set; } = ""; public string Arguments { get; set; } = ""; }
    public class AzureSearchChatExtensionConfiguration { public string IndexName { get; set; } = ""; }
    public class StreamingFunctionToolCallUpdate { public string ArgumentsUpdate => ""; }
    public class StreamingChatCompletionsUpdate { public string FunctionArgumentsUpdate => ""; public object? FinishReason => null; }
}

namespace Microsoft.Extensions.AI
{
    // Up to 9.2, and Agent Framework's extensions before 1.0.0-preview.260121.1.
    public interface IChatClient
    {
        object CompleteAsync(object chatMessages);
        object CompleteStreamingAsync(object chatMessages);
    }

    public static class ChatClientExtensions
    {
        public static object CompleteAsync(this IChatClient client, string chatMessage) => client;
        public static object CompleteStreamingAsync(this IChatClient client, string chatMessage) => client;
        public static object CreateAIAgent(this IChatClient chatClient, string? instructions = null, string? name = null, string? description = null) => chatClient;
    }
}

namespace Microsoft.Agents.AI
{
    public class ChatClientAgentOptions { public string? Instructions { get; set; } }
}

namespace Microsoft.Agents.AI.Workflows
{
    public static class InProcessExecution { public static object StreamAsync<TInput>(object workflow, TInput input) => workflow; }

    public static class WorkflowHostingExtensions
    {
        public static object AsAgent(this Workflow workflow, string? id = null, string? name = null, string? description = null) => workflow;
        public static object AsAgentAsync(this Workflow workflow, string? id = null, string? name = null) => workflow;
    }
}

namespace Microsoft.Extensions.VectorData
{
    public interface IVectorStoreRecordCollection<TKey, TRecord>
    {
        object GetAsync(TKey key);
        object GetBatchAsync(object keys);
    }

    public interface IVectorStore { object GetCollection<TKey, TRecord>(string name, object? vectorStoreRecordDefinition = null); }
    public interface IVectorizedSearch<TRecord> { object VectorizedSearchAsync<TVector>(TVector vector); }
    public interface IVectorizableTextSearch<TRecord> { object VectorizableTextSearchAsync(string searchText); }
}

namespace Microsoft.SemanticKernel
{
    // 1.17.
    public static class OpenAIServiceCollectionExtensions
    {
        public static object AddAzureOpenAIChatCompletion(this object services, string deploymentName, string endpoint, string apiKey) => services;
        public static object AddAzureOpenAIChatCompletion(this object services, string deploymentName, string endpoint, global::Azure.Core.TokenCredential credentials) => services;
        public static object AddAzureOpenAITextGeneration(this object services, string deploymentName, string endpoint, string apiKey) => services;
        public static object AddAzureOpenAITextGeneration(this object services, string deploymentName, string endpoint, global::Azure.Core.TokenCredential credentials) => services;
        public static object AddAzureOpenAITextEmbeddingGeneration(this object services, string deploymentName, string endpoint, string apiKey) => services;
        public static object AddAzureOpenAITextEmbeddingGeneration(this object services, string deploymentName, string endpoint, global::Azure.Core.TokenCredential credential) => services;
        public static object AddAzureOpenAITextToImage(this object services, string deploymentName, string endpoint, string apiKey) => services;
        public static object AddAzureOpenAITextToImage(this object services, string deploymentName, string endpoint, global::Azure.Core.TokenCredential credentials) => services;
        public static object AddAzureOpenAIAudioToText(this object services, string deploymentName, string endpoint, string apiKey) => services;
        public static object AddAzureOpenAIAudioToText(this object services, string deploymentName, string endpoint, global::Azure.Core.TokenCredential credentials) => services;
        public static object AddAzureOpenAITextToAudio(this object services, string deploymentName, string endpoint, string apiKey) => services;
        public static object AddAzureOpenAIFiles(this object services, string endpoint, string apiKey) => services;
    }

    // 1.0.0-beta8.
    public static class KernelExtensions
    {
        public static object RunAsync(this object kernel, object skFunction, object? variables = null) => kernel;
        public static object RunAsync(this object kernel, string input, params object[] pipeline) => kernel;
    }
}

namespace Microsoft.SemanticKernel.Connectors.OpenAI
{
    public static class OpenAIMemoryBuilderExtensions
    {
        public static object WithAzureOpenAITextEmbeddingGeneration(this object builder, string deploymentName, string endpoint, string apiKey) => builder;
        public static object WithAzureOpenAITextEmbeddingGeneration(this object builder, string deploymentName, string endpoint, global::Azure.Core.TokenCredential credential) => builder;
    }

    public class AzureOpenAIChatCompletionService
    {
        public AzureOpenAIChatCompletionService(string deploymentName, string endpoint, string apiKey) { }
        public AzureOpenAIChatCompletionService(string deploymentName, string endpoint, global::Azure.Core.TokenCredential credentials) { }
    }

    public class AzureOpenAITextGenerationService
    {
        public AzureOpenAITextGenerationService(string deploymentName, string endpoint, string apiKey) { }
        public AzureOpenAITextGenerationService(string deploymentName, string endpoint, global::Azure.Core.TokenCredential credential) { }
    }

    public class AzureOpenAITextEmbeddingGenerationService
    {
        public AzureOpenAITextEmbeddingGenerationService(string deploymentName, string endpoint, string apiKey) { }
        public AzureOpenAITextEmbeddingGenerationService(string deploymentName, string endpoint, global::Azure.Core.TokenCredential credential) { }
    }

    public class AzureOpenAITextToImageService
    {
        public AzureOpenAITextToImageService(string deploymentName, string endpoint, string apiKey, string? modelId) { }
        public AzureOpenAITextToImageService(string deploymentName, string endpoint, global::Azure.Core.TokenCredential credential, string? modelId) { }
    }

    public class AzureOpenAIAudioToTextService
    {
        public AzureOpenAIAudioToTextService(string deploymentName, string endpoint, string apiKey) { }
        public AzureOpenAIAudioToTextService(string deploymentName, string endpoint, global::Azure.Core.TokenCredential credentials) { }
    }

    public class AzureOpenAITextToAudioService { public AzureOpenAITextToAudioService(string deploymentName, string endpoint, string apiKey) { } }
}

namespace OpenAI.Responses
{
    // 2.2 to 2.7.
    public class OpenAIResponseClient
    {
        public OpenAIResponseClient(string model, string apiKey) { }
        public OpenAIResponseClient(string model, System.ClientModel.ApiKeyCredential credential, OpenAIClientOptions? options = null) { }
        public OpenAIResponseClient(string model, System.ClientModel.Primitives.AuthenticationPolicy authenticationPolicy, OpenAIClientOptions? options = null) { }
        public object CreateResponse(string userInputText, ResponseCreationOptions? options = null) => this;
        public object CreateResponse(object inputItems, ResponseCreationOptions? options = null) => this;
        public object CreateResponse(System.ClientModel.BinaryContent content) => this;
        public object GetResponse(string responseId) => this;
        public object GetResponseAsync(string responseId) => this;
    }

    public class ResponseCreationOptions { public string Instructions { get; set; } = ""; }
    public class OpenAIResponse { public object? Status => null; public object? IncompleteStatusDetails => null; }
}

namespace OpenAI.Realtime
{
    // 2.2 to 2.8.
    public class RealtimeSession
    {
        public object AddItem(RealtimeItem item) => this;
        public object StartResponse(ConversationResponseOptions options) => this;
        public object ReceiveUpdates() => this;
        public object ReceiveUpdatesAsync() => this;
    }

    public class RealtimeItem
    {
        public string FunctionArguments => "";
        public static RealtimeItem CreateSystemMessage(object contentItems) => new();
        public static RealtimeItem CreateUserMessage(object contentItems) => new();
        public static RealtimeItem CreateAssistantMessage(object contentItems) => new();
        public static RealtimeItem CreateFunctionCallOutput(string callId, string output) => new();
    }

    public class ConversationSessionOptions { public string Instructions { get; set; } = ""; }
    public class ConversationResponseOptions { public string Instructions { get; set; } = ""; }
    public class ItemCreatedUpdate { public string FunctionCallArguments => ""; }
    public class OutputStreamingFinishedUpdate { public string FunctionCallArguments => ""; }
    public class OutputDeltaUpdate { public string FunctionArguments => ""; }
    public class InputAudioTranscriptionFinishedUpdate { public string Transcript => ""; }
}

namespace Microsoft.Extensions.AI
{
    // 9.9 to 10.3.
    public class FunctionApprovalRequestContent { public object CreateResponse(bool approved) => this; }
    public class FunctionApprovalResponseContent { public FunctionApprovalResponseContent(string id, bool approved, object functionCall) { } }
    public class McpServerToolApprovalRequestContent { public object CreateResponse(bool approved) => this; }
    public class McpServerToolApprovalResponseContent { public McpServerToolApprovalResponseContent(string id, bool approved) { } }
}
