using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.UnapprovedToolAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC303: middleware that stands before the tools of some agents and not of others.</summary>
public class AgentGateTests
{
    private const string Ask = """
        static async ValueTask<object?> Ask(AIAgent agent, FunctionInvocationContext context, Func<FunctionInvocationContext, CancellationToken, ValueTask<object?>> next, CancellationToken cancellationToken) =>
            Console.ReadLine() == "y" ? await next(context, cancellationToken) : null;
        """;

    [Theory]
    [InlineData("c.AsAIAgent(\"a\", tools: [AIFunctionFactory.Create(Drop)]).AsBuilder().Use(Ask).Build()", "c.AsAIAgent(\"b\", tools: [[|AIFunctionFactory.Create(Drop)|]])")]
    [InlineData("c.AsAIAgent(\"a\", tools: [AIFunctionFactory.Create(Drop)]).AsBuilder().Use(async (AIAgent a, FunctionInvocationContext x, Func<FunctionInvocationContext, CancellationToken, ValueTask<object?>> next, CancellationToken t) => Console.ReadLine() == \"y\" ? await next(x, t) : null).Build()", "c.AsAIAgent(\"b\", tools: new List<AITool> { [|AIFunctionFactory.Create(Drop)|] })")]
    [InlineData("c.AsAIAgent(\"a\", tools: [AIFunctionFactory.Create(Drop)]).AsBuilder().Use(Ask).Build()", "c.AsAIAgent(\"b\", tools: [AIFunctionFactory.Create(Drop)]).AsBuilder().Use(Ask).Build()")]
    [InlineData("c.AsAIAgent(\"a\", tools: [AIFunctionFactory.Create(Drop), shared]).AsBuilder().Use(Ask).Build()", "c.AsAIAgent(\"b\", tools: [AIFunctionFactory.Create(Drop)])")]
    [InlineData("c.AsAIAgent(\"a\", tools: all).AsBuilder().Use(Ask).Build()", "AIFunctionFactory.Create(Drop)")]
    [InlineData("agent.AsBuilder().Use(Ask).Build()", "c.AsAIAgent(\"b\", tools: [AIFunctionFactory.Create(Drop)])")]
    public Task Middleware_of_an_agent(string first, string second) => Verify.VerifyAsync($$"""
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        class C
        {
            static void Drop(string path) => File.Delete(path);
            {{(first.Contains("Use(Ask)", StringComparison.Ordinal) ? Ask : "")}}
            object First(IChatClient c, AIAgent agent, AITool shared, IList<AITool> all) => {{first}};
            object Second(IChatClient c) => {{second}};
        }
        """);
}
