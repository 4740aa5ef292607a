namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Shields in the pipelines of agents.</summary>
public class AgentPipelineTests
{
    private const string Whole = "await agent.RunAsync(text);";
    private const string WholeReported = "await agent.{|AISEC201:RunAsync(text)|};";
    private const string Streaming = "await foreach (var update in agent.RunStreamingAsync(text)) Console.Write(update);";
    private const string StreamingReported = "await foreach (var update in agent.{|AISEC201:RunStreamingAsync(text)|}) Console.Write(update);";
    private const string EachMessage = "foreach (var message in messages) await shield.EnsureSafeAsync(message.Text);";
    private const string Lambda = "public static class Pipeline { public static AIAgent Build(AIAgent inner, AiSecurity.Guards.PromptShield shield) => inner.AsBuilder().Use(async (messages, session, options, next, cancellationToken) => { BODY }END).Build(); }";

    private const string ShieldedClient = """
        public class ShieldedClient(IChatClient inner, AiSecurity.Guards.PromptShield shield) : DelegatingChatClient(inner)
        {
            public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
            {
                foreach (var message in messages)
                    await shield.EnsureSafeAsync(message.Text);
                return await base.GetResponseAsync(messages, options, cancellationToken);
            }
        }
        """;

    private const string WholeMethod = """
        protected override async Task<AgentResponse> RunCoreAsync(IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default)
        {
            BODY
            return await base.RunCoreAsync(messages, session, options, cancellationToken);
        }
        """;

    private const string StreamingMethod = """
        protected override async IAsyncEnumerable<AgentResponseUpdate> RunCoreStreamingAsync(IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            BODY
            await foreach (var update in base.RunCoreStreamingAsync(messages, session, options, cancellationToken))
                yield return update;
        }
        """;

    public static TheoryData<string, string, string> Pipelines => new()
    {
        { "no pipeline", WholeReported + StreamingReported, "" },
        { "both methods", Whole + Streaming, Agent((WholeMethod + StreamingMethod).Replace("BODY", EachMessage)) },
        { "one method", Whole + StreamingReported, Agent(WholeMethod.Replace("BODY", EachMessage)) },
        { "the other method", WholeReported + Streaming, Agent(StreamingMethod.Replace("BODY", EachMessage)) },
        { "methods that ask nobody", WholeReported + StreamingReported, Agent((WholeMethod + StreamingMethod).Replace("BODY", "Console.WriteLine(shield);")) },
        { "lambda", Whole + Streaming, Lambda.Replace("BODY", EachMessage + " await next(messages, session, options, cancellationToken);").Replace("END", "") },
        { "lambda that asks nobody", WholeReported + StreamingReported, Lambda.Replace("BODY", "await next(messages, session, options, cancellationToken);").Replace("END", "") },
        { "chat client under the agent", Whole + Streaming, ShieldedClient + "public static class Agents { public static AIAgent Make(IChatClient client, AiSecurity.Guards.PromptShield shield) => new ChatClientAgent(new ShieldedClient(client, shield)); }" },
        { "chat client beside agents of a service", WholeReported + StreamingReported, ShieldedClient },
        { "lambda of one method", Whole + StreamingReported, Lambda.Replace("BODY", EachMessage + " return await next.RunAsync(messages, session, options, cancellationToken);").Replace("END", ", null") },
    };

    [Theory]
    [MemberData(nameof(Pipelines))]
    public Task Shield(string name, string body, string types)
    {
        _ = name;
        return FlowVerifier.VerifyAsync(
            Endpoint.Usings + $$"""
            using Microsoft.Agents.AI;
            public static class App
            {
                public static void Map(WebApplication app) => app.MapPost("/chat", async (string text, [FromServices] AIAgent agent) =>
                {
                    {{body}}
                });
            }
            {{types}}
            """,
            configure: Shields.Add);
    }

    private static string Agent(string methods) => $$"""
        public class ShieldedAgent(AIAgent inner, AiSecurity.Guards.PromptShield shield) : DelegatingAIAgent(inner)
        {
            {{methods}}
        }
        """;
}
