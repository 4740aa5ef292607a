using System.ClientModel;
using System.Security.Claims;
using System.Threading.RateLimiting;
using AiSecurity.Guards;
using Azure;
using ContosoChat.Endpoints;
using ContosoChat.Services;
using Microsoft.AspNetCore.Authentication.BearerToken;

namespace ContosoChat;

public static class ContosoApplication
{
    /// <summary>The whole application on a builder; services that are registered already stay.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails();
        builder.Services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme).AddBearerToken();
        builder.Services.AddAuthorization();
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy("ai", context => RateLimitPartition.GetFixedWindowLimiter(
                context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = 20, Window = TimeSpan.FromMinutes(1) }));
        });
        builder.Services.AddContosoAI(builder.Configuration, builder.Environment);

        var app = builder.Build();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = exception => exception switch
            {
                BadHttpRequestException badRequest => badRequest.StatusCode,
                PromptAttackException => StatusCodes.Status400BadRequest,
                UnsafeContentException => StatusCodes.Status422UnprocessableEntity,
                GuardUnavailableException => StatusCodes.Status503ServiceUnavailable,
                ClientResultException or RequestFailedException or HttpRequestException or AggregateException => StatusCodes.Status502BadGateway,
                Microsoft.SemanticKernel.HttpOperationException => StatusCodes.Status502BadGateway,
                OperationCanceledException or TimeoutException => StatusCodes.Status504GatewayTimeout,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();

        app.MapGet("/health", () => Results.Ok(new { status = "ok" }));
        app.MapChat();
        app.MapAsk();
        app.MapAgent();
        app.MapStaff();
        return app;
    }
}
