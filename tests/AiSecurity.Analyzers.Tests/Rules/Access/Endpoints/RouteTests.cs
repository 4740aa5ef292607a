using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using static AiSecurity.Analyzers.Tests.Rules.Access.Endpoints.EndpointSource;

namespace AiSecurity.Analyzers.Tests.Rules.Access.Endpoints;

/// <summary>AISEC109 on minimal APIs: what is reported.</summary>
public class RouteTests
{
    [Theory]
    [InlineData("MapGet")]
    [InlineData("MapPost")]
    [InlineData("MapPut")]
    public Task An_open_route(string map) => VerifyAsync(Program($"app.[|{map}|](\"/chat\", {Ask});"));

    [Fact]
    public Task A_route_of_an_open_group() => VerifyAsync(Program($"""
        var api = app.MapGroup("api").WithTags("chat");
        api.MapGroup("v1").[|MapPost|]("chat", {Ask});
        """));

    [Fact]
    public Task A_request_delegate() => VerifyAsync(Program("""
        app.[|MapPost|]("/chat", async context =>
        {
            var chat = context.RequestServices.GetRequiredService<IChatClient>();
            await foreach (var update in chat.GetStreamingResponseAsync("hello"))
                await context.Response.WriteAsync(update.Text);
        });
        """));

    [Fact]
    public Task A_method_that_calls_services_of_the_project() => VerifyAsync(
        Program("""app.[|MapPost|]("/chat", Handlers.AnswerAsync);"""),
        others: [
            Usings + """
            interface IAnswers { Task<string> AnswerAsync(string q); }
            class Answers(Model model) : IAnswers { public Task<string> AnswerAsync(string q) => model.AskAsync(q); }
            class Model(IChatClient chat) { public async Task<string> AskAsync(string q) => await Inner(q); private async Task<string> Inner(string q) => (await chat.GetResponseAsync(q)).Text; }
            """,
            "static class Handlers { public static Task<string> AnswerAsync(IAnswers answers, string q) => answers.AnswerAsync(q); }"]);

    [Fact]
    public Task A_mediator_and_a_handler() => VerifyAsync(
        Program("""
            app.[|MapPost|]("/chat", async (AskModel ask, MediatR.ISender sender) => await sender.Send(ask));
            app.[|MapPost|]("/hello", async (MediatR.IMediator mediator) => await mediator.Send(new AskModel("hello")));
            app.MapPost("/orders", async (CountOrders count, MediatR.ISender sender) => await sender.Send(count));
            """),
        others: [
            Usings + """
            record AskModel(string Text) : MediatR.IRequest<string>;
            record CountOrders(string Customer) : MediatR.IRequest<int>;
            class CountHandler : MediatR.IRequestHandler<CountOrders, int> { public Task<int> Handle(CountOrders request, CancellationToken token) => Task.FromResult(1); }
            """,
            Usings + "class AskHandler(IChatClient chat) : MediatR.IRequestHandler<AskModel, string> { public async Task<string> Handle(AskModel request, CancellationToken token) => (await chat.GetResponseAsync(request.Text)).Text; }"]);

    [Fact]
    public Task A_mediator_of_the_project() => VerifyAsync(
        Program("""app.[|MapPost|]("/chat", async (AskModel ask, ISender sender) => await sender.Send(ask with { Text = "a" }));"""),
        others: [
            Usings + """
            interface IRequest<T> { }
            interface IRequestHandler<TRequest, T> where TRequest : IRequest<T> { Task<T> Handle(TRequest request); }
            interface ISender { Task<T> Send<T>(IRequest<T> request); }
            class Sender(IServiceProvider services) : ISender { public Task<T> Send<T>(IRequest<T> request) { dynamic handler = services.GetService(typeof(IRequestHandler<,>).MakeGenericType(request.GetType(), typeof(T)))!; return handler.Handle((dynamic)request); } }
            record AskModel(string Text) : IRequest<string>;
            class AskHandler(IChatClient chat) : IRequestHandler<AskModel, string> { public async Task<string> Handle(AskModel request) => (await chat.GetResponseAsync(request.Text)).Text; }
            """]);

    [Fact]
    public Task A_handler_in_a_variable_and_a_local_function() => VerifyAsync(Program($$"""
        var handler = {{Ask}};
        app.[|MapGet|]("/a", handler);
        app.[|MapGet|]("/b", Answer);
        async Task<string> Answer(IChatClient chat, string q) => (await chat.GetResponseAsync(q)).Text;
        """));

