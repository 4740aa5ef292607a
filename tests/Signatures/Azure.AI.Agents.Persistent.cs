// Agents of the Foundry service, as Azure.AI.Agents.Persistent 1.x declares them.
#nullable enable
namespace Azure.AI.Agents.Persistent
{
    using System;
    using System.Collections.Generic;
    using System.Threading;
    using System.Threading.Tasks;

    public partial class PersistentAgentsClient
    {
        public virtual PersistentAgentsAdministrationClient Administration => throw null!;
        public virtual Threads Threads => throw null!;
        public virtual ThreadMessages Messages => throw null!;
        public virtual ThreadRuns Runs => throw null!;
    }

    public enum ListSortOrder { Ascending, Descending }

    public readonly partial struct RunStatus : IEquatable<RunStatus>
    {
        public static RunStatus Queued { get; }
        public static RunStatus InProgress { get; }
        public static RunStatus RequiresAction { get; }
        public static RunStatus Cancelling { get; }
        public static RunStatus Cancelled { get; }
        public static RunStatus Failed { get; }
        public static RunStatus Completed { get; }
        public static RunStatus Expired { get; }
        public static bool operator ==(RunStatus left, RunStatus right) => left.Equals(right);
        public static bool operator !=(RunStatus left, RunStatus right) => !left.Equals(right);
        public bool Equals(RunStatus other) => throw null!;
        public override bool Equals(object? obj) => throw null!;
        public override int GetHashCode() => throw null!;
    }

    public partial class MessageRole
    {
        public static MessageRole User { get; } = null!;
        public static MessageRole Agent { get; } = null!;
    }

    public partial class PersistentAgent
    {
        public string Id => throw null!;
        public string Name => throw null!;
    }

    public partial class PersistentAgentThread
    {
        public string Id => throw null!;
    }

    public partial class PersistentThreadMessage
    {
        public MessageRole Role => throw null!;
        public IReadOnlyList<MessageContent> ContentItems => throw null!;
    }

    public abstract partial class MessageContent { }

    public partial class MessageTextContent : MessageContent
    {
        public string Text => throw null!;
    }

    public partial class MCPToolResource
    {
        public MCPApproval? RequireApproval { get; set; }
        public ToolResources ToToolResources() => throw null!;
    }

    public partial class MCPApproval { }

    public partial class ThreadMessages
    {
        public virtual Response<PersistentThreadMessage> CreateMessage(string threadId, MessageRole role, string content, IEnumerable<MessageAttachment>? attachments = null, IReadOnlyDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Pageable<PersistentThreadMessage> GetMessages(string threadId, string? runId = null, int? limit = null, ListSortOrder? order = null, string? after = null, string? before = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual AsyncPageable<PersistentThreadMessage> GetMessagesAsync(string threadId, string? runId = null, int? limit = null, ListSortOrder? order = null, string? after = null, string? before = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<PersistentThreadMessage> GetMessage(string threadId, string messageId, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<PersistentThreadMessage>> GetMessageAsync(string threadId, string messageId, CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class Threads
    {
        public virtual Response<PersistentAgentThread> CreateThread(IEnumerable<ThreadMessageOptions>? messages = null, ToolResources? toolResources = null, IReadOnlyDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<PersistentAgentThread>> CreateThreadAsync(IEnumerable<ThreadMessageOptions>? messages = null, ToolResources? toolResources = null, IReadOnlyDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class ThreadRuns
    {
        public virtual Response<ThreadRun> GetRun(string threadId, string runId, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<ThreadRun>> GetRunAsync(string threadId, string runId, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<ThreadRun>> CancelRunAsync(string threadId, string runId, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<ThreadRun> SubmitToolOutputsToRun(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<ThreadRun>> SubmitToolOutputsToRunAsync(ThreadRun run, IEnumerable<ToolOutput> toolOutputs, CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class PersistentAgentsAdministrationClient
    {
        public virtual Response<PersistentAgent> GetAgent(string assistantId, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<bool> DeleteAgent(string agentId, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<bool>> DeleteAgentAsync(string agentId, CancellationToken cancellationToken = default) => throw null!;
        public virtual Pageable<PersistentAgent> GetAgents(int? limit = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual AsyncPageable<PersistentAgent> GetAgentsAsync(int? limit = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Response<PersistentAgent> UpdateAgent(string assistantId, string? model = null, string? name = null, string? description = null, string? instructions = null, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<PersistentAgent>> UpdateAgentAsync(string assistantId, string? model = null, string? name = null, string? description = null, string? instructions = null, CancellationToken cancellationToken = default) => throw null!;
    }

    public partial class ThreadMessageOptions
    {
        public ThreadMessageOptions(MessageRole role, string content) { }
    }

    public abstract partial class RequiredAction { }

    public abstract partial class RequiredToolCall : RequiredAction
    {
        public string Id => throw null!;
    }

    public partial class SubmitToolOutputsAction : RequiredAction
    {
        public IReadOnlyList<RequiredToolCall> ToolCalls => throw null!;
    }

    public partial class SubmitToolApprovalAction : RequiredAction
    {
        public IReadOnlyList<RequiredToolCall> SubmitToolApproval => throw null!;
    }

    public partial class ToolApproval
    {
        public ToolApproval(string toolCallId, bool approve) { }
        public IDictionary<string, string> Headers => throw null!;
    }

    public partial class RequiredMcpToolCall : RequiredToolCall
    {
        public string Name => throw null!;
    }

    public partial class ToolOutput
    {
        public ToolOutput(RequiredToolCall toolCall, string output) { }
        public ToolOutput(string toolCallId, string output) { }
    }

    public partial class RequiredFunctionToolCall : RequiredToolCall
    {
        public string Name { get; } = "";
        public string Arguments => throw null!;
    }

    public partial class MCPToolDefinition : ToolDefinition
    {
        public MCPToolDefinition(string serverLabel, string serverUrl) { }
    }

    public partial class FunctionToolDefinition : ToolDefinition
    {
        public FunctionToolDefinition(string name, string description, System.BinaryData parameters) { }
    }

    public partial class ThreadRun
    {
        public string Id => throw null!;
        public RunStatus Status => throw null!;
        public RequiredAction? RequiredAction => throw null!;
    }
}
