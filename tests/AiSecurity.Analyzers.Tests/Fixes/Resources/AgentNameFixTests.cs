using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<AiSecurity.Analyzers.Rules.Resources.AgentNameAnalyzer, AiSecurity.Analyzers.CodeFixes.Fixes.Resources.AgentNameFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Resources;

/// <summary>AISEC504: a name after what the agent is assigned to.</summary>
public class AgentNameFixTests
{
    private const string Usings = """
        global using Azure.AI.Agents.Persistent;
        global using Microsoft.Agents.AI;
        global using Microsoft.Extensions.AI;
        global using Microsoft.SemanticKernel.Agents;
        global using OpenAI.Assistants;

        """;

    [Theory]
    [InlineData("void M(IChatClient c) { var weatherAgent = c.[|AsAIAgent|](instructions: \"Be kind\" /* always */); }", "void M(IChatClient c) { var weatherAgent = c.AsAIAgent(instructions: \"Be kind\" /* always */, name: \"WeatherAgent\"); }")]
    [InlineData("void M(IChatClient c) { AIAgent writer = new [|ChatClientAgent|](c); }", "void M(IChatClient c) { AIAgent writer = new ChatClientAgent(c, name: \"Writer\"); }")]
    [InlineData("void M(IChatClient c) { AIAgent writer = c.AsAIAgent(\"Be kind\", [|null|]); }", "void M(IChatClient c) { AIAgent writer = c.AsAIAgent(\"Be kind\", \"Writer\"); }")]
    [InlineData("AIAgent? _reviewer; void M(IChatClient c) { _reviewer = c.[|AsAIAgent|](); }", "AIAgent? _reviewer; void M(IChatClient c) { _reviewer = c.AsAIAgent(name: \"Reviewer\"); }")]
    [InlineData("AIAgent CreateSalesAgent(IChatClient c) => c.[|AsAIAgent|]();", "AIAgent CreateSalesAgent(IChatClient c) => c.AsAIAgent(name: \"SalesAgent\");")]
    [InlineData("AIAgent BuildReviewer(IChatClient c) { return c.[|AsAIAgent|]().AsBuilder().Build(); }", "AIAgent BuildReviewer(IChatClient c) { return c.AsAIAgent(name: \"Reviewer\").AsBuilder().Build(); }")]
    [InlineData("void M(IChatClient c) { var writer = c.AsAIAgent(new [|ChatClientAgentOptions|] { Description = \"Kind\" }); }", "void M(IChatClient c) { var writer = c.AsAIAgent(new ChatClientAgentOptions { Description = \"Kind\", Name = \"Writer\" }); }")]
    [InlineData("void M(IChatClient c) { var options = new [|ChatClientAgentOptions|](); var writer = c.AsAIAgent(options); }", "void M(IChatClient c) { var options = new ChatClientAgentOptions() { Name = \"Writer\" }; var writer = c.AsAIAgent(options); }")]
    [InlineData("void M() { ChatCompletionAgent travelGuide = [|new|]() { Instructions = \"Be kind\" }; }", "void M() { ChatCompletionAgent travelGuide = new() { Instructions = \"Be kind\", Name = \"TravelGuide\" }; }")]
    [InlineData("async Task M(PersistentAgentsClient c) { var salesAgentResponse = await c.Administration.[|CreateAgentAsync|](\"gpt-5\"); }", "async Task M(PersistentAgentsClient c) { var salesAgentResponse = await c.Administration.CreateAgentAsync(\"gpt-5\", name: \"SalesAgent\"); }")]
    public Task A_name(string member, string fixedMember) => FixAsync(member, fixedMember);

    [Fact]
    public Task On_a_line_of_its_own() => FixAsync(
        """
        void M(IChatClient c)
            {
                AIAgent weather = c.[|AsAIAgent|](
                    instructions: "Be kind", // always
                    description: "Tells the weather");
            }
        """,
        """
        void M(IChatClient c)
            {
                AIAgent weather = c.AsAIAgent(
                    instructions: "Be kind", // always
                    description: "Tells the weather",
                    name: "Weather");
            }
        """);

    [Fact]
    public Task All_at_once() => FixAsync(
        "void M(IChatClient c) { AIAgent writer = c.[|AsAIAgent|](), editor = c.AsAIAgent(new [|ChatClientAgentOptions|]()); }",
        "void M(IChatClient c) { AIAgent writer = c.AsAIAgent(name: \"Writer\"), editor = c.AsAIAgent(new ChatClientAgentOptions() { Name = \"Editor\" }); }");

    [Theory]
    [InlineData("void M(IChatClient c) { AIAgent agent = c.[|AsAIAgent|](); }")]
    [InlineData("void M(IChatClient c) { var chatClientAgent = c.[|AsAIAgent|](); }")]
    [InlineData("Task M(IChatClient c) => c.[|AsAIAgent|]().RunAsync(\"Hello\");")]
    [InlineData("object M(IChatClient c) => new[] { c.[|AsAIAgent|]() };")]
    [InlineData("Func<AIAgent> Writer(IChatClient c) => () => c.[|AsAIAgent|]();")]
    [InlineData("void M(IChatClient c) { var writer = c.AsAIAgent(name: [|\"writer\" + Guid.NewGuid()|]); }")]
    [InlineData("void M(AssistantClient c) { var writer = c.[|CreateAssistant|](\"gpt-5\"); }")]
    public Task No_fix_without_a_good_name(string member) => FixAsync(member, member);

    private static Task FixAsync(string member, string fixedMember) =>
        Verify.VerifyFixAsync(Class(member), Class(fixedMember), "AISEC504.name", set: SdkSet.Stubs, configure: test => test.AddSource("/0/Usings.cs", Usings));

    private static string Class(string member) => "class C\n{\n    " + member + "\n}\n";
}
