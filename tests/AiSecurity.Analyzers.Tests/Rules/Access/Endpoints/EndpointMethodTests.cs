using AiSecurity.Analyzers.Tests.Verification;
using static AiSecurity.Analyzers.Tests.Rules.Access.Endpoints.EndpointSource;

namespace AiSecurity.Analyzers.Tests.Rules.Access.Endpoints;

/// <summary>AISEC109 on controllers, pages, hubs, gRPC services and functions.</summary>
public class EndpointMethodTests
{
    private const string Model = "class Model(IChatClient chat) { public async Task<string> AskAsync(string q) => (await chat.GetResponseAsync(q)).Text; }\n";

    private static string Controller(string attributes, string action, string name = "AskAsync", string rest = "") => Usings + Model + $$"""
        {{attributes}}
        public class ChatController(IServiceProvider services) : ControllerBase
        {
            {{action}}
            public async Task<IActionResult> {{name}}(string q) => Ok(await services.GetRequiredService<Model>().AskAsync(q));

            [HttpGet]
            public IActionResult Ping() => Ok();

            [NonAction]
            public Task<string> HelpAsync(string q) => services.GetRequiredService<Model>().AskAsync(q);
        }
        {{rest}}
        """;

    [Fact]
    public Task An_open_action() => VerifyAsync(Controller("[ApiController]", "[HttpPost]", "[|AskAsync|]"), others: [Program("app.UseAuthorization();\napp.MapControllers();")]);

    [Theory]
    [InlineData("[Authorize]", "[HttpPost, AllowAnonymous]")]
    [InlineData("[AllowAnonymous]", "[Authorize]")]
    public Task An_action_that_anonymous_callers_may_call(string type, string action) => VerifyAsync(Controller(type, action, "[|AskAsync|]"));

    [Theory]
    [InlineData("[Authorize]", "")]
    [InlineData("", "[HttpPost, Authorize(Roles = \"a\")]")]
    [InlineData("[Strict]", "")]
    [InlineData("[ApiKey]", "")]
    [InlineData("", "[ServiceFilter(typeof(KeyFilter))]")]
    [InlineData("[Authorize]", "#if DEBUG\n[AllowAnonymous]\n#endif")]
    public Task A_guarded_action(string type, string action) => VerifyAsync(Controller(type, "\n" + action + "\n", rest: """
        class StrictAttribute : AuthorizeAttribute { }
        class ApiKeyAttribute : Attribute, Microsoft.AspNetCore.Mvc.Filters.IAsyncActionFilter
        {
            public Task OnActionExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.ActionExecutionDelegate next) { context.Result = new UnauthorizedResult(); return Task.CompletedTask; }
        }
        class KeyFilter : Microsoft.AspNetCore.Mvc.Filters.IActionFilter
        {
            public void OnActionExecuting(Microsoft.AspNetCore.Mvc.Filters.ActionExecutingContext context) => context.Result = new StatusCodeResult(403);
            public void OnActionExecuted(Microsoft.AspNetCore.Mvc.Filters.ActionExecutedContext context) { }
        }
        """));

    [Theory]
    [InlineData("app.MapControllers().RequireAuthorization();", "")]
    [InlineData("app.MapControllers();", "builder.Services.AddControllers(o => o.Filters.Add(new Microsoft.AspNetCore.Mvc.Authorization.AuthorizeFilter()));")]
    [InlineData("app.MapControllers();", "builder.Services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);")]
    [InlineData("if (app.Environment.IsDevelopment()) app.MapControllers();", "")]
    public Task Actions_that_the_application_guards(string statements, string services) => VerifyAsync(Controller("", ""), others: [Program(statements, services)]);

    [Fact]
    public Task Attributes_of_a_base_class() => VerifyAsync(Controller("", "").Replace(": ControllerBase", ": Own", StringComparison.Ordinal), others: [Usings + "[Authorize] public abstract class Own : ControllerBase { }"]);

