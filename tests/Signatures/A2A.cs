// The Agent2Agent protocol: names and parameters as the sources of the libraries have them, version 1.0 and what the versions before it had instead.
#nullable enable
namespace A2A
{
    using System;
    using System.Collections.Generic;
    using System.Threading;
    using System.Threading.Tasks;

    public enum Role { Unspecified, User, Agent }

    public class Part
    {
        public string? Text { get; set; }
        public static Part FromText(string text) => throw null!;
    }

    public sealed class Message
    {
        public Role Role { get; set; }
        public List<Part> Parts { get; set; } = [];
        public string MessageId { get; set; } = "";
        public string? ContextId { get; set; }
    }

    public sealed class AgentTask
    {
        public string Id { get; set; } = "";
        public List<Message>? History { get; set; }
    }

    public sealed class SendMessageRequest { public Message Message { get; set; } = new(); }

    public sealed class GetTaskRequest { public string Id { get; set; } = ""; }

    public sealed class SendMessageResponse
    {
        public AgentTask? Task { get; set; }
        public Message? Message { get; set; }
    }

    public sealed class StreamResponse { public Message? Message { get; set; } }

    public interface IA2AClient
    {
        Task<SendMessageResponse> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default);
        IAsyncEnumerable<StreamResponse> SendStreamingMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default);
        Task<A2AResponse> SendMessageAsync(MessageSendParams taskSendParams, CancellationToken cancellationToken = default);
        IAsyncEnumerable<A2AEvent> SendMessageStreamingAsync(MessageSendParams taskSendParams, CancellationToken cancellationToken = default);
        IAsyncEnumerable<A2AEvent> SendMessageStreamAsync(MessageSendParams taskSendParams, CancellationToken cancellationToken = default);
        Task<AgentTask> GetTaskAsync(GetTaskRequest request, CancellationToken cancellationToken = default);
    }

    public sealed class A2AClient : IA2AClient
    {
        public A2AClient(Uri baseUrl, System.Net.Http.HttpClient? httpClient = null) { }
        public Task<SendMessageResponse> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<StreamResponse> SendStreamingMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default) => throw null!;
        public Task<A2AResponse> SendMessageAsync(MessageSendParams taskSendParams, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<A2AEvent> SendMessageStreamingAsync(MessageSendParams taskSendParams, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<A2AEvent> SendMessageStreamAsync(MessageSendParams taskSendParams, CancellationToken cancellationToken = default) => throw null!;
        public Task<AgentTask> GetTaskAsync(GetTaskRequest request, CancellationToken cancellationToken = default) => throw null!;
    }

    public static class A2AClientExtensions
    {
        public static Task<SendMessageResponse> SendMessageAsync(this IA2AClient client, string text, Role role = Role.User, string? contextId = null, CancellationToken cancellationToken = default) => throw null!;
        public static IAsyncEnumerable<StreamResponse> SendStreamingMessageAsync(this IA2AClient client, string text, Role role = Role.User, string? contextId = null, CancellationToken cancellationToken = default) => throw null!;
        public static Task<A2AResponse> SendMessageAsync(this A2AClient client, AgentMessage message, MessageSendConfiguration? configuration = null, CancellationToken cancellationToken = default) => throw null!;
        public static IAsyncEnumerable<A2AEvent> SendMessageStreamingAsync(this A2AClient client, AgentMessage message, MessageSendConfiguration? configuration = null, CancellationToken cancellationToken = default) => throw null!;
    }

    public sealed class RequestContext
    {
        public Message Message { get; init; } = new();
        public AgentTask? Task { get; init; }
        public string TaskId { get; init; } = "";
        public string ContextId { get; init; } = "";
        public string? UserText => throw null!;
    }

    public sealed class AgentEventQueue { public ValueTask EnqueueMessageAsync(Message message, CancellationToken cancellationToken = default) => throw null!; }

    public interface IAgentHandler
    {
        Task ExecuteAsync(RequestContext context, AgentEventQueue eventQueue, CancellationToken cancellationToken);
        Task CancelAsync(RequestContext context, AgentEventQueue eventQueue, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    public interface IA2ARequestHandler
    {
        Task<SendMessageResponse> SendMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default);
        IAsyncEnumerable<StreamResponse> SendStreamingMessageAsync(SendMessageRequest request, CancellationToken cancellationToken = default);
        Task<AgentTask> GetTaskAsync(GetTaskRequest request, CancellationToken cancellationToken = default);
    }

    // Before 1.0.
    public abstract class A2AEvent { }

    public abstract class A2AResponse : A2AEvent { }

    public sealed class TextPart : Part { public new string Text { get; set; } = ""; }

    public sealed class AgentMessage : A2AResponse
    {
        public List<Part> Parts { get; set; } = [];
        public string MessageId { get; set; } = "";
    }

    public sealed class MessageSendConfiguration { }

    public sealed class MessageSendParams { public AgentMessage Message { get; set; } = new(); }

    public interface ITaskManager
    {
        Func<MessageSendParams, CancellationToken, Task<A2AResponse>>? OnMessageReceived { get; set; }
        Func<AgentTask, CancellationToken, Task> OnTaskCreated { get; set; }
        Func<AgentTask, CancellationToken, Task> OnTaskUpdated { get; set; }
        Func<string, CancellationToken, Task<object>> OnAgentCardQuery { get; set; }
    }

    public sealed class TaskManager : ITaskManager
    {
        public Func<MessageSendParams, CancellationToken, Task<A2AResponse>>? OnMessageReceived { get; set; }
        public Func<AgentTask, CancellationToken, Task> OnTaskCreated { get; set; } = null!;
        public Func<AgentTask, CancellationToken, Task> OnTaskUpdated { get; set; } = null!;
        public Func<string, CancellationToken, Task<object>> OnAgentCardQuery { get; set; } = null!;
    }
}

namespace A2A.AspNetCore
{
    using Microsoft.AspNetCore.Builder;
    using Microsoft.AspNetCore.Routing;

    public static class A2ARouteBuilderExtensions
    {
        public static IEndpointConventionBuilder MapA2A(this IEndpointRouteBuilder endpoints, string path) => throw null!;
        public static IEndpointConventionBuilder MapA2A(this IEndpointRouteBuilder endpoints, IA2ARequestHandler requestHandler, string path) => throw null!;
        public static IEndpointConventionBuilder MapA2A(this IEndpointRouteBuilder endpoints, ITaskManager taskManager, string path) => throw null!;
        public static IEndpointConventionBuilder MapHttpA2A(this IEndpointRouteBuilder endpoints, IA2ARequestHandler requestHandler, string path = "") => throw null!;
        public static IEndpointConventionBuilder MapHttpA2A(this IEndpointRouteBuilder endpoints, ITaskManager taskManager, string path) => throw null!;
        public static IEndpointConventionBuilder MapWellKnownAgentCard(this IEndpointRouteBuilder endpoints, object agentCard, string path = "") => throw null!;
    }
}

namespace A2A.V0_3Compat
{
    using Microsoft.AspNetCore.Builder;
    using Microsoft.AspNetCore.Routing;

    public static class V03ServerCompatEndpointExtensions
    {
        public static IEndpointConventionBuilder MapA2AWithV03Compat(this IEndpointRouteBuilder endpoints, IA2ARequestHandler requestHandler, string path) => throw null!;
    }
}
