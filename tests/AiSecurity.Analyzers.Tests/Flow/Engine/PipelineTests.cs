namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Shields in pipelines, which count for what really runs through them.</summary>
public class PipelineTests
{
    private const string Kernel = "await kernel.InvokePromptAsync(\"Answer {{$q}}\", new KernelArguments { [\"q\"] = text });";
    private const string KernelReported = "await kernel.{|AISEC201:InvokePromptAsync(\"Answer {{$q}}\", new KernelArguments { [\"q\"] = text })|};";
    private const string Service = "await service.{|AISEC201:GetChatMessageContentAsync(text)|};";
    private const string Whole = "await client.GetResponseAsync(text);";
    private const string WholeReported = "await client.{|AISEC201:GetResponseAsync(text)|};";
    private const string Streaming = "await foreach (var update in client.GetStreamingResponseAsync(text)) Console.Write(update);";
    private const string StreamingReported = "await foreach (var update in client.{|AISEC201:GetStreamingResponseAsync(text)|}) Console.Write(update);";
    private const string Document = "await client.{|AISEC202:GetResponseAsync(await http.GetStringAsync(\"https://contoso.com/\"))|};";

    private const string Filter = """
        public class ShieldFilter(AiSecurity.Guards.PromptShield shield) : IPromptRenderFilter
        {
            public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next) { await next(context); BODY }
        }
        """;

    private const string Client = """
        public class ShieldedClient(IChatClient inner, AiSecurity.Guards.PromptShield shield) : DelegatingChatClient(inner)
        {
            public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
            {
                WHOLE
                return await base.GetResponseAsync(messages, options, cancellationToken);
            }

            public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
            {
                STREAMING
                await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
                    yield return update;
            }
        }
        """;

    private const string ClientWithOneMethod = """
        public class ShieldedClient(IChatClient inner, AiSecurity.Guards.PromptShield shield) : DelegatingChatClient(inner)
        {
            public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
            {
                foreach (var message in messages)
                    await shield.EnsureSafeAsync(message.Text, null, cancellationToken);
                return await base.GetResponseAsync(messages, options, cancellationToken);
            }
        }
        """;

    private const string Middleware = """
        public class Screening(RequestDelegate next, AiSecurity.Guards.PromptShield shield)
        {
            public async Task InvokeAsync(HttpContext context)
            {
                context.Request.EnableBuffering();
                var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
                BODY
                context.Request.Body.Position = 0;
                await next(context);
            }
        }
        """;

    private const string EndpointFilter = """
        public class Screening(AiSecurity.Guards.PromptShield shield) : IEndpointFilter
        {
            public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
            {
                BODY
                return await next(context);
            }
        }
        """;

    private const string EachMessage = "foreach (var message in messages) await shield.EnsureSafeAsync(message.Text, null, cancellationToken);";

    public static TheoryData<string, string, string> Kernels => new()
    {
        { "prompt filter that asks", Kernel + Service, Filter.Replace("BODY", "await shield.EnsureSafeAsync(context.RenderedPrompt!);") },
        { "prompt filter that tests the answer", Kernel + Service, Filter.Replace("BODY", "if ((await shield.AnalyzeAsync(context.RenderedPrompt!)).IsAttack) throw new InvalidOperationException();") },
        { "prompt filter that asks through a method of its own", Kernel, Filter.Replace("BODY", "await Screen.DemandAsync(shield, context.RenderedPrompt!);") + "public static class Screen { public static Task DemandAsync(AiSecurity.Guards.PromptShield shield, string t) => shield.EnsureSafeAsync(t); }" },
        { "prompt filter that asks nobody", KernelReported + Service, Filter.Replace("BODY", "Console.WriteLine(context.RenderedPrompt!.Length + shield.GetHashCode());") },
        { "prompt filter that ignores the answer", Kernel, Filter.Replace("BODY", "await shield.{|AISEC205:AnalyzeAsync(context.RenderedPrompt!)|};") },
        { "no filter", KernelReported + Service, "public class Nothing;" },
        { "class of that name that is no filter", KernelReported, "public class ShieldFilter(AiSecurity.Guards.PromptShield shield) { public Task OnPromptRenderAsync(PromptRenderContext context) => shield.EnsureSafeAsync(context.RenderedPrompt!); }" },
        { "filter of function calls", Kernel + Service, "public class CallFilter(AiSecurity.Guards.PromptShield shield) : IFunctionInvocationFilter { public async Task OnFunctionInvocationAsync(Microsoft.SemanticKernel.FunctionInvocationContext context, Func<Microsoft.SemanticKernel.FunctionInvocationContext, Task> next) { foreach (var argument in context.Arguments) await shield.EnsureSafeAsync($\"{argument.Value}\"); await next(context); } }" },
        { "filter of the model's own calls", KernelReported, "public class CallFilter(AiSecurity.Guards.PromptShield shield) : IAutoFunctionInvocationFilter { public async Task OnAutoFunctionInvocationAsync(AutoFunctionInvocationContext context, Func<AutoFunctionInvocationContext, Task> next) { await next(context); await shield.EnsureSafeAsync($\"{context.Result}\"); } }" },
        { "prompt filter covers no chat client", Kernel + WholeReported, Filter.Replace("BODY", "await shield.EnsureSafeAsync(context.RenderedPrompt!);") },
    };