    [Fact]
    public Task Embeddings_are_an_AI_service_too() => VerifyAsync(Program("""
        app.[|MapGet|]("/search", async (IEmbeddingGenerator<string, Embedding<float>> embeddings, string q) => (await embeddings.GenerateVectorAsync(q)).Length);
        """));

    [Fact]
    public Task A_method_in_another_file_maps() => VerifyAsync(
        Program("app.MapChat();"),
        others: [Usings + $$"""
            static class ChatEndpoints
            {
                public static void MapChat(this IEndpointRouteBuilder routes)
                {
                    var group = routes.MapGroup("/api");
                    group.[|MapPost|]("/chat", {{Ask}});
                    group.MapGet("/ping", () => "pong");
                }
            }
            """]);

    [Fact]
    public Task A_library_that_hands_nothing_back() => VerifyAsync(Usings + $$"""
        public static class ChatLibrary
        {
            public static void MapChat(this IEndpointRouteBuilder routes) => routes.[|MapPost|]("/chat", {{Ask}});
            public static IEndpointRouteBuilder MapTalk(this IEndpointRouteBuilder routes)
            {
                routes.[|MapPost|]("/talk", {{Ask}});
                return routes;
            }
        }
        """);

    [Fact]
    public Task A_library_that_is_mapped_here() => VerifyAsync(
        Program("app.MapChat();"),
        others: [Usings + $$"""
            public static class ChatLibrary
            {
                public static IEndpointConventionBuilder MapChat(this IEndpointRouteBuilder routes) => MapChat(routes, "/chat");
                public static IEndpointConventionBuilder MapChat(this IEndpointRouteBuilder routes, string path) => routes.[|MapPost|](path, {{Ask}});
            }
            """]);

    [Theory]
    [InlineData("app.MapGet(\"/chat\", [AllowAnonymous] async (IChatClient chat) => (await chat.GetResponseAsync(\"q\")).Text);")]
    [InlineData("app.MapGet(\"/chat\", async (IChatClient chat) => (await chat.GetResponseAsync(\"q\")).Text).AllowAnonymous();")]
    [InlineData("app.MapGroup(\"api\").AllowAnonymous().MapGet(\"/chat\", async (IChatClient chat) => (await chat.GetResponseAsync(\"q\")).Text).RequireAuthorization();")]
    public Task Anonymous_callers_that_are_let_through(string statement) => VerifyAsync(
        Program(statement.Replace("MapGet", "[|MapGet|]", StringComparison.Ordinal), "builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());"));

    [Fact]
    public Task Authorization_on_another_route_or_on_one_way_only() => VerifyAsync(Program($"""
        app.[|MapPost|]("/open", {Ask});
        app.MapPost("/closed", {Ask}).RequireAuthorization();
        var route = app.[|MapPost|]("/perhaps", {Ask});
        if (args.Length > 0)
            route.RequireAuthorization();
        """));

    [Fact]
    public Task Nothing_but_a_default_policy_and_the_middleware() => VerifyAsync(Program($"""
        app.UseAuthentication();
        app.UseAuthorization();
        app.[|MapPost|]("/chat", {Ask});
        """, "builder.Services.AddAuthorization(o => { o.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build(); o.FallbackPolicy = null; });"));

    [Fact]
    public Task Middleware_that_turns_nobody_away() => VerifyAsync(Program($$"""
        app.Use(async (context, next) => { context.Response.Headers["x"] = "1"; await next(context); });
        app.Use(async (context, next) => { if (context.Request.Path.Value!.Contains("not-authorized")) { context.Response.StatusCode = 401; } await next.Invoke(context); });
        app.UseMiddleware<Timing>();
        app.UseMiddleware<Pages>();
        app.[|MapPost|]("/chat", {{Ask}});
        """), others: [Usings + """class Pages(RequestDelegate next) { public async Task InvokeAsync(HttpContext context) { if (context.Request.Path == "/forbidden") context.Response.StatusCode = 403; await next(context).ConfigureAwait(false); } }""", Usings + """class Timing(RequestDelegate next) { public Task InvokeAsync(HttpContext context) => next(context); }"""]);

    [Fact]
    public Task What_exposes_agents_by_itself() => VerifyAsync("using Microsoft.Agents.AI.Hosting.AGUI.AspNetCore;\nusing Microsoft.Agents.AI.DevUI;\n" + Program("""
        app.[|MapMcp|]("/mcp");
        app.[|MapOpenAIResponses|]();
        app.[|MapOpenAIConversations|]();
        app.[|MapDevUI|]();
        app.[|MapAGUIServer|]("/", null!);
        app.[|MapA2AJsonRpc|](null!, "/a2a");
        app.MapOpenAIChatCompletions(null!).RequireAuthorization();
        """));

