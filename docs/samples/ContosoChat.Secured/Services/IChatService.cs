using ContosoChat.Contracts;
using Microsoft.Extensions.AI;

namespace ContosoChat.Services;

public interface IChatService
{
    /// <summary>What was said so far with one user.</summary>
    IReadOnlyList<ChatMessage> HistoryOf(string user);

    Task<string> ReplyAsync(string user, ChatRequest request, CancellationToken cancellationToken);

    IAsyncEnumerable<string> StreamAsync(string user, ChatRequest request, CancellationToken cancellationToken);
}