    public static TheoryData<string, string, string> Clients => new()
    {
        { "one method", Whole + StreamingReported, ClientWithOneMethod },
        { "the other method", WholeReported + Streaming, Client.Replace("WHOLE", "").Replace("STREAMING", EachMessage) },
        { "both methods", Whole + Streaming, Client.Replace("WHOLE", EachMessage).Replace("STREAMING", EachMessage) },
        { "no method", WholeReported + StreamingReported, Client.Replace("WHOLE", "").Replace("STREAMING", "") },
        { "method of its own", Whole + StreamingReported, Client.Replace("WHOLE", "await CheckAsync(messages);").Replace("STREAMING", "").TrimEnd('}') + "    private async Task CheckAsync(IEnumerable<ChatMessage> messages) { foreach (var message in messages) await shield.EnsureSafeAsync(message.Text); } }" },
        { "covers no kernel service", Whole + Service, ClientWithOneMethod },
        { "extension of the builder", Whole + Streaming, "namespace AiSecurity.Guards { public static class ChatClientBuilderExtensions { public static ChatClientBuilder UsePromptShields(this ChatClientBuilder builder) => builder; } } public static class Pipeline { public static IChatClient Build(IChatClient inner) => AiSecurity.Guards.ChatClientBuilderExtensions.UsePromptShields(inner.AsBuilder()).Build(); }" },
        { "lambda of the builder", Whole + Streaming, "public static class Pipeline { public static IChatClient Build(IChatClient inner, AiSecurity.Guards.PromptShield shield) => inner.AsBuilder().Use(async (messages, options, next, cancellationToken) => { foreach (var message in messages) await shield.EnsureSafeAsync(message.Text); await next(messages, options, cancellationToken); }).Build(); }" },
        { "lambda of the builder that asks through a method of the project", Whole + Streaming, "public static class Screen { public static Task DemandAsync(AiSecurity.Guards.PromptShield shield, string t) => shield.EnsureSafeAsync(t); } public static class Pipeline { public static IChatClient Build(IChatClient inner, AiSecurity.Guards.PromptShield shield) => inner.AsBuilder().Use(async (messages, options, next, cancellationToken) => { foreach (var message in messages) await Screen.DemandAsync(shield, message.Text); await next(messages, options, cancellationToken); }).Build(); }" },
        { "lambda of the builder that asks a method with the name of a model's", Whole + Streaming, "public class Gate(HttpClient http) { public Task<bool> CheckAsync(string t) => AskAsync(t); private async Task<bool> AskAsync(string t) { using var request = new HttpRequestMessage(HttpMethod.Post, \"contentsafety/text:shieldPrompt?api-version=2024-09-01\") { Content = System.Net.Http.Json.JsonContent.Create(new { userPrompt = t, documents = Array.Empty<string>() }) }; using var response = await http.SendAsync(request); response.EnsureSuccessStatusCode(); return !(await response.Content.ReadAsStringAsync()).Contains(\"true\"); } } public static class Pipeline { public static IChatClient Build(IChatClient inner, Gate gate) => inner.AsBuilder().Use(async (messages, options, next, cancellationToken) => { foreach (var message in messages) if (!await gate.CheckAsync(message.Text)) throw new InvalidOperationException(); await next(messages, options, cancellationToken); }).Build(); }" },
        { "lambda of the builder that asks nobody", WholeReported + StreamingReported, "public static class Pipeline { public static IChatClient Build(IChatClient inner) => inner.AsBuilder().Use(async (messages, options, next, cancellationToken) => { await next(messages, options, cancellationToken); }).Build(); }" },
        { "lambda of one method of the builder", Whole + StreamingReported, "public static class Pipeline { public static IChatClient Build(IChatClient inner, AiSecurity.Guards.PromptShield shield) => inner.AsBuilder().Use(async (messages, options, next, cancellationToken) => { foreach (var message in messages) await shield.EnsureSafeAsync(message.Text); return await next.GetResponseAsync(messages, options, cancellationToken); }, null).Build(); }" },
        { "shield beside the builder", WholeReported + StreamingReported, "public static class Pipeline { public static async Task<IChatClient> BuildAsync(IChatClient inner, AiSecurity.Guards.PromptShield shield) { await shield.EnsureSafeAsync(\"ready?\"); return inner.AsBuilder().Use(async (messages, options, next, cancellationToken) => { await next(messages, options, cancellationToken); }).Build(); } }" },
        { "handler of the transport", Whole + Streaming, "public class Transport(AiSecurity.Guards.PromptShield shield) : DelegatingHandler { protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) { await shield.EnsureSafeAsync(await request.Content!.ReadAsStringAsync(cancellationToken)); return await base.SendAsync(request, cancellationToken); } }" },
        { "something else that calls the model through it", Whole + StreamingReported, ClientWithOneMethod + "public class Greeting(RequestDelegate next, IChatClient client) { public async Task InvokeAsync(HttpContext context) { await client.GetResponseAsync(\"Say hello.\"); await next(context); } }" },
    };