    [Fact]
    public Task What_exposes_agents_by_the_protocol_between_agents() => VerifyAsync("using A2A;\nusing A2A.AspNetCore;\nusing A2A.V0_3Compat;\n" + Program("""
        IA2ARequestHandler handler = null!;
        app.[|MapA2A|]("/a2a");
        app.[|MapA2A|](handler, "/rpc");
        app.[|MapHttpA2A|](handler, "/rest");
        app.[|MapA2AWithV03Compat|](handler, "/both");
        app.MapA2A(handler, "/closed").RequireAuthorization();
        app.MapWellKnownAgentCard("card");
        """));

    [Theory]
    [InlineData("app.{|#0:MapMcp|}();", "'MapMcp' exposes agents or tools and asks nobody who he is: whoever finds it uses them, and reads what they may read; add RequireAuthorization, or a fallback policy")]
    [InlineData("app.{|#0:MapMcp|}().AllowAnonymous();", "'MapMcp' exposes agents or tools and lets anonymous callers through: whoever finds it uses them, and reads what they may read; add RequireAuthorization, or a fallback policy")]
    public Task Tools_are_no_AI_service(string mapping, string message) => VerifyAsync(Program(mapping), configure: test => test.ExpectedDiagnostics.Add(
        new DiagnosticResult("AISEC109", DiagnosticSeverity.Warning).WithLocation(0).WithMessage(message).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)));

    [Fact]
    public Task What_exposes_agents_in_a_library_that_is_missing() => VerifyAsync(
        Program("app.[|MapAGUI|](\"/\", null!);\napp.MapAGUI(\"/\", null!).RequireAuthorization();\napp.MapFoundryResponses();"), configure: test => test.TolerateCompileErrors());

    [Fact]
    public Task A_server_that_others_can_reach() => VerifyAsync(Program($"app.Urls.Add(\"http://localhost:5000\");\napp.Urls.Add(\"http://*:80\");\napp.[|MapPost|](\"/chat\", {Ask});"));

    [Fact]
    public Task Requests_by_HTTP_to_a_path_of_a_model() => VerifyAsync(Program("""
        app.[|MapPost|]("/chat", async (HttpClient http, string q) => await (await http.PostAsync("https://contoso.openai.azure.com/openai/deployments/gpt/chat/completions", new StringContent(q))).Content.ReadAsStringAsync());
        app.MapPost("/mail", async (HttpClient http, string q) => await (await http.PostAsync("https://contoso.com/mail", new StringContent(q))).Content.ReadAsStringAsync());
        """));

    [Fact]
    public Task Requests_by_HTTP_that_hold_a_conversation() => VerifyAsync(Program("""
        app.[|MapPost|]("/chat", async (HttpClient http, Microsoft.Extensions.Configuration.IConfiguration settings, string q) => await (await http.PostAsync(settings["Model"], new StringContent(System.Text.Json.JsonSerializer.Serialize(new { messages = new[] { new { role = "user", content = q } } })))).Content.ReadAsStringAsync());
        app.MapPost("/log", async (HttpClient http, Microsoft.Extensions.Configuration.IConfiguration settings, string q) => await (await http.PostAsync(settings["Log"], new StringContent(System.Text.Json.JsonSerializer.Serialize(new { role = "user", q })))).Content.ReadAsStringAsync());
        app.MapPost("/status", async (HttpClient http, Microsoft.Extensions.Configuration.IConfiguration settings, string q) => { var turn = new { role = "user", content = "constant" }; var request = new HttpRequestMessage(HttpMethod.Get, settings["Model"] + q); return await (await http.SendAsync(request)).Content.ReadAsStringAsync() + turn; });
        app.MapPost("/ticket", async (HttpClient http, string q) => await (await http.PostAsync("https://contoso.com/api/tickets", new StringContent(System.Text.Json.JsonSerializer.Serialize(new { turns = new[] { new { role = "user", content = q } } })))).Content.ReadAsStringAsync());
        """));

    [Theory]
    [InlineData("app.[|MapPost|](\"/run\", async (AIAgent agent, string q) => (await agent.RunAsync(q)).Text);")]
    [InlineData("AIAgent agent = Missing.Agent();\napp.[|MapPost|](\"/run\", async (string q) => (await agent.RunAsync(q)).Text);")]
    [InlineData("app.[|MapPost|](\"/vector\", async (IEmbeddingGenerator<string, Embedding<float>> generator, string q) => await generator.GenerateEmbeddingOfOldAsync(q));")]
    public Task Agents_of_a_library_that_is_missing(string statements) => VerifyAsync(Program(statements), configure: test => test.TolerateCompileErrors());
}
