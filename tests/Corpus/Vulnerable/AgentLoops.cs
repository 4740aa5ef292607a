using Microsoft.Extensions.AI;

namespace Corpus.AgentLoops;

public sealed class Agent(IChatClient chat)
{
    private readonly List<ChatMessage> _history = [];

    public async Task WithoutAnEnd()
    {
        while (true) //! AISEC305
        {
            var response = await chat.GetResponseAsync(_history);
            _history.AddRange(response.Messages);
        }
    }

    public async Task UntilTheModelIsDone(CancellationToken cancellationToken)
    {
        var done = false;
        while (!done && !cancellationToken.IsCancellationRequested) //! AISEC305
        {
            var response = await chat.GetResponseAsync(_history, null, cancellationToken);
            _history.AddRange(response.Messages);
            done = IsDone(response);
        }
    }

    public async Task<string> Again()
    {
        var response = await chat.GetResponseAsync(_history);
        _history.AddRange(response.Messages);
        return IsDone(response) ? response.Text : await Again(); //! AISEC305
    }

    public IChatClient WithoutACap() => chat.AsBuilder()
        .UseFunctionInvocation(configure: client => client.MaximumIterationsPerRequest = int.MaxValue) //! AISEC305
        .Build();

    private static bool IsDone(ChatResponse response) => response.Text.Contains("DONE", StringComparison.Ordinal);
}