    public static TheoryData<string, string, string> Requests => new()
    {
        { "middleware", Whole + Service.Replace("{|AISEC201:", "").Replace("|}", "") + Document, Middleware.Replace("BODY", "await shield.EnsureSafeAsync(body);") },
        { "middleware that tests the answer", Whole + Document, Middleware.Replace("BODY", "if ((await shield.AnalyzeAsync(body)).IsAttack) { context.Response.StatusCode = 400; return; }") },
        { "middleware that asks nobody", WholeReported + Document, Middleware.Replace("BODY", "Console.WriteLine(body.Length + shield.GetHashCode());") },
        { "middleware with an interface", Whole + Document, Middleware.Replace("(RequestDelegate next, AiSecurity.Guards.PromptShield shield)", "(AiSecurity.Guards.PromptShield shield) : IMiddleware").Replace("HttpContext context)", "HttpContext context, RequestDelegate next)").Replace("BODY", "await shield.EnsureSafeAsync(body);") },
        { "filter of endpoints", Whole + Document, EndpointFilter.Replace("BODY", "await shield.EnsureSafeAsync(context.GetArgument<string>(0));") },
        { "filter of endpoints that asks nobody", WholeReported + Document, EndpointFilter.Replace("BODY", "Console.WriteLine(shield);") },
        { "lambda", Whole + Document, "public static class Pipeline { public static void Use(WebApplication app, AiSecurity.Guards.PromptShield shield) => app.Use(async (context, next) => { var body = await new StreamReader(context.Request.Body).ReadToEndAsync(); await shield.EnsureSafeAsync(body); await next(context); }); }" },
        { "lambda that asks nobody", WholeReported + Document, "public static class Pipeline { public static void Use(WebApplication app) => app.Use(async (context, next) => { Console.WriteLine(context.Request.Path); await next(context); }); }" },
    };

    [Theory]
    [MemberData(nameof(Kernels))]
    [MemberData(nameof(Clients))]
    [MemberData(nameof(Requests))]
    public Task Shield(string name, string body, string types)
    {
        _ = name;
        return FlowVerifier.VerifyAsync(
            Endpoint.Usings + $$"""
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            public static class App
            {
                public static void Map(WebApplication app, HttpClient http) => app.MapPost("/chat", async (string text, IChatClient client, [FromServices] Kernel kernel, IChatCompletionService service) =>
                {
                    {{body}}
                });
            }
            {{types}}
            """,
            configure: Shields.Add);
    }
}
