using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.Agents;

namespace Corpus.Vulnerable;

public static class NamelessAgents
{
    public static IEnumerable<object> Make(IChatClient client)
    {
        yield return client.AsAIAgent(instructions: "You tell the weather."); //! AISEC504
        yield return new ChatClientAgent(client, new ChatClientAgentOptions { Description = "Tells the weather" }); //! AISEC504
        yield return new ChatCompletionAgent { Instructions = "You tell the weather." }; //! AISEC504
        yield return client.AsAIAgent(instructions: "You tell the weather.", name: $"weather-{Guid.NewGuid():N}"); //! AISEC504
    }
}
