using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Resources.AgentNameAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Resources;

/// <summary>AISEC504: agents without a name that stays.</summary>
public class AgentNameAnalyzerTests
{
    [Theory]
    [InlineData("object M(IChatClient c) => new [|ChatClientAgent|](c);")]
    [InlineData("object M(IChatClient c) => new [|ChatClientAgent|](c, \"Be kind\");")]
    [InlineData("ChatClientAgent M(IChatClient c) => [|new|](c, instructions: \"Be kind\");")]
    [InlineData("object M(IChatClient c) => c.[|AsAIAgent|](instructions: \"Be kind\");")]
    [InlineData("object M(IChatClient c) => c.AsBuilder().[|BuildAIAgent|](instructions: \"Be kind\");")]
    [InlineData("object M(OpenAI.Chat.ChatClient c) => OpenAIChatClientExtensions.[|CreateAIAgent|](c, \"Be kind\");")]
    [InlineData("object M(IChatClient c) => c.AsAIAgent(instructions: \"Be kind\", name: [|null|]);")]
    [InlineData("object M(IChatClient c) => c.AsAIAgent(\"Be kind\", [|\"\"|]);")]
    [InlineData("object M(OpenAI.Chat.ChatClient c) => c.[|CreateAIAgent|](instructions: \"Be kind\");")]
    [InlineData("object M(AIProjectClient c) => c.[|AsAIAgent|](\"gpt-5\", \"Be kind\");")]
    [InlineData("object M(Uri e, System.ClientModel.AuthenticationTokenProvider c) => new [|Microsoft.Agents.AI.Foundry.FoundryAgent|](e, c, \"gpt-5\", \"Be kind\");")]
    [InlineData("object M(IAnthropicClient c) => c.[|AsAIAgent|](\"claude\", \"Be kind\");")]
    [InlineData("object M(CopilotClient c) => c.[|AsAIAgent|](ownsClient: true);")]
    [InlineData("object M(Workflow w) => w.[|AsAIAgent|]();")]
    [InlineData("object M(PersistentAgentsClient c) => c.Administration.[|CreateAgent|](\"gpt-5\", instructions: \"Be kind\");")]
    [InlineData("object M(ExecutorBinding e) => new WorkflowBuilder(e).WithName(\"Orders\").Build().[|AsAIAgent|]();")]
    [InlineData("object M(AIAgent a) => AgentWorkflowBuilder.BuildSequential(\"Orders\", new[] { a }).[|AsAIAgent|](\"orders\");")]
    public Task Without_a_name(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M(IChatClient c) => c.AsAIAgent(new [|ChatClientAgentOptions|] { Description = \"Kind\" });")]
    [InlineData("object M(IChatClient c) => new ChatClientAgent(c, options: [|new|]() { Description = \"Kind\" });")]
    [InlineData("object M(IChatClient c) => new ChatClientAgent(c, new ChatClientAgentOptions { Name = [|\"\"|] });")]
    [InlineData("object M(IChatClient c) { var options = new [|ChatClientAgentOptions|] { Description = \"Kind\" }; return new ChatClientAgent(c, options); }")]
    [InlineData("object M(IChatClient c) => new [|ChatClientAgent|](c, options: null);")]
    [InlineData("object M(IChatClient c) => c.[|AsHarnessAgent|]();")]
    [InlineData("object M(IChatClient c) => new HarnessAgent(c, new [|HarnessAgentOptions|]());")]
    [InlineData("object M(OpenAI.Assistants.AssistantClient c) => c.[|CreateAssistant|](\"gpt-5\");")]
    [InlineData("Task M(OpenAI.Assistants.AssistantClient c) => c.CreateAssistantAsync(\"gpt-5\", new [|AssistantCreationOptions|] { Instructions = \"Be kind\" });")]
    [InlineData("Task M(OpenAI.Assistants.AssistantClient c) => c.[|CreateAssistantAsync|](\"gpt-5\", instructions: \"Be kind\");")]
    [InlineData("object M() => new [|ChatCompletionAgent|] { Instructions = \"Be kind\" };")]
    [InlineData("object M() => new [|ChatCompletionAgent|]();")]
    [InlineData("ChatCompletionAgent M() { ChatCompletionAgent agent = [|new|]() { Instructions = \"Be kind\" }; return agent; }")]
    public Task Without_a_name_in_options(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M(IChatClient c) => c.AsAIAgent(\"Be kind\", [|$\"agent-{Guid.NewGuid():N}\"|]);")]
    [InlineData("object M(IChatClient c) => c.AsAIAgent(name: [|\"agent\" + DateTime.UtcNow.Ticks|]);")]
    [InlineData("object M(IChatClient c) { var id = Guid.NewGuid().ToString(\"N\").Substring(0, 8); return c.AsAIAgent(name: [|$\"agent-{id}\"|]); }")]
    [InlineData("static readonly string Id = \"agent\" + new Random().Next(); object M(IChatClient c) => c.AsAIAgent(name: [|Id|]);")]
    [InlineData("object M(IChatClient c) => c.AsAIAgent(name: [|string.Concat(\"agent\", Guid.NewGuid())|]);")]
    [InlineData("object M(IChatClient c, TimeProvider t) => c.AsAIAgent(name: [|$\"agent-{t.GetUtcNow().Ticks}\"|]);")]
    [InlineData("object M() => new ChatCompletionAgent { Name = [|\"agent-\" + Guid.NewGuid()|] };")]
    [InlineData("object M(AgentAdministrationClient c, ProjectsAgentVersionCreationOptions o) => c.CreateAgentVersion([|$\"agent-{DateTimeOffset.Now.Ticks}\"|], o);")]
    public Task With_another_name_each_time(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M(IChatClient c) => new ChatClientAgent(c, \"Be kind\", \"Helper\");")]
    [InlineData("object M(IChatClient c, string name) => c.AsAIAgent(name: name);")]
    [InlineData("object M(IChatClient c, string user) => c.AsAIAgent(name: $\"helper-{user}\");")]
    [InlineData("object M(IChatClient c, Microsoft.Extensions.Configuration.IConfiguration s) => c.AsAIAgent(name: s[\"Agent:Name\"]);")]
    [InlineData("const string Name = \"Helper\"; object M(IChatClient c) => c.AsAIAgent(name: Name);")]
    [InlineData("object M(IChatClient c, string? name) => c.AsAIAgent(name: name ?? \"Helper\");")]
    [InlineData("object M(IChatClient c, bool b) => c.AsAIAgent(name: b ? null : \"Helper\");")]
    [InlineData("object M(IChatClient c) => c.AsAIAgent(new ChatClientAgentOptions { Name = \"Helper\" });")]
    [InlineData("object M(IChatClient c, ChatClientAgentOptions options) => c.AsAIAgent(options);")]
    [InlineData("object M(IChatClient c) { var options = new ChatClientAgentOptions(); options.Name = \"Helper\"; return c.AsAIAgent(options); }")]
    [InlineData("object M(IChatClient c) { var options = new ChatClientAgentOptions(); Fill(options); return c.AsAIAgent(options); } void Fill(ChatClientAgentOptions options) => options.Name = \"Helper\";")]
    [InlineData("object M(IChatClient c) => c.AsHarnessAgent(new HarnessAgentOptions { Name = \"Helper\" });")]
    [InlineData("object M() => new ChatCompletionAgent { Name = \"Helper\" };")]
    [InlineData("object M(Workflow w) => w.AsAIAgent(name: \"Orders\");")]
    [InlineData("object M(Workflow w) => w.AsAIAgent(name: w.Name);")]
    [InlineData("object M(Microsoft.SemanticKernel.PromptTemplateConfig p, Microsoft.SemanticKernel.IPromptTemplateFactory f) => new ChatCompletionAgent(p, f);")]
    [InlineData("class Helper(IChatClient c) : DelegatingAIAgent(c.AsAIAgent(name: \"Inner\")) { public override string? Name => \"Helper\"; }")]
    [InlineData("object M(AIProjectClient c, ProjectsAgentVersion v) => c.AsAIAgent(v);")]
    [InlineData("object M(Uri e, System.ClientModel.AuthenticationTokenProvider c) => new Microsoft.Agents.AI.Foundry.FoundryAgent(e, c, \"gpt-5\", \"Be kind\", name: \"Helper\");")]
    [InlineData("object M(Uri e, System.ClientModel.AuthenticationTokenProvider c) => new Microsoft.Agents.AI.Foundry.FoundryAgent(e, c);")]
    [InlineData("object M(PersistentAgentsClient c, string id) => c.Administration.GetAgent(id);")]
    [InlineData("object M(PersistentAgentsClient c) => c.Administration.CreateAgent(\"gpt-5\", \"Helper\");")]
    [InlineData("object M(IChatClient c) => c.AsAIAgent(name: \"Helper\" + Guid.Empty);")]
    [InlineData("object M(IChatClient c) { var id = Guid.NewGuid(); return (c.AsAIAgent(name: \"Helper\"), id); }")]
    [InlineData("class Agents { public object AsAIAgent(string? name = null) => this; } object M(Agents a) => a.AsAIAgent();")]
    public Task With_a_name(string member) => VerifyAsync(member);

    /// <summary>A workflow was made an agent by other names before.</summary>
    [Theory]
    [InlineData("object M(Workflow w) => w.[|AsAgent|](\"orders\");")]
    [InlineData("object M(Workflow w) => w.[|AsAgentAsync|]();")]
    [InlineData("object M(Workflow w) => w.AsAgent(name: \"Orders\");")]
    public Task Workflows_of_earlier_versions(string member) => VerifyAsync(member, test => test.TestState.Sources.Add("""
        namespace Microsoft.Agents.AI.Workflows
        {
            public static class WorkflowHostingExtensions
            {
                public static object AsAgent(this Workflow workflow, string? id = null, string? name = null, string? description = null) => workflow;
                public static object AsAgentAsync(this Workflow workflow, string? id = null, string? name = null) => workflow;
            }
        }
        """));

    [Fact]
    public Task Generated_code() => Verify.VerifyAsync("// <auto-generated/>\n#nullable enable\n" + Usings + "class C { object M(IChatClient c) => c.AsAIAgent(); }\n", SdkSet.Stubs);

    [Fact]
    public Task Test_projects() => VerifyAsync("object M(IChatClient c) => c.AsAIAgent();", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync(
        "object M(IChatClient c, Missing m) => c.[|AsAIAgent|](instructions: m.Text); object N(IChatClient c) => c.AsAIAgent(name: \"Helper\", tools: m); object O(IChatClient c) => c.AsAIAgent(",
        test => test.TolerateCompileErrors());

    internal const string Usings = """
        using Anthropic;
        using Azure.AI.Agents.Persistent;
        using Azure.AI.Projects;
        using Azure.AI.Projects.Agents;
        using GitHub.Copilot;
        using Microsoft.Agents.AI;
        using Microsoft.Agents.AI.Workflows;
        using Microsoft.Extensions.AI;
        using Microsoft.SemanticKernel.Agents;
        using Microsoft.SemanticKernel.Agents.OpenAI;
        using OpenAI;
        using OpenAI.Assistants;

        """;

    private static Task VerifyAsync([StringSyntax("C#-test")] string member, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + "class C\n{\n" + member + "\n}\n", SdkSet.Stubs, configure);
}
