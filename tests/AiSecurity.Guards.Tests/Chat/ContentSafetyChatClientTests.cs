using AiSecurity.Guards.Tests.Loopback;
using Microsoft.Extensions.AI;

namespace AiSecurity.Guards.Tests.Chat;

public class ContentSafetyChatClientTests : LoopbackTest
{
    private readonly ScriptedChatClient _model = new();

    [Fact]
    public async Task A_safe_answer_is_given()
    {
        using var client = Client();
        Assert.Equal("fine", (await client.GetResponseAsync("hello")).Text);
        Assert.Equal(["fine"], Service.Screen.Texts);
    }

    [Fact]
    public async Task An_unsafe_answer_is_not()
    {
        using var client = Client();
        _model.Answer = static _ => new(ChatRole.Assistant, [new TextReasoningContent("hm VIOLENCE-6"), new TextContent("fine")]);
        await Assert.ThrowsAsync<UnsafeContentException>(() => client.GetResponseAsync("hello"));
        await Assert.ThrowsAsync<UnsafeContentException>(async () => await client.GetStreamingResponseAsync("hello").ToListAsync());
    }

    [Fact]
    public async Task An_answer_without_text_is_given()
    {
        using var client = Client();
        _model.Answer = static _ => new(ChatRole.Assistant, [new FunctionCallContent("1", "f")]);
        Assert.NotEmpty((await client.GetResponseAsync("hello")).Messages);
        Assert.NotEmpty(await client.GetStreamingResponseAsync("hello").ToListAsync());
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task Without_an_answer_nothing_is_given()
    {
        Service.RateLimit = 0;
        using var client = Client();
        await Assert.ThrowsAsync<ContentSafetyUnavailableException>(() => client.GetResponseAsync("hello"));
        await using var updates = client.GetStreamingResponseAsync("hello").GetAsyncEnumerator();
        await Assert.ThrowsAsync<ContentSafetyUnavailableException>(async () => await updates.MoveNextAsync());
    }

    [Fact]
    public async Task Of_a_stream_nothing_is_given_before_its_window_was_screened()
    {
        using var client = Client(window: 100);
        for (var index = 0; index < 100; index++)
            _model.Stream.Add(new(ChatRole.Assistant, $"word {index:000} ."));

        var given = "";
        await foreach (var update in client.GetStreamingResponseAsync("hello"))
        {
            given += update.Text;
            var screened = Service.Screen.Texts.ToArray();
            Assert.Contains(screened, text => text.Contains(update.Text, StringComparison.Ordinal));
        }

        Assert.Equal(string.Concat(_model.Stream.Select(update => update.Text)), given);
        Assert.Equal(10, Service.Screen.Texts.Count);
        Assert.All(Service.Screen.Texts.Skip(1), text => Assert.InRange(text.Length, 101, 150));
    }

    [Fact]
    public async Task Of_an_unsafe_window_nothing_is_given()
    {
        using var client = Client(window: 100);
        for (var index = 0; index < 100; index++)
            _model.Stream.Add(new(ChatRole.Assistant, index == 55 ? "HATE-4     " : "harmless. "));

        var given = new List<ChatResponseUpdate>();
        await Assert.ThrowsAsync<UnsafeContentException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync("hello"))
                given.Add(update);
        });
        Assert.Equal(50, given.Count);
        Assert.All(given, update => Assert.DoesNotContain("HATE", update.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_stands_across_two_windows_is_seen()
    {
        using var client = Client(window: 100);
        _model.Stream.AddRange([new(ChatRole.Assistant, new string('a', 98) + "HA"), new(ChatRole.Assistant, "TE-6"), new(ChatRole.Assistant, "more")]);
        var given = new List<string>();
        await Assert.ThrowsAsync<UnsafeContentException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync("hello"))
                given.Add(update.Text);
        });
        Assert.Single(given);
    }

    [Fact]
    public async Task Updates_without_text_do_not_overtake()
    {
        using var client = Client(window: 100);
        _model.Stream.AddRange([new(ChatRole.Assistant, [new UsageContent(new())]), new(ChatRole.Assistant, "text"), new(ChatRole.Assistant, [new FunctionCallContent("1", "f")]), new(ChatRole.Assistant, "more")]);
        Assert.Equal(_model.Stream, await client.GetStreamingResponseAsync("hello").ToListAsync());
        Assert.Equal(["textmore"], Service.Screen.Texts);
    }

    [Fact]
    public async Task A_stream_that_breaks_gives_nothing_that_was_not_screened()
    {
        using var client = Client(window: 100);
        _model.Stream.AddRange([new(ChatRole.Assistant, "one"), new(ChatRole.Assistant, "two")]);
        _model.Taken = static count => _ = count == 2 ? throw new InvalidOperationException("broken") : 0;
        await using var updates = client.GetStreamingResponseAsync("hello").GetAsyncEnumerator();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await updates.MoveNextAsync());
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task An_emoji_in_two_updates_is_whole()
    {
        using var client = Client(window: 100);
        _model.Stream.AddRange([new(ChatRole.Assistant, "a\uD83D"), new(ChatRole.Assistant, "\uDE00b")]);
        await client.GetStreamingResponseAsync("hello").ToListAsync();
        Assert.Equal(["a\U0001F600b"], Service.Screen.Texts);
    }

    private IChatClient Client(int window = 1_000) => _model.AsBuilder().UseContentSafety(Service.ContentSafety(options => options.StreamingWindow = window)).Build();
}
