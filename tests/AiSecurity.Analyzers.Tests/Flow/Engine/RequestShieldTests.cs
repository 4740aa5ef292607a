namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Filters that look at the requests of some endpoints or actions, and not of others.</summary>
public class RequestShieldTests
{
    private const string EndpointFilter = """
        public class Screening(AiSecurity.Guards.PromptShield shield) : IEndpointFilter
        {
            public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
            {
                await shield.EnsureSafeAsync(context.GetArgument<string>(0));
                return await next(context);
            }
        }
        """;

    private const string ActionFilter = """
        public class Screening(AiSecurity.Guards.PromptShield shield) : IAsyncActionFilter
        {
            public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
            {
                foreach (var argument in context.ActionArguments.Values.OfType<string>())
                    await shield.EnsureSafeAsync(argument);
                await next();
            }
        }
        """;

    private const string Attribute = """
        public sealed class ScreenedAttribute : ActionFilterAttribute
        {
            public override async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
            {
                var shield = context.HttpContext.RequestServices.GetRequiredService<AiSecurity.Guards.PromptShield>();
                foreach (var argument in context.ActionArguments.Values.OfType<string>())
                    await shield.EnsureSafeAsync(argument);
                await next();
            }
        }
        """;

    private const string Ask = "async (string text, IChatClient client) => await client.GetResponseAsync(text)";
    private const string AskReported = "async (string text, IChatClient client) => await client.{|AISEC201:GetResponseAsync(text)|}";

    public static TheoryData<string, string, string> Endpoints => new()
    {
        { "on one", $"app.MapPost(\"/a\", {Ask}).AddEndpointFilter<Screening>(); app.MapPost(\"/b\", {AskReported});", "" },
        { "on both", $"app.MapPost(\"/a\", {Ask}).AddEndpointFilter<Screening>(); app.MapPost(\"/b\", {Ask}).AddEndpointFilter<Screening>();", "" },
        { "on a group", $"var group = app.MapGroup(\"/g\").AddEndpointFilter<Screening>(); group.MapPost(\"/a\", {Ask}); app.MapPost(\"/b\", {AskReported});", "" },
        { "on a group later", $"var group = app.MapGroup(\"/g\"); group.AddEndpointFilter<Screening>(); group.MapPost(\"/a\", {Ask}); app.MapPost(\"/b\", {AskReported});", "" },
        { "on the group above", $"var outer = app.MapGroup(\"/g\").AddEndpointFilter<Screening>(); var inner = outer.MapGroup(\"/i\"); inner.MapPost(\"/a\", {Ask}); app.MapGroup(\"/o\").MapPost(\"/b\", {AskReported});", "" },
        { "on a group that a method gets", "app.MapGroup(\"/g\").AddEndpointFilter<Screening>().MapChat(); app.MapOther();", $"public static class Maps {{ public static void MapChat(this RouteGroupBuilder routes) => routes.MapPost(\"/a\", {Ask}); public static void MapOther(this WebApplication routes) => routes.MapPost(\"/b\", {AskReported}); }}" },
        { "by a method of the project", $"app.MapPost(\"/a\", {Ask}).Screened(); app.MapPost(\"/b\", {AskReported});", "public static class Conventions { public static RouteHandlerBuilder Screened(this RouteHandlerBuilder builder) => builder.AddEndpointFilter<Screening>(); }" },
        { "methods", "app.MapPost(\"/a\", Handlers.First).AddEndpointFilter<Screening>(); app.MapPost(\"/b\", Handlers.Second);", "public static class Handlers { public static async Task First(string text, IChatClient client) => await client.GetResponseAsync(text); public static async Task Second(string text, IChatClient client) => await client.{|AISEC201:GetResponseAsync(text)|}; }" },
        { "one method, once without", "app.MapPost(\"/a\", Handlers.First).AddEndpointFilter<Screening>(); app.MapPost(\"/b\", Handlers.First);", "public static class Handlers { public static async Task First(string text, IChatClient client) => await client.{|AISEC201:GetResponseAsync(text)|}; }" },
        { "lambda", $"app.MapPost(\"/a\", {Ask}).AddEndpointFilter(async (context, next) => {{ await shield.EnsureSafeAsync(context.GetArgument<string>(0)); return await next(context); }}); app.MapPost(\"/b\", {AskReported});", "" },
        { "object in a variable", $"var filter = new Screening(shield); app.MapPost(\"/a\", {Ask}).AddEndpointFilter(filter); app.MapPost(\"/b\", {AskReported});", "" },
        { "another filter beside it", $"app.MapPost(\"/a\", {Ask}).AddEndpointFilter<Screening>(); app.MapPost(\"/b\", {AskReported}).AddEndpointFilter<Timing>();", "public class Timing : IEndpointFilter { public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => await next(context); }" },
        { "nowhere in sight", $"app.MapPost(\"/a\", {Ask});", "" },
        { "a service in between", "app.MapPost(\"/a\", async (string text, Asker asker) => await asker.AskAsync(text)).AddEndpointFilter<Screening>();", "public class Asker(IChatClient client) { public async Task AskAsync(string text) => await client.GetResponseAsync(text); }" },
        { "a service that two endpoints use", "app.MapPost(\"/a\", async (string text, Asker asker) => await asker.AskAsync(text)).AddEndpointFilter<Screening>(); app.MapPost(\"/b\", async (string text, Asker asker) => await asker.AskAsync(text));", "public class Asker(IChatClient client) { public async Task AskAsync(string text) => await client.{|AISEC201:GetResponseAsync(text)|}; }" },
    };

