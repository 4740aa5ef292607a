using Azure.AI.Agents.Persistent;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.Agents;

namespace Corpus.Safe;

public sealed class NamedAgents(IChatClient client, PersistentAgentsClient service)
{
    private PersistentAgent? _kept;

    public IEnumerable<object> Make(string name, ChatClientAgentOptions options)
    {
        yield return client.AsAIAgent(instructions: "You tell the weather.", name: "Weather");
        yield return client.AsAIAgent(instructions: "You tell the weather.", name: name);
        yield return new ChatClientAgent(client, options);
        yield return new ChatCompletionAgent { Name = "Weather", Instructions = "You tell the weather." };
    }

    public async Task<PersistentAgent> OneAsync() => _kept ??= await service.Administration.CreateAgentAsync("gpt-5", "Weather");
}
