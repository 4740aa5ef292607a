// Agent Framework's extensions for OpenAI clients before 1.0.0-preview.260121, in a namespace of their own.
#nullable enable
namespace OpenAI
{
    public static partial class OpenAIChatClientExtensions
    {
        public static Microsoft.Agents.AI.ChatClientAgent CreateAIAgent(this Chat.ChatClient client, string? instructions = null, string? name = null, string? description = null) => throw null!;
    }

    public static partial class OpenAIResponseClientExtensions
    {
        public static Microsoft.Agents.AI.ChatClientAgent CreateAIAgent(this Responses.ResponsesClient client, string? instructions = null, string? name = null, string? description = null) => throw null!;
    }

    public static partial class OpenAIAssistantClientExtensions
    {
        public static Microsoft.Agents.AI.ChatClientAgent CreateAIAgent(this Assistants.AssistantClient client, string model, string? name = null, string? description = null, string? instructions = null) => throw null!;
        public static System.Threading.Tasks.Task<Microsoft.Agents.AI.ChatClientAgent> CreateAIAgentAsync(this Assistants.AssistantClient client, string model, string? name = null, string? description = null, string? instructions = null) => throw null!;
    }
}

namespace Microsoft.Agents.AI.Tools.Shell
{
    public partial class LocalShellExecutor
    {
        public System.Threading.Tasks.Task<ShellResult> RunAsync(string command, System.Threading.CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class ShellResult { }

    public partial class DockerShellExecutorOptions
    {
        public System.Collections.Generic.IReadOnlyList<string>? ExtraRunArgs { get; set; }
    }
}

namespace Microsoft.Agents.AI
{
    public partial class HarnessAgentOptions
    {
        public bool DisableApprovalResponseBinding { get; set; }
        public int? MaximumIterationsPerRequest { get; set; }
    }
}

namespace Microsoft.Agents.AI.Hosting
{
    using System;
    using Microsoft.Extensions.DependencyInjection;
    using Microsoft.Extensions.Hosting;

    public partial interface IHostedAgentBuilder { }

    public static partial class HostApplicationBuilderAgentExtensions
    {
        public static IHostedAgentBuilder AddAIAgent(this IHostApplicationBuilder builder, string name, string? instructions, ServiceLifetime lifetime = ServiceLifetime.Singleton) => throw null!;
        public static IHostedAgentBuilder AddAIAgent(this IHostApplicationBuilder builder, string name, Func<IServiceProvider, string, AIAgent> createAgentDelegate, ServiceLifetime lifetime = ServiceLifetime.Singleton) => throw null!;
    }

    public static partial class AgentHostingServiceCollectionExtensions
    {
        public static IHostedAgentBuilder AddAIAgent(this IServiceCollection services, string name, string? instructions, ServiceLifetime lifetime = ServiceLifetime.Singleton) => throw null!;
        public static IHostedAgentBuilder AddAIAgent(this IServiceCollection services, string name, Func<IServiceProvider, string, AIAgent> createAgentDelegate, ServiceLifetime lifetime = ServiceLifetime.Singleton) => throw null!;
    }
}
