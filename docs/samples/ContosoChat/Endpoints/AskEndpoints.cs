using ContosoChat.Contracts;
using ContosoChat.Services;

namespace ContosoChat.Endpoints;

public static class AskEndpoints
{
    public static void MapAsk(this IEndpointRouteBuilder app)
    {
        app.MapPost("/ask", AskAsync);

        app.MapGet("/ask/print", async (string? question, GroundedAnswerService answers, CancellationToken cancellationToken) =>
        {
            if (string.IsNullOrWhiteSpace(question))
                return Results.BadRequest("A question is needed.");

            var reply = await answers.AnswerAsync(question, cancellationToken);
            return Results.Content($"<!doctype html><title>Contoso</title><article>{reply.Answer}</article>", "text/html");
        });
    }

    private static async Task<IResult> AskAsync(AskRequest request, GroundedAnswerService answers, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Question))
            return Results.BadRequest("A question is needed.");

        return Results.Ok(await answers.AnswerAsync(request.Question, cancellationToken));
    }
}
