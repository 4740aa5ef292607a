using System.ClientModel;
using Azure;
using Azure.AI.Inference;
using Azure.AI.OpenAI;
using Azure.AI.OpenAI.Assistants;
using Microsoft.Extensions.Configuration;
using Microsoft.KernelMemory;
using Microsoft.SemanticKernel;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;

static class NoEntraThere
{
    // api.openai.com takes keys only.
    static object Plain(string key) => new OpenAIClient(key);
    static object PlainCredential(string key) => new OpenAIClient(new ApiKeyCredential(key));
    static object PlainOptions(string key) => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions());
    static object PlainEndpoint(string key) => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("https://api.openai.com/v1") });
    static object PlainTimeout(string key) => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { NetworkTimeout = TimeSpan.FromSeconds(30) });
    static object Chat(string key) => new ChatClient("gpt", key);
    static object ChatCredential(string key) => new ChatClient("gpt", new ApiKeyCredential(key));
    static object Embedding(string key) => new EmbeddingClient("ada", key);
    static object FromEnvironment() => new ChatClient("gpt", Environment.GetEnvironmentVariable("OPENAI_API_KEY")!);
    static object FromConfiguration(IConfiguration configuration) => new ChatClient("gpt", configuration["OpenAI:ApiKey"]!);
    static object Kernel(IKernelBuilder builder, string key) => builder.AddOpenAIChatCompletion("gpt", key);
    static object KernelNamed(IKernelBuilder builder, string key) => builder.AddOpenAIChatCompletion(apiKey: key, modelId: "gpt");
    static object KernelEmbedding(IKernelBuilder builder, string key) => builder.AddOpenAIEmbeddingGenerator("ada", key);
    static object Assistants(string key) => new AssistantsClient(key);

    // GitHub Models.
    static object GitHub(string token) => new OpenAIClient(new ApiKeyCredential(token), new OpenAIClientOptions { Endpoint = new Uri("https://models.github.ai/inference") });
    static object GitHubInference(string token) => new ChatCompletionsClient(new Uri("https://models.inference.ai.azure.com"), new AzureKeyCredential(token));
    static object GitHubOld(string token) => new ChatClient("gpt", new ApiKeyCredential(token), new OpenAIClientOptions { Endpoint = new Uri("https://models.inference.ai.azure.com") });

    // Local servers.
    static object Ollama() => new OpenAIClient(new ApiKeyCredential("ollama"), new OpenAIClientOptions { Endpoint = new Uri("http://localhost:11434/v1") });
    static object OllamaVariable(string key) => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("http://localhost:11434/v1") });
    static object LmStudio() => new ChatClient("phi", new ApiKeyCredential("lm-studio"), new OpenAIClientOptions { Endpoint = new Uri("http://127.0.0.1:1234/v1") });
    static object Foundry() => new ChatClient("phi", new ApiKeyCredential("not-needed"), new OpenAIClientOptions { Endpoint = new Uri("http://localhost:5273/v1") });
    static object IPv6(string key) => new ChatClient("phi", new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("http://[::1]:8080/v1") });
    static object Docker() => new ChatClient("phi", new ApiKeyCredential("unused"), new OpenAIClientOptions { Endpoint = new Uri("http://host.docker.internal:12434/engines/v1") });
    static object SingleLabel(string key) => new ChatClient("phi", new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("http://ollama:11434/v1") });
    static object ServiceDiscovery(string key) => new ChatClient("phi", new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("https+http://ollama/v1") });
    static object AzureEmulator(string key) => new AzureOpenAIClient(new Uri("http://localhost:8080"), new AzureKeyCredential(key));
    static object AzureEmulatorLocal(string key) { var endpoint = new Uri("https://127.0.0.1:8443"); return new AzureOpenAIClient(endpoint, new AzureKeyCredential(key)); }

    // Other hosts that speak the protocol.
    static object Groq(string key) => new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("https://api.groq.com/openai/v1") });
    static object DeepSeek(string key) => new ChatClient("deepseek-chat", new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri("https://api.deepseek.com") });
    static object OtherSetting(IConfiguration configuration) => new ChatClient("m", new ApiKeyCredential(configuration["Provider:Key"]!), new OpenAIClientOptions { Endpoint = new Uri(configuration["Provider:Endpoint"]!) });
    static object OpenAISetting(IConfiguration configuration) => new ChatClient("m", new ApiKeyCredential(configuration["OpenAI:Key"]!), new OpenAIClientOptions { Endpoint = new Uri(configuration["OpenAI:Endpoint"]!) });

    // A gateway's subscription key.
    static object Gateway(string key) => new AzureOpenAIClient(new Uri("https://contoso.azure-api.net"), new AzureKeyCredential(key));
    static object GatewaySearch(string key) { var credential = new AzureKeyCredential(key); return new AzureOpenAIClient(new Uri("https://contoso.azure-api.net/openai"), credential); }

    // Kernel Memory's own OpenAI settings.
    static object Memory(string key) => new OpenAIConfig { APIKey = key };
    static object MemoryDefaults(IKernelMemoryBuilder builder, string key) => builder.WithOpenAIDefaults(key);
}
