using System.Security.Claims;
using ContosoChat.Contracts;
using ContosoChat.Services;

namespace ContosoChat.Endpoints;

public static class ChatEndpoints
{
    public static void MapChat(this IEndpointRouteBuilder app)
    {
        var chats = app.MapGroup("/chat").RequireAuthorization().RequireRateLimiting("ai");

        chats.MapPost("", async (ChatRequest request, ClaimsPrincipal user, IChatService chat, CancellationToken cancellationToken) =>
        {
            if (string.IsNullOrWhiteSpace(request.Message))
                return Results.BadRequest("A message is needed.");

            return Results.Ok(new ChatReply(await chat.ReplyAsync(IdOf(user), request, cancellationToken)));
        });

        chats.MapPost("/stream", (ChatRequest request, ClaimsPrincipal user, IChatService chat, CancellationToken cancellationToken) =>
            string.IsNullOrWhiteSpace(request.Message)
                ? Results.BadRequest("A message is needed.")
                : TypedResults.ServerSentEvents(chat.StreamAsync(IdOf(user), request, cancellationToken)));

        chats.MapPost("/summary", async (ClaimsPrincipal user, SummaryService summaries, CancellationToken cancellationToken) =>
            Results.Ok(new ChatReply(await summaries.SummarizeAsync(IdOf(user), cancellationToken))));
    }

    private static string IdOf(ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new BadHttpRequestException("The token names nobody.", StatusCodes.Status401Unauthorized);
}
