using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using ContosoChat.Contracts;
using Microsoft.Extensions.AI;

namespace ContosoChat.Services;

public sealed class ChatService(IChatClient chatClient, ILogger<ChatService> logger) : IChatService
{
    private const int MaxMessages = 40;

    private readonly ConcurrentDictionary<string, IReadOnlyList<ChatMessage>> _histories = new();

    public IReadOnlyList<ChatMessage> HistoryOf(string user) => _histories.GetValueOrDefault(user, []);

    public async Task<string> ReplyAsync(string user, ChatRequest request, CancellationToken cancellationToken)
    {
        var question = QuestionOf(request);
        var options = new ChatOptions { MaxOutputTokens = 800 };
        var response = await chatClient.GetResponseAsync([SystemMessage(request), .. HistoryOf(user), question], options, cancellationToken);

        Remember(user, [question, .. response.Messages]);
        logger.LogInformation("Answered a message of {Length} characters", request.Message?.Length);
        return response.Text;
    }

    public async IAsyncEnumerable<string> StreamAsync(
        string user, ChatRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var question = QuestionOf(request);
        var answer = new StringBuilder();
        var options = new ChatOptions { MaxOutputTokens = 800 };
        await foreach (var update in chatClient.GetStreamingResponseAsync([SystemMessage(request), .. HistoryOf(user), question], options, cancellationToken))
        {
            answer.Append(update.Text);
            yield return update.Text;
        }

        Remember(user, [question, new ChatMessage(ChatRole.Assistant, answer.ToString())]);
        logger.LogInformation("Streamed {Length} characters", answer.Length);
    }

    private void Remember(string user, IReadOnlyList<ChatMessage> messages) =>
        _histories.AddOrUpdate(user, messages, (_, history) => [.. history.Concat(messages).TakeLast(MaxMessages)]);

    private static ChatMessage QuestionOf(ChatRequest request) => new(ChatRole.User,
        string.IsNullOrEmpty(request.CustomerName) ? request.Message : $"My name is {request.CustomerName}. {request.Message}");

    private static ChatMessage SystemMessage(ChatRequest request)
    {
        var tone = request.Tone switch
        {
            "formal" => "formal",
            "short" => "short",
            _ => "friendly",
        };
        return new ChatMessage(ChatRole.System,
            $"""
            You are the assistant of the Contoso outdoor shop. Answer questions about products, orders and returns.
            Your tone is {tone}.
            """);
    }
}
