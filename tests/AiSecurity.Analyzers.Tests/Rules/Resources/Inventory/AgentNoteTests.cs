namespace AiSecurity.Analyzers.Tests.Rules.Resources.Inventory;

/// <summary>AISEC505: agents, with what stands behind them.</summary>
public class AgentNoteTests
{
    private const string Usings = "using Azure; using Azure.AI.OpenAI; using Azure.Identity; using Microsoft.Agents.AI; using Microsoft.Extensions.AI; using Microsoft.Extensions.Configuration; using OpenAI; using OpenAI.Chat;\n";

    [Fact]
    public async Task An_agent_with_its_model_its_client_and_its_tools()
    {
        Assert.Equal(
            [
                "kind=service; name=AzureOpenAIClient; sdk=Azure.AI.OpenAI; endpoint=contoso.openai.azure.com; credential=managed-identity",
                "kind=model; name=gpt-4o; sdk=Azure.AI.OpenAI; endpoint=contoso.openai.azure.com; credential=managed-identity; model=gpt-4o; guards=telemetry",
                "kind=agent; name=Writer; sdk=Microsoft.Agents.AI; endpoint=contoso.openai.azure.com; credential=managed-identity; model=gpt-4o; tools=GetWeather,forecast,HostedWebSearchTool; guards=telemetry",
                "kind=tool; name=GetWeather; sdk=Microsoft.Extensions.AI.Abstractions",
                "kind=tool; name=forecast; sdk=Microsoft.Extensions.AI.Abstractions; guards=approval",
                "kind=tool; name=HostedWebSearchTool; sdk=Microsoft.Extensions.AI.Abstractions",
            ],
            await Notes.OfAsync(Usings + """
                class C
                {
                    static string GetWeather(string city) => city;

                    AIAgent Create()
                    {
                        var client = new AzureOpenAIClient(new Uri("https://contoso.openai.azure.com/"), new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned));
                        return client.GetChatClient("gpt-4o").AsIChatClient().AsAIAgent(
                            instructions: "Write.",
                            name: "Writer",
                            tools: [AIFunctionFactory.Create(GetWeather), new ApprovalRequiredAIFunction(AIFunctionFactory.Create(GetWeather, "forecast")), new HostedWebSearchTool()]).AsBuilder().UseOpenTelemetry().Build();
                    }
                }
                """));
    }

    [Theory]
    [InlineData("""client.AsAIAgent(new ChatClientAgentOptions { Name = "Writer" })""", "name=Writer; sdk=Microsoft.Agents.AI; credential=unknown")]
    [InlineData("""new ChatClientAgent(client, new ChatClientAgentOptions { Name = "Writer", ChatOptions = new() { Tools = [new HostedWebSearchTool()] } })""", "name=Writer; sdk=Microsoft.Agents.AI; credential=unknown; tools=HostedWebSearchTool")]
    [InlineData("""client.AsAIAgent(name: configuration["Agent:Name"])""", "name-source=configuration:Agent:Name; sdk=Microsoft.Agents.AI; credential=unknown")]
    [InlineData("""client.AsAIAgent(name: "Writer", tools: Array.Empty<AITool>().ToList())""", "name=Writer; sdk=Microsoft.Agents.AI; credential=unknown")]
    [InlineData("""client.AsAIAgent("Write.")""", "sdk=Microsoft.Agents.AI; credential=unknown")]
    [InlineData("""new ToolApprovalAgent(client.AsAIAgent(name: "Writer"))""", "name=Writer; sdk=Microsoft.Agents.AI; credential=unknown; guards=approval")]
    [InlineData("""new ChatCompletionAgent { Name = "Writer" }""", "name=Writer; sdk=Microsoft.SemanticKernel.Agents.Core; credential=unknown")]
    public async Task An_agent(string creation, string expected) =>
        Assert.Contains("kind=agent; " + expected, await Notes.OfAsync(Usings + "using Microsoft.SemanticKernel.Agents;\nclass C { object M(IChatClient client, IConfiguration configuration) => " + creation + "; }"));

    [Fact]
    public async Task Guards_on_the_variable_that_holds_the_agent() => Assert.Equal(
        ["kind=agent; name=Writer; sdk=Microsoft.Agents.AI; credential=unknown; guards=approval,telemetry"],
        await Notes.OfAsync(Usings + """
            class C
            {
                AIAgent M(IChatClient client)
                {
                    var agent = client.AsAIAgent(name: "Writer");
                    return agent.AsBuilder().UseToolApproval().UseOpenTelemetry().Build();
                }
            }
            """));

    [Fact]
    public async Task An_agent_that_is_registered_and_made_in_one_call_is_one() => Assert.Equal(
        ["kind=agent; name=Reader; sdk=Microsoft.Agents.AI.Hosting; credential=unknown", "kind=agent; name=Writer; sdk=Microsoft.Agents.AI; credential=unknown"],
        await Notes.OfAsync(Usings + """
            using Microsoft.Agents.AI.Hosting; using Microsoft.Extensions.DependencyInjection;
            class C
            {
                void M(IServiceCollection services, IChatClient client)
                {
                    services.AddAIAgent("Reader", "Read.");
                    services.AddAIAgent("Writer", (sp, key) => client.AsAIAgent(name: key));
                }
            }
            """));

    [Fact]
    public async Task An_agent_of_the_applications_own() => Assert.Equal(
        ["kind=agent; name=Echo; sdk=Microsoft.Agents.AI.Abstractions; credential=unknown"],
        await Notes.OfAsync(Usings + """
            abstract class EchoAgent(string name) : AIAgent
            {
                public override string Name => name;
            }

            class Loud(string name) : EchoAgent(name);

            class C
            {
                object M() => new Loud("Echo");
            }
            """));

    [Fact]
    public async Task An_agent_that_makes_what_is_inside_it_is_no_wrapper() => Assert.Equal(
        ["kind=agent; name=Support; sdk=Microsoft.Agents.AI.Abstractions; credential=unknown"],
        await Notes.OfAsync(Usings + """
            class Hosted : DelegatingAIAgent
            {
                public Hosted(Uri project, string name) : base(Inner(project)) => Name = name;

                public override string Name { get; }

                static AIAgent Inner(Uri project) => throw null!;
            }

            class Loud(AIAgent inner) : DelegatingAIAgent(inner);

            class C
            {
                object M() => new Loud(new Hosted(new Uri("https://contoso.services.ai.azure.com/api/projects/p"), "Support"));
            }
            """));
}
