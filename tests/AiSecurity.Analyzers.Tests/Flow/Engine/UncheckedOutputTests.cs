using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>AISEC207: what a model wrote goes back to a caller, and nobody looked at it.</summary>
public class UncheckedOutputTests
{
    private const string Ask = "var response = await client.GetResponseAsync(text); ";
    private const string OpenAi = "OpenAI.Chat.ChatCompletion completion = await openai.CompleteChatAsync(text); ";
    private const string Return = "return {|AISEC207:Results.Ok(response.Text)|};";
    private const string Checked = "return Results.Ok(response.Text);";

    public static TheoryData<string, string> Reported => new()
    {
        { "text", Ask + Return },
        { "in a local", Ask + "var answer = response.Text.Trim(); return {|AISEC207:Results.Ok(answer)|};" },
        { "object", Ask + "return {|AISEC207:Results.Json(new { answer = response.Text })|};" },
        { "whole response", Ask + "return {|AISEC207:Results.Ok(response)|};" },
        { "one of two returns", Ask + "if (number > 1) return Results.BadRequest(); " + Return },
        { "stream", "var answer = \"\"; await foreach (var update in client.GetStreamingResponseAsync(text)) answer += update.Text; return {|AISEC207:Results.Ok(answer)|};" },
        { "OpenAI", OpenAi + "return {|AISEC207:Results.Ok(completion.Content[0].Text)|};" },
        { "Semantic Kernel", "var result = await kernel.InvokePromptAsync(\"a\"); return {|AISEC207:Results.Ok(result.ToString())|};" },
        { "usage looked at", Ask + "if (response.Usage?.TotalTokenCount > 100) return Results.BadRequest(); " + Return },
        { "finish reason of another", Ask + "var other = await client.GetResponseAsync(\"a\"); if (other.FinishReason == ChatFinishReason.ContentFilter) return Results.BadRequest(); " + Return },
        { "written to the response", Ask + "await context.Response.WriteAsync({|AISEC207:response.Text|}); return Results.Empty;" },
        { "written as JSON", Ask + "await context.Response.WriteAsJsonAsync({|AISEC207:new { answer = response.Text }|}); return Results.Empty;" },
    };

    public static TheoryData<string, string> Quiet => new()
    {
        { "finish reason compared", Ask + "if (response.FinishReason == ChatFinishReason.ContentFilter) return Results.BadRequest(); " + Checked },
        { "finish reason wanted", Ask + "if (response.FinishReason != ChatFinishReason.Stop) return Results.BadRequest(); " + Checked },
        { "finish reason of each part", "var answer = \"\"; await foreach (var update in client.GetStreamingResponseAsync(text)) { if (update.FinishReason == ChatFinishReason.ContentFilter) return Results.BadRequest(); answer += update.Text; } return Results.Ok(answer);" },
        { "OpenAI finish reason", OpenAi + "if (completion.FinishReason == OpenAI.Chat.ChatFinishReason.ContentFilter) return Results.BadRequest(); return Results.Ok(completion.Content[0].Text);" },
        { "OpenAI refusal", OpenAi + "if (completion.Refusal is not null) return Results.BadRequest(); return Results.Ok(completion.Content[0].Text);" },
        { "OpenAI switch", OpenAi + "switch (completion.FinishReason) { case OpenAI.Chat.ChatFinishReason.Stop: return Results.Ok(completion.Content[0].Text); default: return Results.BadRequest(); }" },
        { "Azure content filter", OpenAi + "if (Azure.AI.OpenAI.Chat.AzureChatExtensions.GetResponseContentFilterResult(completion) is { Hate.Filtered: true }) return Results.BadRequest(); return Results.Ok(completion.Content[0].Text);" },
        { "screened", Ask + "await screen.EnsureSafeAsync(response.Text); " + Checked },
        { "screened by an answer", Ask + "if (!(await screen.AnalyzeAsync(response.Text)).IsSafe) return Results.BadRequest(); " + Checked },
        { "number", Ask + "return Results.Ok(response.Usage?.TotalTokenCount);" },
        { "typed number", "var n = (await client.GetResponseAsync<int>(text)).Result; return Results.Ok(n);" },
        { "constant", Ask + "return Results.Ok(response.Text == \"yes\" ? \"Done.\" : \"Not done.\");" },
        { "user's own text", Ask + "return Results.Ok(text);" },
        { "worse is said", Ask + "return Results.Content({|AISEC206:response.Text|}, \"text/html\");" },
        { "nothing", Ask + "Console.WriteLine(response.Text); return Results.Ok();" },
    };

