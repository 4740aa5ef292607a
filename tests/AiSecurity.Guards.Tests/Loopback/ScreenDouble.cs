using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AiSecurity.Guards.Tests.Loopback;

/// <summary><c>text:analyze</c>: HATE-4 in a text is hate of severity 4, and so on; the blocklist terms matches the word TERM.</summary>
public sealed class ScreenDouble
{
    private static readonly string[] Categories = ["Hate", "SelfHarm", "Sexual", "Violence"];

    public ConcurrentQueue<string> Texts { get; } = new();

    public async Task AnswerAsync(HttpContext context)
    {
        if (await context.ReadJsonAsync() is not { } body || !body.TryGetProperty("text", out var member) || member.GetString() is not { Length: > 0 } text
            || HttpContextAnswers.CodePoints(text) > 10_000 || body.GetProperty("outputType").GetString() != "FourSeverityLevels"
            || !body.GetProperty("categories").EnumerateArray().Select(category => category.GetString()).SequenceEqual(Categories))
        {
            await context.AnswerErrorAsync(400, "InvalidRequestBody");
            return;
        }

        Texts.Enqueue(text);
        var analyses = Categories.Select(category => new { category, severity = SeverityOf(text, category) });
        var matches = body.TryGetProperty("blocklistNames", out var names) && text.Contains("TERM", StringComparison.Ordinal)
            ? names.EnumerateArray().Select(name => new { blocklistName = name.GetString(), blocklistItemId = "1", blocklistItemText = "TERM" }).ToArray()
            : [];
        await context.AnswerJsonAsync(JsonSerializer.Serialize(new { blocklistsMatch = matches, categoriesAnalysis = analyses }));
    }

    private static int SeverityOf(string text, string category)
    {
        foreach (var severity in new[] { 6, 4, 2 })
        {
            if (text.Contains($"{category.ToUpperInvariant()}-{severity}", StringComparison.Ordinal))
                return severity;
        }

        return 0;
    }
}
