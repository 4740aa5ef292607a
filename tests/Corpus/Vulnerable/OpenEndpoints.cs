using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRateLimiter(limits => limits.AddFixedWindowLimiter("ai", window => window.PermitLimit = 10));
builder.Services.AddSingleton<IAssistant, Assistant>();
builder.Services.AddControllers();
builder.Services.AddSignalR();

var app = builder.Build();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();

// Known callers only, and as often as they like.
app.MapGet("/members", (IAssistant assistant) => assistant.GreetAsync()).RequireAuthorization(); //! AISEC112

// Everybody, ten times a minute.
app.MapGet("/everybody", (IAssistant assistant) => assistant.GreetAsync()).RequireRateLimiting("ai"); //! AISEC109

var api = app.MapGroup("/api").RequireRateLimiting("ai").RequireAuthorization();
api.MapGet("/greeting", (IAssistant assistant) => assistant.GreetAsync()).AllowAnonymous(); //! AISEC109
api.MapGet("/vectors", async (IEmbeddingGenerator<string, Embedding<float>> generator) => (await generator.GenerateVectorAsync("hello")).Length);
app.MapGet("/health", () => "well");

// Tools for whoever asks.
app.MapMcp("/tools").RequireRateLimiting("ai"); //! AISEC109

app.MapControllers();
app.MapHub<GreetingHub>("/greetings");
app.Run();

public interface IAssistant
{
    Task<string> GreetAsync();
}

public class Assistant(IChatClient chat) : IAssistant
{
    public async Task<string> GreetAsync()
    {
        var response = await chat.GetResponseAsync("Say hello.");
        return response.FinishReason == ChatFinishReason.ContentFilter ? "" : response.Text;
    }
}

[ApiController]
[Route("[controller]")]
[EnableRateLimiting("ai")]
public class GreetingController(IAssistant assistant) : ControllerBase
{
    [HttpGet]
    public Task<string> Get() => assistant.GreetAsync(); //! AISEC109

    [HttpGet("again")]
    [Authorize]
    [DisableRateLimiting]
    public Task<string> GetAgain() => assistant.GreetAsync(); //! AISEC112

    [HttpGet("length")]
    public int GetLength(string text) => text.Length;
}

public class GreetingHub(IAssistant assistant) : Hub
{
    [Authorize]
    public Task Wave() => Clients.Caller.SendAsync("wave");

    public async Task Greet() => await Clients.Caller.SendAsync("greeting", await assistant.GreetAsync()); //! AISEC109 AISEC112
}
