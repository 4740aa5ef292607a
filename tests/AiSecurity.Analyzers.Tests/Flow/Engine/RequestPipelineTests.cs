namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Shields before hub methods and before the turns of a bot: what comes in another way has not passed them.</summary>
public class RequestPipelineTests
{
    private const string Hubs = """
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Extensions.DependencyInjection;
        public class HubShield(AiSecurity.Guards.PromptShield shield) : IHubFilter
        {
            public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext context, Func<HubInvocationContext, ValueTask<object?>> next)
            {
                foreach (var text in context.HubMethodArguments.OfType<string>())
                    await shield.EnsureSafeAsync(text);
                return await next(context);
            }
        }
        public class DeskHub(IChatClient client) : Hub { public Task Ask(string text) => DESK; }
        public class WidgetHub(IChatClient client) : Hub { public Task Ask(string text) => WIDGET; }

        """;

    private const string Quiet = "client.GetResponseAsync(text)";
    private const string Reported = "client.{|AISEC201:GetResponseAsync(text)|}";

    [Theory]
    [InlineData("services.AddSignalR(options => options.AddFilter<HubShield>());", Quiet, Quiet)]
    [InlineData("services.AddSignalR(options => options.AddFilter(typeof(HubShield)));", Quiet, Quiet)]
    [InlineData("services.AddSignalR().AddHubOptions<DeskHub>(options => options.AddFilter<HubShield>());", Quiet, Reported)]
    [InlineData("services.AddSignalR().AddHubOptions<DeskHub>(options => options.AddFilter<HubShield>()).AddHubOptions<WidgetHub>(options => options.AddFilter(new HubShield(null!)));", Quiet, Quiet)]
    [InlineData("services.AddSignalR(options => options.AddFilter<HubShield>()).AddHubOptions<DeskHub>(options => options.AddFilter<HubShield>());", Quiet, Quiet)]
    [InlineData("services.AddSingleton<HubShield>(); services.AddSignalR().AddHubOptions<WidgetHub>(options => options.AddFilter<HubShield>());", Reported, Quiet)]
    [InlineData("services.AddSignalR();", Quiet, Quiet)]
    public Task Filter_of_hubs(string registration, string desk, string widget) => VerifyAsync(
        Hubs.Replace("DESK", desk).Replace("WIDGET", widget) + $$"""
        public static class Registrations { public static void Add(IServiceCollection services) { {{registration}} } }
        """);

    [Fact]
    public Task Endpoint_beside_a_filter_of_hubs() => VerifyAsync(
        Hubs.Replace("DESK", Quiet).Replace("WIDGET", Quiet) + $$"""
        public static class Program
        {
            public static void Main(IServiceCollection services, WebApplication app, IChatClient client)
            {
                services.AddSignalR(options => options.AddFilter<HubShield>());
                app.MapPost("/ask", (string text) => {{Reported}});
            }
        }
        """);

    private const string Bot = """
        namespace Microsoft.Bot.Schema { public class Activity { public string Text { get; set; } = ""; } }
        namespace Microsoft.Bot.Builder
        {
            using Microsoft.Bot.Schema;
            public interface ITurnContext { Activity Activity { get; } }
            public delegate Task NextDelegate(CancellationToken token);
            public interface IMiddleware { Task OnTurnAsync(ITurnContext turn, NextDelegate next, CancellationToken token); }
        }

        """;

    private const string TurnShield = """
        public class TurnShield(AiSecurity.Guards.PromptShield shield) : Microsoft.Bot.Builder.IMiddleware
        {
            public async Task OnTurnAsync(Microsoft.Bot.Builder.ITurnContext turn, Microsoft.Bot.Builder.NextDelegate next, CancellationToken token)
            {
                if ((await shield.AnalyzeAsync(turn.Activity.Text)).IsAttack)
                    return;
                await next(token);
            }
        }

        """;

    [Theory]
    [InlineData(TurnShield, "client.GetResponseAsync(turn.Activity.Text)")]
    [InlineData("", "client.{|AISEC201:GetResponseAsync(turn.Activity.Text)|}")]
    public Task Middleware_of_a_bot(string middleware, string call) => VerifyAsync(
        Bot + middleware + $$"""
        public class Desk(IChatClient client)
        {
            public Task OnMessageAsync(Microsoft.Bot.Builder.ITurnContext turn) => {{call}};
            public void Map(WebApplication app) => app.MapPost("/mail", (string text) => {{Reported}});
        }
        """);

    private static Task VerifyAsync(string source) => FlowVerifier.VerifyAsync(Endpoint.Usings + source, configure: Shields.Add);
}
