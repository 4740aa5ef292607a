using AiSecurity.Analyzers.Tests.Verification;
using static AiSecurity.Analyzers.Tests.Rules.Access.Endpoints.EndpointSource;

namespace AiSecurity.Analyzers.Tests.Rules.Access.Endpoints;

/// <summary>AISEC109 on minimal APIs: what is not reported.</summary>
public class RouteQuietTests
{
    [Theory]
    [InlineData("app.MapPost(\"/chat\", ASK).RequireAuthorization();")]
    [InlineData("app.MapPost(\"/chat\", ASK).WithName(\"chat\").RequireAuthorization(\"policy\").Produces<string>();")]
    [InlineData("var route = app.MapPost(\"/chat\", ASK);\nroute.WithName(\"chat\");\nroute.RequireAuthorization();")]
    [InlineData("app.MapGroup(\"a\").RequireAuthorization().MapGroup(\"b\").MapPost(\"/chat\", ASK);")]
    [InlineData("var group = app.MapGroup(\"a\");\nvar inner = group.MapGroup(\"b\");\ninner.MapPost(\"/chat\", ASK);\ngroup.RequireAuthorization();")]
    [InlineData("RouteGroupBuilder group;\ngroup = app.MapGroup(\"a\");\ngroup.RequireAuthorization();\ngroup.MapPost(\"/chat\", ASK);")]
    [InlineData("app.MapPost(\"/chat\", [Authorize] ASK);")]
    [InlineData("app.MapPost(\"/chat\", ASK).WithMetadata(new AuthorizeAttribute());")]
    [InlineData("app.MapPost(\"/chat\", ASK).AddEndpointFilter(async (context, next) => context.HttpContext.Request.Headers.ContainsKey(\"x\") ? await next(context) : Results.Unauthorized());")]
    [InlineData("var route = app.MapPost(\"/chat\", ASK);\nif (!app.Environment.IsDevelopment())\n    route.RequireAuthorization();")]
    [InlineData("if (app.Environment.IsDevelopment())\n    app.MapPost(\"/chat\", ASK);\nelse\n    app.MapPost(\"/chat\", ASK).RequireAuthorization();")]
    [InlineData("app.Use(async (context, next) => { if (context.User.Identity is null) { context.Response.StatusCode = 401; return; } await next(context); });\napp.MapPost(\"/chat\", ASK);")]
    [InlineData("app.MapGet(\"/ping\", () => \"pong\");")]
    [InlineData("var route = app.MapPost(\"/chat\", ASK).RequireAuthorization();\nif (app.Environment.IsDevelopment())\n    route.AllowAnonymous();")]
    public Task A_route_that_is_guarded(string statements) => VerifyAsync(Program(statements.Replace("ASK", Ask, StringComparison.Ordinal)));

    [Theory]
    [InlineData("builder.Services.AddAuthorization(o => o.FallbackPolicy = o.DefaultPolicy);")]
    [InlineData("builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());")]
    [InlineData("builder.Services.AddAuthorizationBuilder().AddFallbackPolicy(\"all\", p => p.RequireAuthenticatedUser());")]
    public Task A_fallback_policy(string services) => VerifyAsync(Program($"app.MapPost(\"/chat\", {Ask});", services));

    [Theory]
    [InlineData("builder.WebHost.UseUrls(\"http://127.0.0.1:5000;http://localhost:5001\");", "")]
    [InlineData("", "app.Urls.Add(\"http://localhost:5000\");")]
    public Task A_server_for_the_same_machine(string services, string statement) => VerifyAsync("using Microsoft.AspNetCore.Hosting;\n" + Program(statement + $"\napp.MapPost(\"/chat\", {Ask});", services));

    [Fact]
    public Task A_server_that_starts_on_a_loopback_address() => VerifyAsync(Program($"app.MapPost(\"/chat\", {Ask});").Replace("app.Run()", "app.Run(\"http://localhost:5000\")", StringComparison.Ordinal));

    [Fact]
    public Task A_group_that_comes_guarded_from_another_file() => VerifyAsync(
        Program("app.MapGroup(\"/api\").RequireAuthorization().MapChat();\nSpeech.Map(app.MapSecure());\napp.MapImages().RequireAuthorization();"),
        others: [Usings + $$"""
            static class ChatEndpoints
            {
                public static void MapChat(this RouteGroupBuilder group) => Inner(group.MapGroup("v1"));
                private static void Inner(IEndpointRouteBuilder routes) => routes.MapPost("/chat", {{Ask}});
                public static RouteGroupBuilder MapSecure(this IEndpointRouteBuilder routes) => routes.MapGroup("s").RequireAuthorization();
                public static RouteGroupBuilder MapImages(this IEndpointRouteBuilder routes)
                {
                    var group = routes.MapGroup("images");
                    group.MapPost("/", {{Ask}});
                    return group;
                }
            }
            static class Speech { public static void Map(IEndpointRouteBuilder routes) { routes.MapPost("/say", {{Ask}}); } }
            """]);