    public static TheoryData<string, string, string> Actions => new()
    {
        { "on one action", Actions2("", "[ServiceFilter(typeof(Screening))]", reported: true), ActionFilter },
        { "by type", Actions2("", "[TypeFilter(typeof(Screening))]", reported: true), ActionFilter },
        { "on the controller", Actions2("[ServiceFilter(typeof(Screening))]", "", reported: false), ActionFilter },
        { "for all", Actions2("", "", reported: false), ActionFilter + "public static class Setup { public static void Add(IServiceCollection services) => services.AddControllers(options => options.Filters.Add<Screening>()); }" },
        { "an object for all", Actions2("", "", reported: false), ActionFilter + "public static class Setup { public static void Add(IServiceCollection services, AiSecurity.Guards.PromptShield shield) => services.AddControllers(options => options.Filters.Add(new Screening(shield))); }" },
        { "registered, and named at one", Actions2("", "[ServiceFilter(typeof(Screening))]", reported: true), ActionFilter + "public static class Setup { public static void Add(IServiceCollection services) => services.AddScoped<Screening>(); }" },
        { "nowhere in sight", Actions2("", "", reported: false), ActionFilter },
        { "attribute on one action", Actions2("", "[Screened]", reported: true), Attribute },
        { "attribute on the controller", Actions2("[Screened]", "", reported: false), Attribute },
    };

    [Theory]
    [MemberData(nameof(Endpoints))]
    public Task OfEndpoints(string name, string endpoints, string types)
    {
        _ = name;
        return VerifyAsync($$"""public static class App { public static void Map(WebApplication app, AiSecurity.Guards.PromptShield shield) { {{endpoints}} } }""" + EndpointFilter + types);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public Task OfActions(string name, string controllers, string types)
    {
        _ = name;
        return VerifyAsync(controllers + types);
    }

    [Fact]
    public Task AttributeOfTheBase() => VerifyAsync(
        "[Screened] public abstract class ScreenedController : ControllerBase; public class FirstController(IChatClient client) : ScreenedController { [HttpPost] public async Task Ask(string text) => await client.GetResponseAsync(text); }"
        + "public class SecondController(IChatClient client) : ControllerBase { [HttpPost] public async Task Ask(string text) => await client.{|AISEC201:GetResponseAsync(text)|}; }" + Attribute);

    private static string Actions2(string onType, string onFirst, bool reported) => $$"""
        {{onType}}
        public class ChatController(IChatClient client) : ControllerBase
        {
            {{onFirst}} [HttpPost("a")] public async Task First(string text) => await client.GetResponseAsync(text);
            [HttpPost("b")] public async Task Second(string text) => await client.{{(reported ? "{|AISEC201:GetResponseAsync(text)|}" : "GetResponseAsync(text)")}};
        }
        """;

    private static Task VerifyAsync(string source) => FlowVerifier.VerifyAsync(
        Endpoint.Usings + "using Microsoft.AspNetCore.Mvc.Filters; using Microsoft.AspNetCore.Routing; using Microsoft.Extensions.DependencyInjection;" + source,
        configure: Shields.Add);
}
