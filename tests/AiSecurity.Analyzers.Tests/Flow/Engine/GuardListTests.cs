namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Shields over lists: of documents, and of messages.</summary>
public class GuardListTests
{
    [Theory]
    [InlineData("each in a loop", "foreach (var line in lines) await Shield.EnsureSafeAsync(line); await client.GetResponseAsync(string.Join(\"\\n\", lines));")]
    [InlineData("each in a loop by its answer", "foreach (var line in lines) { if ((await Shield.AnalyzeAsync(line)).IsAttack) return; } await client.GetResponseAsync(string.Join(\"\\n\", lines));")]
    [InlineData("call in the loop", "foreach (var line in lines) { await Shield.EnsureSafeAsync(line); await client.GetResponseAsync(line); }")]
    [InlineData("bad ones left out", "foreach (var line in lines) { if ((await Shield.AnalyzeAsync(line)).IsAttack) continue; await client.GetResponseAsync(line); }")]
    [InlineData("as documents", "await Shield.EnsureSafeAsync(\"\", lines); await client.GetResponseAsync(string.Join(\"\\n\", lines));")]
    [InlineData("texts of them", "await Shield.EnsureSafeAsync(\"\", lines.Select(line => line.Trim()).ToList()); await client.GetResponseAsync(string.Join(\"\\n\", lines));")]
    [InlineData("a member of them", "var named = lines.Select(line => new { Name = number, Text = line }).ToList(); await Shield.EnsureSafeAsync(\"\", named.Select(n => n.Text)); await client.GetResponseAsync(string.Join(\"\\n\", named.Select((n, i) => $\"{i}: {n.Text}\")));")]
    [InlineData("in packs", "foreach (var pack in lines.Chunk(5)) await Shield.EnsureSafeAsync(\"\", pack); await client.GetResponseAsync(string.Join(\"\\n\", lines));")]
    [InlineData("both", "await Shield.EnsureSafeAsync(text, lines); await client.GetResponseAsync(text + string.Join(\"\\n\", lines));")]
    [InlineData("list of safe ones", "var safe = new List<string>(); foreach (var line in lines) { if (!(await Shield.AnalyzeAsync(line)).IsAttack) safe.Add(line); } await client.GetResponseAsync(string.Join(\"\\n\", safe));")]
    [InlineData("messages of shielded text", "await Shield.EnsureSafeAsync(text); var messages = new List<ChatMessage> { new(ChatRole.User, text) }; await client.GetResponseAsync(messages);")]
    public Task Quiet(string name, string body) => VerifyAsync(name, body);

    [Theory]
    [InlineData("only the first", "await Shield.EnsureSafeAsync(lines[0]); await client.{|AISEC201:GetResponseAsync(string.Join(\"\\n\", lines))|};")]
    [InlineData("some of them", "foreach (var line in lines) { if (number > 1) await Shield.EnsureSafeAsync(line); } await client.{|AISEC201:GetResponseAsync(string.Join(\"\\n\", lines))|};")]
    [InlineData("list of all", "var all = new List<string>(); foreach (var line in lines) { if (!(await Shield.AnalyzeAsync(line)).IsAttack) Work(); all.Add(line); } await client.{|AISEC201:GetResponseAsync(string.Join(\"\\n\", all))|};")]
    [InlineData("grown afterwards", "var prompts = new List<string> { lines[0] }; await Shield.EnsureSafeAsync(\"\", prompts); prompts.Add(lines[1]); await client.{|AISEC201:GetResponseAsync(string.Join(\"\\n\", prompts))|};")]
    [InlineData("messages grown afterwards", "await Shield.EnsureSafeAsync(text); var messages = new List<ChatMessage> { new(ChatRole.User, text) }; messages.Add(new(ChatRole.User, lines[0])); await client.{|AISEC201:GetResponseAsync(messages)|};")]
    [InlineData("other texts of them", "await Shield.EnsureSafeAsync(\"\", lines.Select(line => Other(line, text))); await client.{|AISEC201:GetResponseAsync(string.Join(\"\\n\", lines))|}; static string Other(string line, string text) => text;")]
    [InlineData("text but not the lines", "await Shield.EnsureSafeAsync(text); await client.{|AISEC201:GetResponseAsync(text + string.Join(\"\\n\", lines))|};")]
    [InlineData("bad ones not left out", "foreach (var line in lines) { if ((await Shield.AnalyzeAsync(line)).IsAttack) Work(); await client.{|AISEC201:GetResponseAsync(line)|}; }")]
    public Task Reported(string name, string body) => VerifyAsync(name, body);

    private static Task VerifyAsync(string name, string body)
    {
        _ = name;
        return Shields.VerifyAsync(
            "await Task.Yield();",
            "public static void More(WebApplication app) => app.MapPost(\"/more\", async (string text, string[] lines, int number, IChatClient client) =>\n{\n" + body + "\n});");
    }
}
