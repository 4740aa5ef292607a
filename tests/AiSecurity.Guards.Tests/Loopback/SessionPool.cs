using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AiSecurity.Guards.Tests.Loopback;

/// <summary>A pool of dynamic sessions in its contracts. It "runs" lines such as <c>print text</c>, <c>raise text</c>, <c>sleep</c>.</summary>
public sealed class SessionPool
{
    public const string Path = "/subscriptions/s/resourceGroups/g/sessionPools/p";

    /// <summary>The sessions that are there; true when deleted.</summary>
    public ConcurrentDictionary<string, bool> Sessions { get; } = new();

    public ConcurrentQueue<JsonElement> Bodies { get; } = new();

    public int DeleteStatus { get; set; } = 204;

    public int MaxSessions { get; set; } = 600;

    public async Task AnswerAsync(HttpContext context)
    {
        var version = (string?)context.Request.Query["api-version"];
        var identifier = (string?)context.Request.Query["identifier"] ?? "";
        if (!context.HasToken("https://dynamicsessions.io/.default"))
            await context.AnswerErrorAsync(401, "Unauthorized");
        else if (identifier.Length is < 4 or > 128 || !identifier.All(char.IsAsciiLetterOrDigit))
            await context.AnswerErrorAsync(400, "InvalidIdentifier");
        else if ((context.Request.Method, context.Request.Path.Value![Path.Length..], version) is ("POST", "/code/execute", "2024-02-02-preview"))
            await ExecuteAsync(context, identifier, isWrapped: true, isFirst: false);
        else if ((context.Request.Method, context.Request.Path.Value![Path.Length..], version) is ("POST", "/executions", "2025-02-02-preview" or "2025-10-02-preview"))
            await ExecuteAsync(context, identifier, isWrapped: false, isFirst: version == "2025-02-02-preview");
        else if ((context.Request.Method, context.Request.Path.Value![Path.Length..], version) is ("DELETE", "/session", "2025-02-02-preview" or "2025-10-02-preview"))
            Delete(context, identifier);
        else
            await context.AnswerErrorAsync(404, "NotFound");
    }

    private void Delete(HttpContext context, string identifier)
    {
        if (DeleteStatus == 204)
            Sessions[identifier] = true;
        context.Response.StatusCode = DeleteStatus;
    }

    private async Task ExecuteAsync(HttpContext context, string identifier, bool isWrapped, bool isFirst)
    {
        var body = await context.ReadJsonAsync();
        var execution = isWrapped ? body?.TryGetProperty("properties", out var properties) == true ? properties : null : body;
        if (execution is not { } asked || !asked.TryGetProperty("code", out var code) || asked.GetProperty("timeoutInSeconds").GetInt32() is < 1 or > 220
            || asked.GetProperty("codeInputType").GetString() != (isWrapped ? "inline" : "Inline") || asked.GetProperty("executionType").GetString() != (isWrapped ? "synchronous" : "Synchronous")
            || (asked.TryGetProperty("outputStreamsMaxLength", out _) && (isWrapped || isFirst)))
        {
            await context.AnswerErrorAsync(400, isWrapped ? "SessionPropertiesMissing" : "InvalidRequestBody");
            return;
        }

        Bodies.Enqueue(asked);
        if (Sessions.Count(session => !session.Value) >= MaxSessions || !Sessions.TryAdd(identifier, false))
        {
            await context.AnswerErrorAsync(404, "SessionNotFound");
            return;
        }

        await AnswerExecutionAsync(context, code.GetString()!, isWrapped, isFirst ? 202 : 200, asked.TryGetProperty("outputStreamsMaxLength", out var length) ? length.GetInt32() : 4096);
    }

    private static async Task AnswerExecutionAsync(HttpContext context, string code, bool isWrapped, int httpStatus, int maxLength)
    {
        if (code == "sleep")
            await Task.Delay(TimeSpan.FromSeconds(60), context.RequestAborted);
        var word = code.Split(' ', 2);
        var status = word[0] == "raise" ? isWrapped ? "Failure" : "Failed" : isWrapped ? "Success" : "Succeeded";
        var stdout = word[0] == "print" ? word[1] : "";
        var stderr = word[0] == "raise" ? word[1] : "";
        object? value = word[0] switch { "number" => 42, "object" => new { a = new[] { 1, 2 } }, "text" => "text", _ => null };
        stdout = stdout[..Math.Min(stdout.Length, maxLength)];
        await context.AnswerJsonAsync(isWrapped
            ? JsonSerializer.Serialize(new { properties = new { status, stdout, stderr, result = value, executionTimeInMilliseconds = 12 } })
            : JsonSerializer.Serialize(new { id = "1", identifier = "x", executionType = "Synchronous", status, result = new { stdout, stderr, executionResult = value, executionTimeInMilliseconds = 12 } }), httpStatus);
    }
}
