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

    public async Task<string> Ask()
    {
        var response = await chat.GetResponseAsync(_history);
        return IsDone(response) ? response.Text : await UseTools(response);
    }

    public async Task<ChatResponse> Wait(ChatOptions options)
    {
        var response = await chat.GetResponseAsync(_history, options);
        while (response.ContinuationToken is { } token) //! AISEC305
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            options.ContinuationToken = token;
            response = await chat.GetResponseAsync([], options);
        }

        return response;
    }

    public IChatClient WithoutACap() => chat.AsBuilder()
        .UseFunctionInvocation(configure: client => client.MaximumIterationsPerRequest = int.MaxValue) //! AISEC305
        .Build();

    private async Task<string> UseTools(ChatResponse response)
    {
        _history.AddRange(response.Messages);
        return await Ask(); //! AISEC305
    }

    private static bool IsDone(ChatResponse response) => response.Text.Contains("DONE", StringComparison.Ordinal);
}
