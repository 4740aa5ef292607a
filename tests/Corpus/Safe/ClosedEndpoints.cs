using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddAuthorizationBuilder().AddPolicy("members", policy => policy.RequireRole("member"));
builder.Services.AddRateLimiter(limits =>
{
    limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
    limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
        context.User.Identity?.Name ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) }));
});
builder.Services.AddControllers();

var app = builder.Build();
app.UseAuthorization();
app.UseRateLimiter();

var api = app.MapGroup("/api").RequireAuthorization("members");
api.MapGet("/greeting", Greetings.GreetAsync);
var tools = app.MapMcp("/tools");
tools.RequireAuthorization();
if (app.Environment.IsDevelopment())
    app.MapGet("/try", Greetings.GreetAsync);

// Nothing here asks a model.
app.MapGet("/models", (IChatClient chat) => chat.GetService<ChatClientMetadata>()?.DefaultModelId);
app.MapPost("/mail", (Mailbox mailbox, string text) => mailbox.SendAsync(text));
app.MapControllers();
app.MapHub<GreetingHub>("/greetings");
app.Run();

public static class Greetings
{
    public static async Task<string> GreetAsync(IChatClient chat)
    {
        var response = await chat.GetResponseAsync("Say hello.");
        return response.FinishReason == ChatFinishReason.ContentFilter ? "" : response.Text;
    }
}

public class Mailbox
{
    public Task SendAsync(string text) => Task.Delay(text.Length);
}

[Authorize]
public abstract class MembersController : ControllerBase;

public class GreetingController(IChatClient chat) : MembersController
{
    [HttpGet("/greet")]
    public Task<string> Get() => Greetings.GreetAsync(chat);
}

[Authorize]
public class GreetingHub(IChatClient chat) : Hub
{
    public async Task Greet() => await Clients.Caller.SendAsync("greeting", await Greetings.GreetAsync(chat));
}
