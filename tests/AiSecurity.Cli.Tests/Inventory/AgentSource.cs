namespace AiSecurity.Cli.Tests.Inventory;

/// <summary>A program with an agent, its model, its tools, a server and a service.</summary>
internal static class AgentSource
{
    public const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Azure.AI.OpenAI" Version="2.1.0" />
            <PackageReference Include="Microsoft.Agents.AI" Version="1.0.0" />
            <PackageReference Include="Microsoft.Extensions.AI" Version="10.0.0" />
          </ItemGroup>
        </Project>
        """;

    public const string Program =
        """
        using Azure.AI.OpenAI;
        using Azure.Identity;
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;

        var client = new AzureOpenAIClient(new System.Uri("https://contoso.openai.azure.com"), new ManagedIdentityCredential());
        var chat = client.GetChatClient("gpt-4o").AsIChatClient();
        AIAgent agent = new ChatClientAgent(chat, instructions: "Write.", name: "Writer", tools: [AIFunctionFactory.Create(CountWords)]);

        int CountWords(string text) => text.Split(' ').Length;
        """;
}
