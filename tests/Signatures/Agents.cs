// What creates agents, finds them and deletes them: names and parameters as the sources of the libraries have them.
#nullable enable
namespace Microsoft.Agents.AI
{
    public partial class HarnessAgent
    {
        public HarnessAgent(Microsoft.Extensions.AI.IChatClient chatClient, HarnessAgentOptions? options = null) { }
    }

    public partial class HarnessAgentOptions
    {
        public string? Name { get; set; }
    }
}

namespace Microsoft.Extensions.AI
{
    public static class ChatClientHarnessExtensions
    {
        public static Microsoft.Agents.AI.HarnessAgent AsHarnessAgent(this IChatClient chatClient, Microsoft.Agents.AI.HarnessAgentOptions? options = null) => throw null!;
    }
}

namespace Anthropic
{
    public interface IAnthropicClient { }

    public static class AnthropicClientExtensions
    {
        public static Microsoft.Agents.AI.ChatClientAgent AsAIAgent(this IAnthropicClient client, string model, string? instructions = null, string? name = null, string? description = null) => throw null!;
        public static Microsoft.Agents.AI.ChatClientAgent AsAIAgent(this IAnthropicClient client, Microsoft.Agents.AI.ChatClientAgentOptions options) => throw null!;
    }
}

namespace Anthropic.Services
{
    public interface IBetaService { }

    public static class AnthropicBetaServiceExtensions
    {
        public static Microsoft.Agents.AI.ChatClientAgent AsAIAgent(this IBetaService betaService, string model, string? instructions = null, string? name = null, string? description = null) => throw null!;
        public static Microsoft.Agents.AI.ChatClientAgent AsAIAgent(this IBetaService betaService, Microsoft.Agents.AI.ChatClientAgentOptions options) => throw null!;
    }
}

namespace GitHub.Copilot
{
    public class CopilotClient { }

    public class SessionConfig { }

    public static class CopilotClientExtensions
    {
        public static Microsoft.Agents.AI.AIAgent AsAIAgent(this CopilotClient client, SessionConfig? sessionConfig = null, bool ownsClient = false, string? id = null, string? name = null, string? description = null) => throw null!;
    }
}

namespace Microsoft.SemanticKernel.Agents
{
    public partial class ChatCompletionAgent : Agent { }
}

namespace Microsoft.SemanticKernel.Agents.OpenAI
{
    public static partial class AssistantClientExtensions
    {
        public static System.Threading.Tasks.Task<global::OpenAI.Assistants.Assistant> CreateAssistantAsync(this global::OpenAI.Assistants.AssistantClient client, string modelId, string? name = null, string? description = null, string? instructions = null, System.Threading.CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace Azure.AI.Projects
{
    using System.Threading;
    using System.Threading.Tasks;

    public partial class AgentsClient
    {
        public virtual Response<bool> DeleteAgent(string agentId, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<bool>> DeleteAgentAsync(string agentId, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<PageableList<Agent>> GetAgents(int? limit = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<PageableList<Agent>>> GetAgentsAsync(int? limit = null, CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace Azure.AI.Projects.Agents
{
    using System.ClientModel;
    using System.Threading;
    using System.Threading.Tasks;

    public partial class ProjectsAgentVersionCreationOptions { }

    public partial class AgentAdministrationClient
    {
        public virtual ClientResult<ProjectsAgentVersion> CreateAgentVersion(string agentName, ProjectsAgentVersionCreationOptions options, string? foundryFeatures = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<ClientResult<ProjectsAgentVersion>> CreateAgentVersionAsync(string agentName, ProjectsAgentVersionCreationOptions? options = null, string? foundryFeatures = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual ClientResult DeleteAgent(string agentName, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<ClientResult> DeleteAgentAsync(string agentName, CancellationToken cancellationToken = default) => throw null!;
        public virtual ClientResult DeleteAgentVersion(string agentName, string agentVersion, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<ClientResult> DeleteAgentVersionAsync(string agentName, string agentVersion, CancellationToken cancellationToken = default) => throw null!;
        public virtual ClientResult GetAgent(string agentName, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<ClientResult> GetAgentAsync(string agentName, CancellationToken cancellationToken = default) => throw null!;
        public virtual CollectionResult<ProjectsAgentRecord> GetAgents(int? limit = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual AsyncCollectionResult<ProjectsAgentRecord> GetAgentsAsync(int? limit = null, CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace Azure.AI.OpenAI.Assistants
{
    using System.Threading;
    using System.Threading.Tasks;

    public partial class AssistantsClient
    {
        public virtual Response<bool> DeleteAssistant(string assistantId, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<bool>> DeleteAssistantAsync(string assistantId, CancellationToken cancellationToken = default) => throw null!;
    }
}
