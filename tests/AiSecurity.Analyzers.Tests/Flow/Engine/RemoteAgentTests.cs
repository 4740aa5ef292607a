using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>The protocol between agents: what goes to an agent of somebody else, and what comes from one.</summary>
public class RemoteAgentTests
{
    public static TheoryData<string> Clients => [
        "(string text, A2AClient agent) => agent.{|AISEC201:SendMessageAsync(new SendMessageRequest { Message = new Message { Role = Role.User, Parts = [Part.FromText(text)] } })|}",
        "(string text, A2AClient agent) => agent.{|AISEC201:SendStreamingMessageAsync(new SendMessageRequest { Message = new Message { Parts = [Part.FromText(text)] } })|}",
        "(string text, IA2AClient agent) => agent.{|AISEC201:SendMessageAsync(text)|}",
        "(string text, IA2AClient agent) => agent.{|AISEC201:SendStreamingMessageAsync(text, Role.User)|}",
        "(string text, A2AClient agent) => agent.{|AISEC201:SendMessageAsync(new MessageSendParams { Message = new AgentMessage { Parts = [new TextPart { Text = text }] } })|}",
        "(string text, A2AClient agent) => agent.{|AISEC201:SendMessageStreamingAsync(new MessageSendParams { Message = new AgentMessage { Parts = [new TextPart { Text = text }] } })|}",
        "(string text, A2AClient agent) => agent.{|AISEC201:SendMessageStreamAsync(new MessageSendParams { Message = new AgentMessage { Parts = [new TextPart { Text = text }] } })|}",
        "(string text, A2AClient agent) => agent.{|AISEC201:SendMessageAsync(new AgentMessage { Parts = [new TextPart { Text = text }] })|}",
        "async (A2AClient agent) => { var answer = await agent.SendMessageAsync(\"Write a script.\"); System.Diagnostics.Process.Start(\"bash\", {|AISEC301:\"-c \" + answer.Message!.Parts[0].Text|}); }",
        "(string text, IA2AClient agent) => agent.SendMessageAsync(\"Tell a joke.\", contextId: text)",
        "(string text, A2AClient agent) => agent.GetTaskAsync(new GetTaskRequest { Id = text })",
    ];

    public static TheoryData<string> Servers => [
        "class Agent(IChatClient chat) : IAgentHandler { public Task ExecuteAsync(RequestContext context, AgentEventQueue eventQueue, CancellationToken token) => chat.{|AISEC201:GetResponseAsync(context.UserText!)|}; }",
        "class Agent(IChatClient chat) : IAgentHandler { public Task ExecuteAsync(RequestContext context, AgentEventQueue eventQueue, CancellationToken token) => chat.{|AISEC201:GetResponseAsync(context.Message.Parts[0].Text!)|}; }",
        "class Agent(IChatClient chat) : IAgentHandler { public Task ExecuteAsync(RequestContext context, AgentEventQueue eventQueue, CancellationToken token) => chat.GetResponseAsync($\"Task {context.TaskId}\"); }",
        "abstract class Host(IChatClient chat) : IA2ARequestHandler { public async Task<SendMessageResponse> SendMessageAsync(SendMessageRequest request, CancellationToken token) { await chat.{|AISEC201:GetResponseAsync(request.Message.Parts[0].Text!)|}; return new(); } public abstract IAsyncEnumerable<StreamResponse> SendStreamingMessageAsync(SendMessageRequest request, CancellationToken token); public abstract Task<AgentTask> GetTaskAsync(GetTaskRequest request, CancellationToken token); }",
        "class Agent(IChatClient chat) { public void Attach(ITaskManager tasks) => tasks.OnMessageReceived = Answer; async Task<A2AResponse> Answer(MessageSendParams received, CancellationToken token) { await chat.{|AISEC201:GetResponseAsync(((TextPart)received.Message.Parts[0]).Text)|}; return new AgentMessage(); } }",
        "class Agent(IChatClient chat) { public void Attach(TaskManager tasks) => tasks.OnMessageReceived = async (received, token) => { await chat.{|AISEC201:GetResponseAsync(received.Message.Parts.OfType<TextPart>().First().Text)|}; return new AgentMessage(); }; }",
        "class Agent(IChatClient chat) { public ITaskManager Make() => new TaskManager { OnTaskUpdated = (task, token) => chat.{|AISEC201:GetResponseAsync(task.History![0].Parts[0].Text!)|} }; }",
        "class Agent(IChatClient chat) { public void Attach(ITaskManager tasks) { tasks.OnTaskCreated = Answer; } Task Answer(AgentTask task, CancellationToken token) => chat.{|AISEC201:GetResponseAsync(task.History!.Last().Parts[0].Text!)|}; }",
        "class Agent(IChatClient chat) { public void Attach(ITaskManager tasks) => tasks.OnTaskCreated = (task, token) => chat.GetResponseAsync(task.Id); }",
        "class Agent(IChatClient chat) { Func<string, Task>? OnMessageReceived { get; set; } public void Attach() => OnMessageReceived = text => chat.GetResponseAsync(text); }",
    ];

    [Theory]
    [MemberData(nameof(Clients))]
    public Task A_client(string handler) => VerifyAsync($"var app = WebApplication.Create(args);\napp.MapPost(\"/chat\", {handler});\napp.Run();");

    [Theory]
    [MemberData(nameof(Servers))]
    public Task A_server(string type) => VerifyAsync(type);

    private static Task VerifyAsync(string source) => FlowVerifier.VerifyAsync("using A2A;\n" + Endpoint.Usings + source, SdkSet.Stubs);
}
