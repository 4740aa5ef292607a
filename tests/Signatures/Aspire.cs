// What integrations of .NET Aspire register behind a client, as in dotnet/aspire 13.
#nullable enable
namespace Microsoft.Extensions.Hosting
{
    using Aspire.OpenAI;
    using Microsoft.Extensions.AI;

    public static partial class AspireOpenAIClientBuilderChatClientExtensions
    {
        public static ChatClientBuilder AddChatClient(this AspireOpenAIClientBuilder builder, string? deploymentName = null) => throw null!;
        public static ChatClientBuilder AddKeyedChatClient(this AspireOpenAIClientBuilder builder, string serviceKey, string? deploymentName = null) => throw null!;
    }

    public static partial class AspireOpenAIClientBuilderEmbeddingGeneratorExtensions
    {
        public static EmbeddingGeneratorBuilder<string, Embedding<float>> AddEmbeddingGenerator(this AspireOpenAIClientBuilder builder, string? deploymentName = null) => throw null!;
    }
}

namespace Aspire.Hosting
{
    public partial class DistributedApplication
    {
    }
}
