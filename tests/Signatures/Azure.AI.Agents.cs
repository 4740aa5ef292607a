// Agents of the Foundry service in Azure.AI.Projects 1.0.0-beta.1 to 8, and Assistants of Azure.AI.OpenAI 1.x.
#nullable enable
namespace Azure.AI.Projects
{
    using System.Collections.Generic;
    using System.Threading;
    using System.Threading.Tasks;

    public partial class AgentsClient
    {
        public virtual Response<ThreadRun> GetRun(string threadId, string runId, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<ThreadRun>> GetRunAsync(string threadId, string runId, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<Agent> CreateAgent(string model, string? name = null, string? description = null, string? instructions = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<Agent>> CreateAgentAsync(string model, string? name = null, string? description = null, string? instructions = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<ThreadMessage> CreateMessage(string threadId, MessageRole role, string content, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<ThreadMessage>> CreateMessageAsync(string threadId, MessageRole role, string content, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<ThreadRun> CreateRun(string threadId, string assistantId, string? overrideModelName = null, string? overrideInstructions = null, string? additionalInstructions = null, IEnumerable<ThreadMessageOptions>? additionalMessages = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<ThreadRun>> CreateRunAsync(string threadId, string assistantId, string? overrideModelName = null, string? overrideInstructions = null, string? additionalInstructions = null, IEnumerable<ThreadMessageOptions>? additionalMessages = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<ThreadRun> SubmitToolOutputsToRun(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<ThreadRun>> SubmitToolOutputsToRunAsync(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<PageableList<ThreadMessage>> GetMessages(string threadId, string? runId = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<PageableList<ThreadMessage>>> GetMessagesAsync(string threadId, string? runId = null, CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class Agent { }
    public partial class MessageRole { }
    public partial class PageableList<T> { }
    public partial class ThreadMessage { }
    public partial class ThreadMessageOptions { }
    public partial class ThreadRun { }
    public partial class ToolOutput { }

    public partial class RequiredFunctionToolCall
    {
        public string Name { get; } = "";
        public string Arguments => throw null!;
    }
}

namespace Azure.AI.OpenAI.Assistants
{
    using System.Collections.Generic;
    using System.Threading;
    using System.Threading.Tasks;

    public partial class AssistantsClient
    {
        public virtual Response<ThreadRun> GetRun(string threadId, string runId, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<ThreadRun>> GetRunAsync(string threadId, string runId, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<ThreadMessage> CreateMessage(string threadId, MessageRole role, string content, IEnumerable<string>? fileIds = null, IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<ThreadMessage>> CreateMessageAsync(string threadId, MessageRole role, string content, IEnumerable<string>? fileIds = null, IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<PageableList<ThreadMessage>> GetMessages(string threadId, int? limit = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<PageableList<ThreadMessage>>> GetMessagesAsync(string threadId, int? limit = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<ThreadRun> SubmitToolOutputsToRun(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<ThreadRun>> SubmitToolOutputsToRunAsync(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class MessageRole { }
    public partial class PageableList<T> { }
    public partial class ThreadMessage { }
    public partial class ThreadRun { }
    public partial class ToolOutput { }

    public partial class AssistantCreationOptions
    {
        public string Instructions { get; set; } = "";
    }

    public partial class CreateRunOptions
    {
        public string OverrideInstructions { get; set; } = "";
        public string AdditionalInstructions { get; set; } = "";
    }

    public partial class RequiredFunctionToolCall
    {
        public string Name { get; } = "";
        public string Arguments => throw null!;
    }
}
