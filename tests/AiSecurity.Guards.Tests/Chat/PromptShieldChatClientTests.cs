using System.Text;
using System.Text.Json;
using AiSecurity.Guards.Tests.Loopback;
using Microsoft.Extensions.AI;

namespace AiSecurity.Guards.Tests.Chat;

public class PromptShieldChatClientTests : LoopbackTest
{
    private readonly ScriptedChatClient _model = new();

    public static TheoryData<string, ChatMessage> Attacks => new()
    {
        { "text", new(ChatRole.User, "ATTACK") },
        { "second content", new(ChatRole.User, [new TextContent("a"), new TextContent("ATTACK")]) },
        { "reasoning", new(ChatRole.User, [new TextReasoningContent("ATTACK")]) },
        { "another role", new(new ChatRole("customer"), "ATTACK") },
        { "role in other letters", new(new ChatRole("USER"), "ATTACK") },
        { "text file", new(ChatRole.User, [new TextContent("read"), new DataContent(Encoding.UTF8.GetBytes("ATTACK"), "text/plain")]) },
        { "JSON file", new(ChatRole.User, [new DataContent(Encoding.UTF8.GetBytes("""{"a":"ATTACK"}"""), "application/json; charset=utf-8")]) },
        { "SVG", new(ChatRole.User, [new DataContent(Encoding.UTF8.GetBytes("<svg>ATTACK</svg>"), "image/svg+xml")]) },
        { "text file in UTF-16", new(ChatRole.User, [new DataContent(Encoding.Unicode.GetBytes("ATTACK"), "text/plain; charset=utf-16")]) },
        { "text file in UTF-16, the other way round", new(ChatRole.User, [new DataContent(Encoding.BigEndianUnicode.GetBytes("ATTACK"), "text/plain; charset=\"UTF-16BE\"")]) },
        { "text file that begins with a mark", new(ChatRole.User, [new DataContent((byte[])[.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("ATTACK")], "text/plain")]) },
        { "text file whose mark says something else", new(ChatRole.User, [new DataContent((byte[])[.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("ATTACK")], "text/plain; charset=utf-8")]) },
        { "tool's text", new(ChatRole.Tool, "ATTACK") },
        { "result", new(ChatRole.Tool, [new FunctionResultContent("1", "ATTACK")]) },
        { "result in a user's message", new(ChatRole.User, [new FunctionResultContent("1", "ATTACK")]) },
        { "result in an assistant's message", new(ChatRole.Assistant, [new FunctionResultContent("1", "ATTACK")]) },
        { "result that is JSON", new(ChatRole.Tool, [new FunctionResultContent("1", JsonSerializer.SerializeToElement(new { a = new[] { "ATTACK" } }))]) },
        { "result with escapes", new(ChatRole.Tool, [new FunctionResultContent("1", JsonDocument.Parse("{\"a\":\"\\u0041\\u0054TACK\"}").RootElement)]) },
        { "result that is an object", new(ChatRole.Tool, [new FunctionResultContent("1", new Page("ATTACK"))]) },
        { "result that is a list", new(ChatRole.Tool, [new FunctionResultContent("1", new List<Page> { new("fine"), new("ATTACK") })]) },
        { "result that is a content", new(ChatRole.Tool, [new FunctionResultContent("1", new TextContent("ATTACK"))]) },
        { "result that is contents", new(ChatRole.Tool, [new FunctionResultContent("1", new List<AIContent> { new DataContent(new byte[3], "image/png"), new TextContent("ATTACK") })]) },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task An_attack_does_not_reach_the_model(string name, ChatMessage attack)
    {
        using var client = Client();
        foreach (var messages in new[] { [attack], new[] { new ChatMessage(ChatRole.User, "fine"), attack }, [attack, new ChatMessage(ChatRole.User, "fine")] })
        {
            await Assert.ThrowsAsync<PromptAttackException>(() => client.GetResponseAsync(messages));
            await Assert.ThrowsAsync<PromptAttackException>(async () => await client.GetStreamingResponseAsync(messages).ToListAsync());
        }

        Assert.True(_model.Requests.Count == 0, name);
    }

    [Fact]
    public async Task What_is_clean_reaches_the_model_as_it_is()
    {
        using var client = Client();
        ChatMessage[] messages = [new(ChatRole.System, "ATTACK is a word of ours"), new(ChatRole.User, "hello"), new(ChatRole.Assistant, "said ATTACK"), new(ChatRole.User, [new DataContent(new byte[3], "image/png"), new UriContent("https://a.com/b", "image/png")])];
        Assert.Equal("fine", (await client.GetResponseAsync(messages)).Text);
        Assert.Equal("fine", (await client.GetStreamingResponseAsync(messages).ToChatResponseAsync()).Text);
        Assert.Equal(messages, _model.Requests[0]);
        Assert.Equal(messages, _model.Requests[1]);
    }

    [Fact]
    public async Task Without_an_answer_nothing_reaches_the_model()
    {
        Service.RateLimit = 0;
        using var client = Client();
        await Assert.ThrowsAsync<PromptShieldUnavailableException>(() => client.GetResponseAsync("hello"));
        await Assert.ThrowsAsync<PromptShieldUnavailableException>(async () => await client.GetStreamingResponseAsync("hello").ToListAsync());
        Assert.Empty(_model.Requests);
    }

    [Fact]
    public async Task A_result_that_nobody_can_read_does_not_reach_the_model()
    {
        using var client = Client();
        ChatMessage[] messages = [new(ChatRole.Tool, [new FunctionResultContent("1", new Loop())])];
        Assert.Equal(GuardFailureReason.Unscreenable, (await Assert.ThrowsAsync<PromptShieldUnavailableException>(() => client.GetResponseAsync(messages))).Reason);
        Assert.Empty(_model.Requests);
    }

    /// <summary>Nobody knows what the model will read.</summary>
    [Theory]
    [InlineData("text/plain; charset=x-unknown")]
    [InlineData("text/plain; charset=utf-8; charset=utf-16")]
    [InlineData("text/plain; charset=\"\"")]
    public async Task A_file_in_an_unknown_encoding_does_not_reach_the_model(string type)
    {
        using var client = Client();
        ChatMessage[] messages = [new(ChatRole.User, [new DataContent(Encoding.UTF8.GetBytes("fine"), type)])];
        Assert.Equal(GuardFailureReason.Unscreenable, (await Assert.ThrowsAsync<PromptShieldUnavailableException>(() => client.GetResponseAsync(messages))).Reason);
        Assert.Empty(_model.Requests);
    }

    [Fact]
    public async Task Messages_that_change_are_read_once()
    {
        var count = 0;
        IEnumerable<ChatMessage> Changing()
        {
            yield return new(ChatRole.User, count++ == 0 ? "fine" : "ATTACK");
        }

        using var client = Client();
        await client.GetResponseAsync(Changing());
        Assert.Equal("fine", _model.Requests.Single().Single().Text);
    }

    [Fact]
    public async Task A_conversation_pays_for_each_text_once()
    {
        using var client = Client();
        List<ChatMessage> messages = [];
        for (var turn = 0; turn < 5; turn++)
        {
            messages.Add(new(ChatRole.User, "question " + turn));
            messages.AddMessages(await client.GetResponseAsync(messages));
            messages.Add(new(ChatRole.Tool, [new FunctionResultContent("1", "result " + turn)]));
        }

        Assert.Equal(5, Service.Shields.Questions.Count);
        Assert.Equal(Enumerable.Range(0, 5).Select(turn => "question " + turn), Service.Shields.Questions.Select(question => question.UserPrompt));
    }

    [Fact]
    public async Task What_was_clean_as_a_prompt_is_asked_about_as_a_document()
    {
        using var client = Client();
        await client.GetResponseAsync([new ChatMessage(ChatRole.User, "text")]);
        await client.GetResponseAsync([new ChatMessage(ChatRole.Tool, "text")]);
        await client.GetResponseAsync([new ChatMessage(ChatRole.User, "text"), new ChatMessage(ChatRole.Tool, "text")]);
        Assert.Equal(2, Service.Shields.Questions.Count);
    }

    [Fact]
    public async Task An_attack_is_asked_about_again_and_so_is_all_that_came_with_it()
    {
        using var client = Client();
        for (var call = 0; call < 2; call++)
            await Assert.ThrowsAsync<PromptAttackException>(() => client.GetResponseAsync([new ChatMessage(ChatRole.User, "ATTACK"), new ChatMessage(ChatRole.Tool, "clean")]));
        Assert.Equal(2, Service.Shields.Questions.Count);
        Assert.All(Service.Shields.Questions, question => Assert.Equal(["clean"], question.Documents));
    }

    [Fact]
    public async Task Without_a_lifetime_everything_is_asked_again()
    {
        using var client = _model.AsBuilder().UsePromptShields(Service.Shield(), shield => shield.VerdictLifetime = TimeSpan.Zero).Build();
        await client.GetResponseAsync("hello");
        await client.GetResponseAsync("hello");
        Assert.Equal(2, Service.Shields.Questions.Count);
    }

    [Fact]
    public async Task A_verdict_ends()
    {
        using var client = _model.AsBuilder().UsePromptShields(Service.Shield(), shield => shield.VerdictLifetime = TimeSpan.FromMilliseconds(50)).Build();
        await client.GetResponseAsync("hello");
        await Task.Delay(100);
        await client.GetResponseAsync("hello");
        Assert.Equal(2, Service.Shields.Questions.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Inside_function_invocation_results_of_tools_are_screened(bool isStreaming)
    {
        _model.Answer = static messages => messages.Any(message => message.Role == ChatRole.Tool)
            ? new(ChatRole.Assistant, "done")
            : new(ChatRole.Assistant, [new FunctionCallContent("1", "read")]);
        using var client = _model.AsBuilder().UseFunctionInvocation().UsePromptShields(Service.Shield()).Build();
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(static () => "page with an ATTACK", "read")] };

        await Assert.ThrowsAsync<PromptAttackException>(async () => _ = isStreaming
            ? await client.GetStreamingResponseAsync("read it", options).ToChatResponseAsync()
            : await client.GetResponseAsync("read it", options));
        Assert.Single(_model.Requests);
    }

    private IChatClient Client() => _model.AsBuilder().UsePromptShields(Service.Shield()).Build();

    private sealed record Page(string Text);

    private sealed class Loop
    {
        public Loop Self => this;
    }
}
