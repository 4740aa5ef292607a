using System.ClientModel;
using Azure;
using ContosoChat.Endpoints;
using ContosoChat.Services;
using Microsoft.AspNetCore.Authentication.BearerToken;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddProblemDetails();
builder.Services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme).AddBearerToken();
builder.Services.AddAuthorization();
builder.Services.AddContosoAI(builder.Configuration);

var app = builder.Build();

app.UseExceptionHandler(new ExceptionHandlerOptions
{
    StatusCodeSelector = exception => exception switch
    {
        BadHttpRequestException badRequest => badRequest.StatusCode,
        ClientResultException or RequestFailedException or HttpRequestException or AggregateException => StatusCodes.Status502BadGateway,
        Microsoft.SemanticKernel.HttpOperationException => StatusCodes.Status502BadGateway,
        OperationCanceledException or TimeoutException => StatusCodes.Status504GatewayTimeout,
        _ => StatusCodes.Status500InternalServerError,
    },
});
app.UseStatusCodePages();
app.UseDefaultFiles();
app.UseStaticFiles();

app.MapGet("/health", () => Results.Ok(new { status = "ok" }));
app.MapChat();
app.MapAsk();
app.MapAgent();
app.MapStaff();

app.Run();
