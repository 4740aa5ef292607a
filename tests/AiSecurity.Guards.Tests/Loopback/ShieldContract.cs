using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AiSecurity.Guards.Tests.Loopback;

/// <summary><c>text:shieldPrompt</c>: what holds the word ATTACK is one.</summary>
public sealed class ShieldContract
{
    public const string Attack = "ATTACK";

    /// <summary>What was asked.</summary>
    public ConcurrentQueue<ShieldQuestion> Questions { get; } = new();

    public bool IsRecording { get; set; } = true;

    public async Task AnswerAsync(HttpContext context)
    {
        var question = Parse(await context.ReadJsonAsync());
        if (question is null)
        {
            await context.AnswerErrorAsync(400, "InvalidRequestBody");
            return;
        }

        if (IsRecording)
            Questions.Enqueue(question);
        var documents = string.Join(',', question.Documents.Select(document => $$"""{"attackDetected":{{Json(document)}}}"""));
        await context.AnswerJsonAsync($$"""{"userPromptAnalysis":{"attackDetected":{{Json(question.UserPrompt)}}},"documentsAnalysis":[{{documents}}]}""");
    }

    private static ShieldQuestion? Parse(JsonElement? body)
    {
        if (body is not { } question || !question.TryGetProperty("userPrompt", out var prompt) || !question.TryGetProperty("documents", out var documents))
            return null;
        var parsed = new ShieldQuestion(prompt.GetString()!, [.. documents.EnumerateArray().Select(document => document.GetString()!)]);
        var isWithinLimits = HttpContextAnswers.CodePoints(parsed.UserPrompt) <= 10_000 && parsed.Documents.Length <= 5 && parsed.Documents.Sum(HttpContextAnswers.CodePoints) <= 10_000;
        return isWithinLimits && (parsed.UserPrompt.Length > 0 || parsed.Documents.Length > 0) ? parsed : null;
    }

    private static string Json(string text) => text.Contains(Attack, StringComparison.Ordinal) ? "true" : "false";
}

public sealed record ShieldQuestion(string UserPrompt, string[] Documents);
