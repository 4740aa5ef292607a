using System.Threading.Channels;
using Microsoft.Extensions.AI;

namespace Corpus.BoundedAgentLoops;

public sealed class Agent(IChatClient chat)
{
    private const int MaxRounds = 20;

    private readonly List<ChatMessage> _history = [];
    private int _rounds;

    public async Task Counted()
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var response = await chat.GetResponseAsync(_history);
            _history.AddRange(response.Messages);
            if (IsDone(response))
                break;
        }
    }

    public async Task CountedElsewhere()
    {
        while (MayGoOn())
        {
            if (IsDone(await chat.GetResponseAsync(_history)))
                return;
        }
    }

    public async Task WithADeadline()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!IsDone(await chat.GetResponseAsync(_history, null, deadline.Token)))
        {
        }
    }

    public async Task ForEveryMessage(ChannelReader<ChatMessage> messages, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var message = await messages.ReadAsync(cancellationToken);
            await chat.GetResponseAsync([new ChatMessage(ChatRole.System, "Answer in one sentence."), message], null, cancellationToken);
        }
    }

    public async Task<string> Ask(int rounds)
    {
        var response = await chat.GetResponseAsync(_history);
        return IsDone(response) || rounds == 0 ? response.Text : await UseTools(response, rounds);
    }

    public async Task Explain(Chapter? chapter)
    {
        if (chapter is null)
            return;
        await chat.GetResponseAsync(chapter.Text);
        await Explain(chapter.Next);
    }

    public IChatClient WithACap() => chat.AsBuilder().UseFunctionInvocation(configure: client => client.MaximumIterationsPerRequest = 12).Build();

    private Task<string> UseTools(ChatResponse response, int rounds)
    {
        _history.AddRange(response.Messages);
        return Ask(rounds - 1);
    }

    private bool MayGoOn() => ++_rounds < MaxRounds;

    private static bool IsDone(ChatResponse response) => response.Text.Contains("DONE", StringComparison.Ordinal);
}

public sealed record Chapter(string Text, Chapter? Next);