    public static TheoryData<string, string> Entries => new()
    {
        { "expression", "public static class App { public static void Map(WebApplication app) => app.MapGet(\"/\", async (IChatClient client) => {|AISEC207:(await client.GetResponseAsync(\"a\")).Text|}); }" },
        { "method group", "public static class App { public static void Map(WebApplication app) => app.MapGet(\"/\", Chat); static async Task<string> Chat(IChatClient client) { var response = await client.GetResponseAsync(\"a\"); return {|AISEC207:response.Text|}; } }" },
        { "action", "public class Chat(IChatClient client) : ControllerBase { [HttpPost] public async Task<IActionResult> Post() { var response = await client.GetResponseAsync(\"a\"); return {|AISEC207:Ok(response.Text)|}; } }" },
        { "action that looks", "public class Chat(IChatClient client) : ControllerBase { [HttpPost] public async Task<IActionResult> Post() { var response = await client.GetResponseAsync(\"a\"); if (response.FinishReason == ChatFinishReason.ContentFilter) return BadRequest(); return Ok(response.Text); } }" },
        { "hub", "public class ChatHub(IChatClient client) : Hub { public async Task<string> Say() { var response = await client.GetResponseAsync(\"a\"); return {|AISEC207:response.Text|}; } }" },
        { "hub that sends", "public class ChatHub(IChatClient client) : Hub { public async Task Say() { var response = await client.GetResponseAsync(\"a\"); await Clients.Caller.SendAsync(\"said\", {|AISEC207:response.Text|}); } }" },
        { "hub that streams", "public class ChatHub(IChatClient client) : Hub { public async IAsyncEnumerable<string> Say() { await foreach (var update in client.GetStreamingResponseAsync(\"a\")) yield return {|AISEC207:update.Text|}; } }" },
        { "helper of an action", "public class Chat(IChatClient client) : ControllerBase { [HttpPost] public async Task<string> Post() => {|AISEC207:await SendAsync()|}; private async Task<string> SendAsync() => (await client.GetResponseAsync(\"a\")).Text; }" },
        { "helper that looks", "public class Chat(IChatClient client) : ControllerBase { [HttpPost] public async Task<string> Post() => await SendAsync(); private async Task<string> SendAsync() { var response = await client.GetResponseAsync(\"a\"); if (response.FinishReason == ChatFinishReason.ContentFilter) return \"\"; return response.Text; } }" },
        { "service that is no endpoint", "public class Service(IChatClient client) { public async Task<string> AskAsync() => (await client.GetResponseAsync(\"a\")).Text; }" },
        { "service behind an endpoint", "public class Service(IChatClient client) { public async Task<string> AskAsync() => (await client.GetResponseAsync(\"a\")).Text; } public static class App { public static void Map(WebApplication app) => app.MapGet(\"/\", async (Service service) => {|AISEC207:await service.AskAsync()|}); }" },
        { "screening in the pipeline", "namespace AiSecurity.Guards { public static class ChatClientBuilderExtensions { public static ChatClientBuilder UseContentSafety(this ChatClientBuilder builder) => builder; } } public static class App { public static IChatClient Build(IChatClient inner) => AiSecurity.Guards.ChatClientBuilderExtensions.UseContentSafety(inner.AsBuilder()).Build(); public static void Map(WebApplication app) => app.MapGet(\"/\", async (IChatClient client) => (await client.GetResponseAsync(\"a\")).Text); }" },
        { "picture", "public class Chat(OpenAI.Images.ImageClient client) : ControllerBase { [HttpPost] public async Task<IActionResult> Post() { var image = (await client.GenerateImageAsync(\"a\")).Value; return Ok(image.ImageUri); } }" },
        { "catch that swallows the filter", "public class Chat(OpenAI.Chat.ChatClient client) : ControllerBase { [HttpPost] public async Task<string> Post() { var answer = \"\"; try { OpenAI.Chat.ChatCompletion completion = await client.CompleteChatAsync(\"a\"); if (completion.FinishReason == OpenAI.Chat.ChatFinishReason.ContentFilter) return \"\"; answer = completion.Content[0].Text; } {|AISEC207:catch|} (System.ClientModel.ClientResultException e) when (e.Message.Contains(\"content_filter\")) { } return answer; } }" },
    };

    [Theory]
    [MemberData(nameof(Reported))]
    [MemberData(nameof(Quiet))]
    public Task Answer(string name, string body)
    {
        _ = name;
        return VerifyAsync($$"""
            public static class App
            {
                public static void Map(WebApplication app, AiSecurity.Guards.ContentSafetyScreen screen) => app.MapPost("/chat", async (string text, int number, HttpContext context, IChatClient client, [FromServices] OpenAI.Chat.ChatClient openai, [FromServices] Kernel kernel) =>
                {
                    {{body}}
                });
            }
            namespace AiSecurity.Guards
            {
                public class ContentSafetyScreen
                {
                    public Task EnsureSafeAsync(string text) => Task.CompletedTask;
                    public Task<ContentSafetyResult> AnalyzeAsync(string text) => Task.FromResult(new ContentSafetyResult());
                }
                public class ContentSafetyResult { public bool IsSafe { get; init; } }
            }
            """);
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public Task Entry(string name, string source)
    {
        _ = name;
        return VerifyAsync(source);
    }

    private static Task VerifyAsync(string source) => FlowVerifier.VerifyAsync(
        "// AISEC207\n" + Endpoint.Usings + "using Microsoft.SemanticKernel;\n" + source,
        configure: test => test.SetOption("ai_security.platform_guardrails", "all"));
}
