using ContosoChat.Contracts;
using Microsoft.Extensions.AI;

namespace ContosoChat.Services;

public interface IChatService
{
    /// <summary>What was said so far.</summary>
    IReadOnlyList<ChatMessage> History { get; }

    Task<string> ReplyAsync(ChatRequest request, CancellationToken cancellationToken);

    IAsyncEnumerable<string> StreamAsync(ChatRequest request, CancellationToken cancellationToken);
}
