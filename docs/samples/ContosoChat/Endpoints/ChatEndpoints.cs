using ContosoChat.Contracts;
using ContosoChat.Services;

namespace ContosoChat.Endpoints;

public static class ChatEndpoints
{
    public static void MapChat(this IEndpointRouteBuilder app)
    {
        app.MapPost("/chat", async (ChatRequest request, IChatService chat, CancellationToken cancellationToken) =>
        {
            if (string.IsNullOrWhiteSpace(request.Message))
                return Results.BadRequest("A message is needed.");

            return Results.Ok(new ChatReply(await chat.ReplyAsync(request, cancellationToken)));
        });

        app.MapPost("/chat/stream", (ChatRequest request, IChatService chat, CancellationToken cancellationToken) =>
            string.IsNullOrWhiteSpace(request.Message)
                ? Results.BadRequest("A message is needed.")
                : TypedResults.ServerSentEvents(chat.StreamAsync(request, cancellationToken)));

        app.MapPost("/chat/summary", async (SummaryService summaries, CancellationToken cancellationToken) =>
            Results.Ok(new ChatReply(await summaries.SummarizeAsync(cancellationToken))));
    }
}
