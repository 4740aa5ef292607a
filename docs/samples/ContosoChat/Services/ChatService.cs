using System.Runtime.CompilerServices;
using System.Text;
using ContosoChat.Contracts;
using Microsoft.Extensions.AI;

namespace ContosoChat.Services;

public sealed class ChatService(IChatClient chatClient, ILogger<ChatService> logger) : IChatService
{
    private readonly List<ChatMessage> _history = [];

    public IReadOnlyList<ChatMessage> History => _history;

    public async Task<string> ReplyAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        logger.LogInformation("Customer {Customer} asks: {Message}", request.CustomerName, request.Message);
        _history.Add(new ChatMessage(ChatRole.User, request.Message));

        var response = await chatClient.GetResponseAsync([SystemMessage(request), .. _history]);

        _history.AddRange(response.Messages);
        logger.LogInformation("Contoso answers: {Answer}", response.Text);
        return response.Text;
    }

    public async IAsyncEnumerable<string> StreamAsync(
        ChatRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _history.Add(new ChatMessage(ChatRole.User, request.Message));

        var answer = new StringBuilder();
        var options = new ChatOptions { MaxOutputTokens = 800 };
        await foreach (var update in chatClient.GetStreamingResponseAsync([SystemMessage(request), .. _history], options, cancellationToken))
        {
            answer.Append(update.Text);
            yield return update.Text;
        }

        _history.Add(new ChatMessage(ChatRole.Assistant, answer.ToString()));
        logger.LogInformation("Streamed {Length} characters", answer.Length);
    }

    private static ChatMessage SystemMessage(ChatRequest request) => new(ChatRole.System,
        $"""
        You are the assistant of the Contoso outdoor shop. Answer questions about products, orders and returns.
        You are talking to {request.CustomerName ?? "a customer"}. Your tone is {request.Tone ?? "friendly"}.
        """);
}
