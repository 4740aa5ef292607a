using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Text that the executors of a workflow hand on as messages of the project's own types.</summary>
public class WorkflowTests
{
    private const string Fetch = "class Fetch(HttpClient http) : Executor<Job, Page>(\"fetch\") { public override async ValueTask<Page> HandleAsync(Job message, IWorkflowContext context, CancellationToken cancellation = default) => new Page(await http.GetStringAsync(message.Url, cancellation)); }";

    public static TheoryData<string, string> Workflows => new()
    {
        { "result", Fetch + "class Draft(AIAgent agent) : Executor<Page, Done>(\"draft\") { public override async ValueTask<Done> HandleAsync(Page message, IWorkflowContext context, CancellationToken cancellation = default) { var answer = await agent.{|AISEC202:RunAsync(message.Text)|}; return new Done(answer.Text.Length); } }" },
        { "last executor", Fetch + "class Draft(AIAgent agent) : Executor<Page>(\"draft\") { public override async ValueTask HandleAsync(Page message, IWorkflowContext context, CancellationToken cancellation = default) => await agent.{|AISEC202:RunAsync($\"Read {message.Text}\")|}; }" },
        { "message that is sent", "class Fetch(HttpClient http) : Executor<Job>(\"fetch\") { public override async ValueTask HandleAsync(Job message, IWorkflowContext context, CancellationToken cancellation = default) { var text = await http.GetStringAsync(message.Url, cancellation); await context.SendMessageAsync(new Page(text), cancellation); } } class Draft(AIAgent agent) : Executor<Page>(\"draft\") { public override async ValueTask HandleAsync(Page message, IWorkflowContext context, CancellationToken cancellation = default) => await agent.{|AISEC202:RunAsync(message.Text)|}; }" },
        { "attribute", "partial class Fetch(HttpClient http) : Executor(\"fetch\") { protected override ProtocolBuilder ConfigureProtocol(ProtocolBuilder builder) => builder; [MessageHandler] private async ValueTask<Page> LoadAsync(Job job, IWorkflowContext context) => new Page(await http.GetStringAsync(job.Url)); } partial class Draft(AIAgent agent) : Executor(\"draft\") { protected override ProtocolBuilder ConfigureProtocol(ProtocolBuilder builder) => builder; [MessageHandler] private async ValueTask WriteAsync(Page page, IWorkflowContext context) => await agent.{|AISEC202:RunAsync(page.Text)|}; }" },
        { "contract", "#pragma warning disable CS0618\nclass Fetch(HttpClient http) : Microsoft.Agents.AI.Workflows.Reflection.IMessageHandler<Job, Page> { public async ValueTask<Page> HandleAsync(Job message, IWorkflowContext context, CancellationToken cancellation = default) => new Page(await http.GetStringAsync(message.Url, cancellation)); } class Draft(AIAgent agent) : Microsoft.Agents.AI.Workflows.Reflection.IMessageHandler<Page> { public async ValueTask HandleAsync(Page page, IWorkflowContext context, CancellationToken cancellation = default) => await agent.{|AISEC202:RunAsync(page.Text)|}; }" },
        { "state", "class Fetch(HttpClient http) : Executor<Job>(\"fetch\") { public override async ValueTask HandleAsync(Job message, IWorkflowContext context, CancellationToken cancellation = default) => await context.QueueStateUpdateAsync(\"page\", new Page(await http.GetStringAsync(message.Url, cancellation))); } class Draft(AIAgent agent) : Executor<Done>(\"draft\") { public override async ValueTask HandleAsync(Done message, IWorkflowContext context, CancellationToken cancellation = default) { var page = await context.ReadStateAsync<Page>(\"page\"); await agent.{|AISEC202:RunAsync(page!.Text)|}; } }" },
        { "number", Fetch + "class Draft(AIAgent agent) : Executor<Page>(\"draft\") { public override async ValueTask HandleAsync(Page message, IWorkflowContext context, CancellationToken cancellation = default) => await agent.RunAsync($\"Rate {message.Text.Length}\"); }" },
        { "another message", Fetch + "class Draft(AIAgent agent) : Executor<Job>(\"draft\") { public override async ValueTask HandleAsync(Job message, IWorkflowContext context, CancellationToken cancellation = default) => await agent.RunAsync(message.Url); }" },
        { "constant", "class Fetch() : Executor<Job, Page>(\"fetch\") { public override ValueTask<Page> HandleAsync(Job message, IWorkflowContext context, CancellationToken cancellation = default) => new(new Page(\"constant\")); } class Draft(AIAgent agent) : Executor<Page>(\"draft\") { public override async ValueTask HandleAsync(Page message, IWorkflowContext context, CancellationToken cancellation = default) => await agent.RunAsync(message.Text); }" },
        { "shielded on the way", "class Fetch(HttpClient http) : Executor<Job, Page>(\"fetch\") { public override async ValueTask<Page> HandleAsync(Job message, IWorkflowContext context, CancellationToken cancellation = default) { var text = await http.GetStringAsync(message.Url, cancellation); Own.Demand(text); return new Page(text); } } class Draft(AIAgent agent) : Executor<Page>(\"draft\") { public override async ValueTask HandleAsync(Page message, IWorkflowContext context, CancellationToken cancellation = default) => await agent.RunAsync(message.Text); }" },
        { "method of the same name", Fetch + "class Draft(AIAgent agent) { public async ValueTask HandleAsync(Page message, CancellationToken cancellation = default) => await agent.RunAsync(message.Text); }" },
    };

    [Theory]
    [MemberData(nameof(Workflows))]
    public Task Messages(string name, string executors)
    {
        _ = name;
        return FlowVerifier.VerifyAsync($$"""
            using System.Net.Http;
            using System.Threading;
            using System.Threading.Tasks;
            using Microsoft.Agents.AI;
            using Microsoft.Agents.AI.Workflows;
            record Job(string Url);
            record Page(string Text);
            record Done(int Count);
            {{executors}}
            class PromptShieldAttribute : System.Attribute;
            static class Own { [PromptShield] public static void Demand(string text) { if (text.Length > 100) throw new System.InvalidOperationException(); } }
            """);
    }
}
