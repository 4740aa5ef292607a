using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Bots of chat services: whoever is in the channel writes what they read.</summary>
public class ChatBotTests
{
    [Theory]
    [InlineData("class B(DiscordSocketClient bot, IChatClient client) { void Start() => bot.MessageReceived += OnAsync; async Task OnAsync(SocketMessage m) { if (m.Author.IsBot) return; await client.{|AISEC201:GetResponseAsync(m.Content)|}; } }")]
    [InlineData("class B(IChatClient client) { async Task OnAsync(IMessage m) => await client.{|AISEC201:GetResponseAsync([new ChatMessage(ChatRole.User, m.CleanContent)])|}; }")]
    [InlineData("class B(IChatClient client) { async Task OnAsync(SocketSlashCommand c) { var q = (string)c.Data.Options.First().Value; await client.{|AISEC201:GetResponseAsync(q)|}; } }")]
    [InlineData("class B(IChatClient client) : InteractionModuleBase<IInteractionContext> { [SlashCommand(\"ask\", \"Asks.\")] public async Task AskAsync(string question) { var r = await client.{|AISEC201:GetResponseAsync(question)|}; await FollowupAsync({|AISEC207:r.Text|}); } }")]
    [InlineData("class B(IChatClient client) : ModuleBase<ICommandContext> { [Command(\"ask\")] public async Task AskAsync([Remainder] string question) { var r = await client.{|AISEC201:GetResponseAsync(question)|}; await ReplyAsync({|AISEC207:r.Text|}); } }")]
    [InlineData("class B(IChatClient client) { async Task OnAsync(DiscordMessage m) { var r = await client.{|AISEC201:GetResponseAsync(m.Content)|}; await m.RespondAsync({|AISEC207:r.Text|}); } }")]
    [InlineData("class B(IChatClient client) { async Task OnAsync(SlackNet.Events.MessageEvent m) => await client.{|AISEC201:GetResponseAsync(m.Text)|}; }")]
    [InlineData("class B(IChatClient client) { async Task OnAsync(SlackNet.Interaction.SlashCommand c) => await client.{|AISEC201:GetResponseAsync(c.Text)|}; }")]
    public Task Messages(string type) => VerifyAsync(type);

    [Theory]
    [InlineData("class B(IChatClient client) { async Task OnAsync(SocketMessage m) { if (m.Content == \"!joke\") await client.GetResponseAsync(\"A joke, please.\"); } }")]
    [InlineData("class B(IChatClient client) { async Task OnAsync(SocketMessage m) => await client.GetResponseAsync($\"Greet user number {m.Author.Id}.\"); }")]
    [InlineData("class B(IChatClient client) { async Task OnAsync(SocketSlashCommand c) { if (long.TryParse(c.Data.Options.First().Value.ToString(), out var n)) await client.GetResponseAsync($\"Tell {n} jokes.\"); } }")]
    public Task Quiet(string type) => VerifyAsync(type);

    private static Task VerifyAsync(string type) => FlowVerifier.VerifyAsync(
        "using Discord; using Discord.Commands; using Discord.Interactions; using Discord.WebSocket; using DSharpPlus.Entities; using Microsoft.Extensions.AI;\n" + type, SdkSet.Stubs);
}
