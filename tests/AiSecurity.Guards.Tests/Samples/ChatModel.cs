using System.Collections.Concurrent;
using System.Text.Json;
using AiSecurity.Guards.Tests.Loopback;
using Microsoft.AspNetCore.Http;

namespace AiSecurity.Guards.Tests.Samples;

/// <summary>Chat completions of Azure OpenAI: answers with a text, or asks for a tool first.</summary>
internal sealed class ChatModel
{
    /// <summary>The messages of every request.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public string Answer { get; set; } = "We are open from nine to six.";

    /// <summary>Name and arguments.</summary>
    public (string Name, object Arguments)? Tool { get; set; }

    public async Task<bool> AnswerAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/openai/deployments/gpt-4o/chat/completions"))
            return false;
        if (!context.HasToken("https://cognitiveservices.azure.com/.default"))
        {
            await context.AnswerErrorAsync(401, "Unauthorized");
            return true;
        }

        var messages = (await context.ReadJsonAsync())!.Value.GetProperty("messages");
        Requests.Enqueue(messages.GetRawText());
        var isFirst = !messages.EnumerateArray().Any(message => message.GetProperty("role").GetString() == "tool");
        object choice = Tool is { } tool && isFirst
            ? new { index = 0, finish_reason = "tool_calls", message = new { role = "assistant", content = (string?)null, tool_calls = new[] { new { id = "c1", type = "function", function = new { name = tool.Name, arguments = JsonSerializer.Serialize(tool.Arguments) } } } } }
            : new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = Answer } };
        await context.AnswerJsonAsync(JsonSerializer.Serialize(new { id = "1", @object = "chat.completion", created = 1, model = "gpt-4o", choices = new[] { choice }, usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 } }));
        return true;
    }
}
