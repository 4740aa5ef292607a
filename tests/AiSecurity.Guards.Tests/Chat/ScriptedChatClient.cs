using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace AiSecurity.Guards.Tests.Chat;

/// <summary>A model that says what the test wants, and remembers what it was asked.</summary>
internal sealed class ScriptedChatClient : IChatClient
{
    public List<List<ChatMessage>> Requests { get; } = [];

    public Func<IReadOnlyList<ChatMessage>, ChatMessage> Answer { get; set; } = static _ => new(ChatRole.Assistant, "fine");

    public List<ChatResponseUpdate> Stream { get; } = [];

    /// <summary>Called after each update was taken.</summary>
    public Action<int>? Taken { get; set; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Requests.Add([.. messages]);
        return Task.FromResult(new ChatResponse(Answer(Requests[^1])));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Requests.Add([.. messages]);
        await Task.Yield();
        if (Stream.Count == 0)
        {
            foreach (var update in new ChatResponse(Answer(Requests[^1])).ToChatResponseUpdates())
                yield return update;
        }

        for (var index = 0; index < Stream.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Stream[index];
            Taken?.Invoke(index + 1);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("scripted") : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
