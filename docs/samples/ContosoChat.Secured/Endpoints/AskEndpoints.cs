using System.Security.Claims;
using System.Text.Encodings.Web;
using ContosoChat.Contracts;
using ContosoChat.Services;

namespace ContosoChat.Endpoints;

public static class AskEndpoints
{
    public static void MapAsk(this IEndpointRouteBuilder app)
    {
        app.MapPost("/ask", AskAsync).RequireAuthorization().RequireRateLimiting("ai");

        app.MapGet("/ask/print", async (string? question, ClaimsPrincipal user, GroundedAnswerService answers, CancellationToken cancellationToken) =>
        {
            if (string.IsNullOrWhiteSpace(question))
                return Results.BadRequest("A question is needed.");

            var reply = await answers.AnswerAsync(user, question, cancellationToken);
            return Results.Content($"<!doctype html><title>Contoso</title><article>{HtmlEncoder.Default.Encode(reply.Answer)}</article>", "text/html");
        }).RequireAuthorization().RequireRateLimiting("ai");
    }

    private static async Task<IResult> AskAsync(AskRequest request, ClaimsPrincipal user, GroundedAnswerService answers, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Question))
            return Results.BadRequest("A question is needed.");

        return Results.Ok(await answers.AnswerAsync(user, request.Question, cancellationToken));
    }
}
