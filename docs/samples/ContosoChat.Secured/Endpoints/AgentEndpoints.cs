using ContosoChat.Contracts;
using ContosoChat.Services;

namespace ContosoChat.Endpoints;

public static class AgentEndpoints
{
    public static void MapAgent(this IEndpointRouteBuilder app)
    {
        app.MapPost("/agent", async (AgentRequest request, AgentService agent, CancellationToken cancellationToken) =>
        {
            if (string.IsNullOrWhiteSpace(request.Task))
                return Results.BadRequest("A task is needed.");

            return Results.Ok(new ChatReply(await agent.RunAsync(request.Task, cancellationToken)));
        }).RequireAuthorization().RequireRateLimiting("ai");
    }
}
