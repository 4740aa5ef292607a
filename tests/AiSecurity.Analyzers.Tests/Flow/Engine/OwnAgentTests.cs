namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Agents and clients of the project: those that ask a model, and those that are none.</summary>
public class OwnAgentTests
{
    [Theory]
    [InlineData("public sealed class Own : IChatClient", "", "return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, \"Echo\")));", false)]
    [InlineData("public sealed class Own(ILogger<Own> logger) : IChatClient", "private readonly List<string> _answers = [\"Yes\", \"No\"]; private int _next;", "_next++; logger.LogInformation(\"Asked\"); return Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, _answers[_next])));", false)]
    [InlineData("public sealed class Own(IChatClient inner) : IChatClient", "", "return inner.GetResponseAsync(messages, options, cancellationToken);", true)]
    [InlineData("public sealed class Own(HttpClient http) : IChatClient", "", "http.CancelPendingRequests(); return Task.FromResult(new ChatResponse());", true)]
    [InlineData("public sealed class Own : IChatClient", "private readonly Func<string, Task<ChatResponse>> _ask = null!;", "return _ask(\"\");", true)]
    [InlineData("public class Own : IChatClient", "", "return Task.FromResult(new ChatResponse());", true)]
    public Task Client(string declaration, string members, string body, bool isDue) => Endpoint.VerifyFilesAsync(
        $$"""
        using Microsoft.Extensions.Logging;
        public static class App
        {
            public static void Map(WebApplication app, Own own) => app.MapPost("/chat", async (string text) => { await own.{{(isDue ? "{|AISEC201:GetResponseAsync(text)|}" : "GetResponseAsync(text)")}}; });
        }
        """,
        $$"""
        using Microsoft.Extensions.Logging;
        {{declaration}}
        {
            {{members}}
            public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
            {
                {{body}}
            }
            public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
            public object? GetService(Type serviceType, object? serviceKey = null) => null;
            public void Dispose() { }
        }
        """);
}