    [Fact]
    public Task A_convention_of_the_project() => VerifyAsync(
        Program($"app.MapPost(\"/chat\", {Ask}).Secured();"),
        others: [Usings + "static class Conventions { public static T Secured<T>(this T builder) where T : IEndpointConventionBuilder { builder.RequireAuthorization(\"chat\"); return builder; } }"]);

    [Fact]
    public Task Filters_and_middleware_that_turn_callers_away() => VerifyAsync(
        Program($"app.MapGroup(\"a\").AddEndpointFilter<KeyFilter>().MapPost(\"/chat\", {Ask});"),
        others: [Usings + """
            class KeyFilter : IEndpointFilter
            {
                public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
                    context.HttpContext.Request.Headers["x-key"] == "k" ? await next(context) : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
            }
            """]);

    [Fact]
    public Task A_filter_in_a_variable() => VerifyAsync(
        Program($"var filter = new KeyFilter();\napp.MapGroup(\"a\").AddEndpointFilter(filter).MapPost(\"/chat\", {Ask});"),
        others: [Usings + """
            class KeyFilter : IEndpointFilter
            {
                public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
                    context.HttpContext.Request.Headers["x-key"] == "k" ? await next(context) : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
            }
            """]);

    [Fact]
    public Task A_library_that_nothing_here_maps() => VerifyAsync(Usings + $$"""
        public static class ChatLibrary
        {
            public static IEndpointConventionBuilder MapChat(this IEndpointRouteBuilder routes) => MapChat(routes, "/chat");
            public static IEndpointConventionBuilder MapChat(this IEndpointRouteBuilder routes, string path) => routes.MapPost(path, {{Ask}});
        }
        """);

    [Fact]
    public Task Middleware_of_a_type() => VerifyAsync(
        Program($"app.UseMiddleware<KeyMiddleware>();\napp.MapPost(\"/chat\", {Ask});"),
        others: [Usings + """
            class KeyMiddleware(RequestDelegate next)
            {
                public Task InvokeAsync(HttpContext context) { if (context.Request.Headers.ContainsKey("k")) return next(context); context.Response.StatusCode = StatusCodes.Status401Unauthorized; return Task.CompletedTask; }
            }
            """]);

    [Fact]
    public Task A_handler_that_asks_for_itself() => VerifyAsync(Program("""
        app.MapPost("/chat", async (HttpContext context, IChatClient chat) => context.User.Identity is { IsAuthenticated: true } ? Results.Ok((await chat.GetResponseAsync("q")).Text) : Results.Unauthorized());
        """));

    [Fact]
    public Task Mapped_in_development_by_all_callers() => VerifyAsync(
        Program("if (app.Environment.IsDevelopment())\n    app.MapTools();"),
        others: [Usings + $$"""static class Tools { public static void MapTools(this WebApplication app) { app.MapMcp(); app.MapPost("/chat", {{Ask}}); } }"""]);

    [Fact]
    public Task Own_clients_that_answer_from_a_table() => VerifyAsync(Program("""app.MapGet("/x", (Own own) => own.GetResponse("q"));"""), others: ["sealed class Own { public string GetResponse(string q) => q; public static string GetResponseAsync(string q) => q; }"]);

    [Fact]
    public Task Senders_of_a_library_that_is_missing() => VerifyAsync(
        Program("app.MapPost(\"/sms\", async (SmsClient sms, string q) => await sms.SendAsync(from: \"a\", to: q, message: \"m\"));"), configure: test => test.TolerateCompileErrors());

    [Theory]
    [InlineData("app.MapPost(\"/run\", async (NightlyJob job) => await job.RunAsync(\"q\"));")]
    [InlineData("app.MapPost(\"/report\", async (Reports reports) => await reports.GenerateAsync(\"q\"));")]
    [InlineData("app.MapPost(\"/report\", (IChatClient chat) => chat.Forget(\"q\"));")]
    public Task Jobs_of_a_library_that_is_missing(string statement) => VerifyAsync(Program(statement), configure: test => test.TolerateCompileErrors());

    [Fact]
    public Task Test_projects() => VerifyAsync(Program($"app.MapPost(\"/chat\", {Ask});"), configure: test => test.SetOption("build_property.IsTestProject", "true"));
}
