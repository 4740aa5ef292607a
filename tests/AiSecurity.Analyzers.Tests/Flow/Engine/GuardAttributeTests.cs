namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Attributes, of any namespace, by which an application says that a member of its own is a guard.</summary>
public class GuardAttributeTests
{
    private const string Ask = "await client.GetResponseAsync(text);";
    private const string Reported = "await client.{|AISEC201:GetResponseAsync(text)|};";

    private const string Types = """
        public class PromptShieldAttribute : Attribute;
        public class PromptSanitizerAttribute : Attribute;
        public class SandboxAttribute : Attribute;
        public static class Own
        {
            [PromptShield] public static bool IsSafe(string t) => t.Length < 100;
            [PromptShield] public static Task<bool> IsAttackAsync(string t) => Task.FromResult(t.Length > 100);
            [PromptShield] public static void Demand(string t) { if (t.Length > 100) throw new InvalidOperationException(); }
            [PromptShield] public static async Task DemandAsync(string t) { await Task.Yield(); Demand(t); }
            [PromptSanitizer] public static string Clean(string t) => t.Replace("ignore", "");
            [PromptSanitizer] public static async Task<string> CleanAsync(string t) { await Task.Yield(); return t.Trim(); }
            public static bool IsSafeUnmarked(string t) => t.Length < 100;
            public static void DemandUnmarked(string t) { if (t.Length > 100) throw new InvalidOperationException(); }
            public static string CleanUnmarked(string t) => t.Replace("ignore", "");
        }
        """;

    [Theory]
    [InlineData("bool", "if (!Own.IsSafe(text)) return; " + Ask)]
    [InlineData("bool remembered", "var isSafe = Own.IsSafe(text); if (!isSafe) return; " + Ask)]
    [InlineData("bool of an attack", "if (await Own.IsAttackAsync(text)) return; " + Ask)]
    [InlineData("exception", "Own.Demand(text); " + Ask)]
    [InlineData("exception of a task", "await Own.DemandAsync(text); " + Ask)]
    [InlineData("sanitizer", "await client.GetResponseAsync(Own.Clean(text));")]
    [InlineData("sanitizer of a task", "await client.GetResponseAsync(await Own.CleanAsync(text));")]
    [InlineData("sanitizer over the same variable", "text = Own.Clean(text); " + Ask)]
    [InlineData("sanitizer in a sum", "await client.GetResponseAsync($\"Answer: {Own.Clean(text)}\");")]
    public Task Guards(string name, string body) => VerifyAsync(name, body);

    [Theory]
    [InlineData("bool the wrong way round", "if (Own.IsSafe(text)) return; " + Reported)]
    [InlineData("attack the wrong way round", "if (!await Own.IsAttackAsync(text)) return; " + Reported)]
    [InlineData("exception about something else", "Own.Demand(\"constant\"); " + Reported)]
    [InlineData("sanitizer whose result nobody takes", "Own.Clean(text); " + Reported)]
    [InlineData("sanitizer of half the text", "await client.{|AISEC201:GetResponseAsync(Own.Clean(text) + text)|};")]
    [InlineData("method without the attribute", "if (!Own.IsSafeUnmarked(text)) return; " + Reported)]
    [InlineData("exception without the attribute", "Own.DemandUnmarked(text); " + Reported)]
    [InlineData("sanitizer without the attribute", "await client.{|AISEC201:GetResponseAsync(Own.CleanUnmarked(text))|};")]
    public Task Guards_nothing(string name, string body) => VerifyAsync(name, body);

    [Theory]
    [InlineData("answer that nobody reads", "Own.{|AISEC205:IsSafe(text)|}; " + Ask)]
    [InlineData("answer in a local that nobody reads", "var isSafe = Own.{|AISEC205:IsSafe(text)|}; " + Ask)]
    [InlineData("task that nobody awaits", "_ = Own.{|AISEC205:DemandAsync(text)|}; " + Ask)]
    public Task Is_ignored(string name, string body) => VerifyAsync(name, body);

    [Theory]
    [InlineData("[Sandbox] public static void Run(string code) => System.Diagnostics.Process.Start(\"bash\", code);")]
    [InlineData("[Sandbox] public static void Run(string code) { var info = new System.Diagnostics.ProcessStartInfo(\"bash\"); info.ArgumentList.Add(code); System.Diagnostics.Process.Start(info); }")]
    [InlineData("public static void Run(string code) => System.Diagnostics.Process.Start(\"bash\", {|AISEC301:code|});")]
    public Task Sandbox(string method) => FlowVerifier.VerifyAsync(
        Endpoint.Usings + Types + $$"""
        public static class Box { {{method}} }
        public class Worker(IChatClient client) { public async Task RunAsync() { var answer = await client.GetResponseAsync("Write code."); Box.Run(answer.Text); } }
        """);

    [Fact]
    public Task Sandbox_that_is_declared_by_an_interface() => FlowVerifier.VerifyAsync(
        Endpoint.Usings + Types + """
        public interface IBox { [Sandbox] Task<string> RunAsync(string code); }
        public class Worker(IChatClient client, IBox box) { public async Task RunAsync() { var answer = await client.GetResponseAsync("Write code."); await box.RunAsync(answer.Text); } }
        """);

    private static Task VerifyAsync(string name, string body)
    {
        _ = name;
        return FlowVerifier.VerifyAsync(Endpoint.Usings + Types + $$"""
            public static class App
            {
                public static void Map(WebApplication app) => app.MapPost("/chat", async (string text, IChatClient client) =>
                {
                    {{body}}
                });
            }
            """);
    }
}
