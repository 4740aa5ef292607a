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
                "kind=model; name=gpt-4o; sdk=Azure.AI.OpenAI; endpoint=contoso.openai.azure.com; credential=managed-identity; model=gpt-4o",
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
}