    [Fact]
    public Task A_page() => VerifyAsync(Usings + Model + """
        public class IndexModel : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
        {
            public async Task [|OnPostAsync|](string q) => await HttpContext.RequestServices.GetRequiredService<Model>().AskAsync(q);
            public void OnGet() { }
        }
        [Authorize]
        public class Closed : Microsoft.AspNetCore.Mvc.RazorPages.PageModel
        {
            public async Task OnPostAsync(string q) => await HttpContext.RequestServices.GetRequiredService<Model>().AskAsync(q);
        }
        """);

    [Fact]
    public Task Hubs() => VerifyAsync(Usings + Model + """
        class Open(Model model) : Hub { public async Task [|Say|](string q) => await Clients.Caller.SendAsync("x", await model.AskAsync(q)); }
        [Authorize] class Closed(Model model) : Hub { public async Task Say(string q) => await Clients.Caller.SendAsync("x", await model.AskAsync(q)); }
        class Mapped(Model model) : Hub { public async Task Say(string q) => await Clients.Caller.SendAsync("x", await model.AskAsync(q)); }
        """, others: [Program("app.MapHub<Open>(\"/a\");\napp.MapHub<Closed>(\"/b\");\napp.MapHub<Mapped>(\"/c\").RequireAuthorization();")]);

    [Fact]
    public Task Hubs_over_which_answers_are_sent() => VerifyAsync(
        Program("app.[|MapHub|]<Relay>(\"/a\");\napp.MapHub<Clock>(\"/b\");\napp.MapHub<Closed>(\"/c\");"),
        others: [Usings + """
            class Relay : Hub { }
            class Clock : Hub { }
            [Authorize] class Closed : Hub { }
            class Answers(IHubContext<Relay> hub, IHubContext<Closed> closed, IChatClient chat)
            {
                public async Task AnswerAsync(string q) { await foreach (var part in chat.GetStreamingResponseAsync(q)) { await hub.Clients.All.SendAsync("x", part.Text); await closed.Clients.All.SendAsync("x", part.Text); } }
            }
            class Ticks(IHubContext<Clock> hub) { public Task TickAsync() => hub.Clients.All.SendAsync("tick"); }
            """]);

    [Fact]
    public Task Functions() => VerifyAsync("""
        using Microsoft.Azure.Functions.Worker;
        using Microsoft.Azure.Functions.Worker.Http;
        using Microsoft.Extensions.AI;
        public class Functions(IChatClient chat)
        {
            [Function("a")] public async Task<string> [|Open|]([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequestData request) => (await chat.GetResponseAsync("q")).Text;
            [Function("b")] public async Task<string> Keyed([HttpTrigger(AuthorizationLevel.Function, "post")] HttpRequestData request) => (await chat.GetResponseAsync("q")).Text;
            [Function("c")] public async Task<string> Default([HttpTrigger("post")] HttpRequestData request) => (await chat.GetResponseAsync("q")).Text;
            [Function("d")] public string Ping([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequestData request) => "pong";
            [Function("e")] public async Task<string> Queue([QueueTrigger("q")] string item) => (await chat.GetResponseAsync(item)).Text;
        }
        """, set: SdkSet.Platform);

    [Fact]
    public Task A_gRPC_service() => VerifyAsync("""
        using Grpc.Core;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.Extensions.AI;
        [BindServiceMethod(typeof(ChatBase), "Bind")]
        public abstract class ChatBase { public virtual Task<string> Ask(string q, ServerCallContext context) => throw null!; public static void Bind(ServiceBinderBase binder, ChatBase service) { } }
        public class Open(IChatClient chat) : ChatBase { public override async Task<string> [|Ask|](string q, ServerCallContext context) => (await chat.GetResponseAsync(q)).Text; }
        [Authorize] public class Closed(IChatClient chat) : ChatBase { public override async Task<string> Ask(string q, ServerCallContext context) => (await chat.GetResponseAsync(q)).Text; }
        """, set: SdkSet.Platform);
}
