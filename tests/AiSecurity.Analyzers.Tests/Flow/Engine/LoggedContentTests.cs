using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.FlowAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>AISEC405: prompts and completions in logs.</summary>
public class LoggedContentTests
{
    private const string Send = "await client.GetResponseAsync(text); ";
    private const string Answer = "var response = await client.GetResponseAsync(\"a\"); ";

    public static TheoryData<string, string> Reported => new()
    {
        { "prompt before the call", "logger.LogInformation(\"Asked {Question}\", {|AISEC405:text|}); " + Send },
        { "prompt after the call", Send + "logger.LogInformation(\"Asked {Question}\", {|AISEC405:text|});" },
        { "prompt interpolated", "logger.LogInformation({|AISEC405:$\"Asked {text}\"|}); " + Send },
        { "prompt concatenated", "logger.LogInformation({|AISEC405:\"Asked \" + text|}); " + Send },
        { "prompt in a local", "var prompt = $\"Answer: {text}\"; logger.LogWarning(\"Asked {Prompt}\", {|AISEC405:prompt|}); await client.GetResponseAsync(prompt);" },
        { "second argument", "logger.LogInformation(\"{Count} {Question}\", number, {|AISEC405:text|}); " + Send },
        { "error with an exception", "try { " + Send + " } catch (Exception e) { logger.LogError(e, \"Failed {Question}\", {|AISEC405:text|}); }" },
        { "critical", "logger.LogCritical(\"Asked {Question}\", {|AISEC405:text|}); " + Send },
        { "level as an argument", "logger.Log(LogLevel.Information, \"Asked {Question}\", {|AISEC405:text|}); " + Send },
        { "answer", Answer + "logger.LogInformation(\"Answered {Answer}\", {|AISEC405:response.Text|});" },
        { "whole response", Answer + "logger.LogInformation(\"Answered {Answer}\", {|AISEC405:response|});" },
        { "answer as JSON", Answer + "logger.LogInformation({|AISEC405:JsonSerializer.Serialize(response.Messages)|});" },
        { "parts of a stream", "await foreach (var update in client.GetStreamingResponseAsync(\"a\")) logger.LogInformation(\"{Part}\", {|AISEC405:update.Text|});" },
        { "message of the list", "var messages = new List<ChatMessage> { new(ChatRole.User, text) }; foreach (var message in messages) logger.LogInformation(\"{Message}\", {|AISEC405:message.Text|}); await client.GetResponseAsync(messages);" },
        { "trace of the framework", Answer + "System.Diagnostics.Trace.TraceInformation({|AISEC405:response.Text|});" },
        { "tag of an activity", Answer + "System.Diagnostics.Activity.Current?.SetTag(\"answer\", {|AISEC405:response.Text|});" },
        { "part of the prompt", "logger.LogInformation(\"Asked {Question}\", {|AISEC405:text[..20]|}); " + Send },
    };

    public static TheoryData<string, string> Quiet => new()
    {
        { "called a name", "var toolName = text.Trim(); logger.LogInformation(\"Called {Tool}\", toolName); " + Send },
        { "called nothing but a kind", "var kind = text.Trim(); logger.LogInformation(\"Called {Kind}\", kind); " + Send },
        { "called an id", "var thread = new { ThreadId = text }; logger.LogInformation(\"In {Thread}\", thread.ThreadId); " + Send },
        { "length", "logger.LogInformation(\"Asked {Length}\", text.Length); " + Send },
        { "length of the answer", Answer + "logger.LogInformation(\"Answered {Length}\", response.Text.Length);" },
        { "number", "logger.LogInformation(\"Asked {Number}\", number); " + Send },
        { "Guid", "logger.LogInformation(\"Asked {Id}\", id); " + Send },
        { "ids of the answer", Answer + "logger.LogInformation(\"Answered {Id} {Conversation} {Model}\", response.ResponseId, response.ConversationId, response.ModelId);" },
        { "usage", Answer + "logger.LogInformation(\"Used {Tokens}\", response.Usage?.TotalTokenCount);" },
        { "finish reason", Answer + "logger.LogInformation(\"Finished {Reason}\", response.FinishReason);" },
        { "hash", "logger.LogInformation(\"Asked {Hash}\", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)))); " + Send },
        { "debug", "logger.LogDebug(\"Asked {Question}\", text); " + Send },
        { "trace", "logger.LogTrace(\"Asked {Question}\", text); " + Send },
        { "level of debugging as an argument", "logger.Log(LogLevel.Debug, \"Asked {Question}\", text); " + Send },
        { "console", "Console.WriteLine(text); " + Send },
        { "constant", "logger.LogInformation(\"Asked\"); " + Send },
        { "text that goes to no model", "logger.LogInformation(\"Hello {Name}\", name); " + Send },
        { "exception", "try { " + Send + " } catch (Exception e) { logger.LogError(e, \"Failed\"); }" },
        { "text tested against an allow-list", "if (!Allowed.Contains(text)) return; logger.LogInformation(\"Asked {Topic}\", text); " + Send },
        { "declared sanitizer of logs", "logger.LogInformation(\"Asked {Question}\", Mask(text)); " + Send },
    };

    [Theory]
    [MemberData(nameof(Reported))]
    [MemberData(nameof(Quiet))]
    public Task Log(string name, string body)
    {
        _ = name;
        return VerifyAsync(Source(body));
    }

    [Fact]
    public Task Redactor() => VerifyAsync(
        Source("logger.LogInformation(\"Asked {Question}\", redactor.Redact(text)); logger.LogInformation(\"Asked {Question}\", {|AISEC405:text|}); " + Send)
            .Replace("IChatClient client,", "IChatClient client, [FromServices] Microsoft.Extensions.Compliance.Redaction.Redactor redactor,"),
        SdkSet.Platform);

    /// <summary>What a program prints, the program wrote.</summary>
    [Fact]
    public Task Output_of_a_program() => VerifyAsync(Source(
        "using var process = System.Diagnostics.Process.Start(\"git\", \"log \" + text)!; logger.LogInformation(\"{Output}\", process.StandardOutput.ReadToEnd()); logger.LogInformation(\"{Output}\", await process.StandardError.ReadToEndAsync()); " + Send));

    [Fact]
    public Task Helper_of_another_file() => VerifyAsync(
        Source("Log.Note(logger, text); Log.Count(logger, text); " + Send),
        configure: test => test.AddSource("/0/Log.cs", """
            using Microsoft.Extensions.Logging;
            public static class Log
            {
                public static void Note(ILogger logger, string line) => logger.LogInformation("{Line}", {|AISEC405:line|});
                public static void Count(ILogger logger, string line) => logger.LogInformation("{Count}", line.Length);
            }
            """));

    private static Task VerifyAsync(string source, SdkSet set = SdkSet.Latest, Action<Verify.Test>? configure = null) => FlowVerifier.VerifyAsync(source, set, test =>
    {
        test.SetOption("ai_security.platform_guardrails", "all");
        test.AddAdditionalFile("/0/AiSecurity.catalog.txt", "sanitizer M:App.Mask guards=redacted");
        configure?.Invoke(test);
    });

    private static string Source(string body) => "// AISEC405\n" + Endpoint.Usings + $$"""
        using Microsoft.Extensions.Logging;
        public static class App
        {
            private static readonly HashSet<string> Allowed = new() { "weather", "news" };
            private static string Mask(string t) => t[..1] + "***";
            public static void Map(WebApplication app, ILogger logger) => app.MapPost("/chat", async (string text, string name, int number, Guid id, IChatClient client, CancellationToken cancellationToken) =>
            {
                {{body}}
            });
        }
        """;
}
