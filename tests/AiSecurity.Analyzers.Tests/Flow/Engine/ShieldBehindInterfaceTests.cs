namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Shields that other files ask: in the build their facts decide, while typing nothing is said about what is out of view.</summary>
public class ShieldBehindInterfaceTests
{
    private const string Interface = "public interface IScreen { System.Threading.Tasks.Task DemandAsync(string t); System.Threading.Tasks.Task<bool> IsSafeAsync(string t); }";
    private const string Throwing = "await screen.DemandAsync(text);";
    private const string Answering = "if (!await screen.IsSafeAsync(text)) return;";
    private const string Asks = "shield.EnsureSafeAsync(t)";
    private const string Tests = "!(await shield.AnalyzeAsync(t)).AttackDetected";

    private const string Guards = """
        using System.Threading.Tasks;
        namespace AiSecurity.Guards
        {
            public sealed class PromptShield
            {
                public Task EnsureSafeAsync(string userPrompt) => Task.CompletedTask;
                public Task<PromptShieldResult> AnalyzeAsync(string userPrompt) => Task.FromResult(new PromptShieldResult());
            }

            public sealed class PromptShieldResult { public bool AttackDetected { get; init; } }
        }
        """;

    [Theory]
    [InlineData("asks", Throwing, Asks, Tests)]
    [InlineData("tests", Answering, Asks, Tests)]
    public async Task Guards_in_the_build_and_while_typing(string name, string guard, string demand, string isSafe)
    {
        _ = name;
        var compilation = FlowRun.Compile(("Handler.cs", Handler(guard)), ("Screen.cs", Interface + Screen("Screen", demand, isSafe)), ("Guards.cs", Guards));
        Assert.Empty(await FlowRun.BuildAsync(compilation));
        Assert.Empty(await FlowRun.TypeAsync(compilation, "Handler.cs"));
    }

    [Theory]
    [InlineData("asks nobody", Throwing, "System.Threading.Tasks.Task.CompletedTask", Tests)]
    [InlineData("asks about something else", Throwing, "shield.EnsureSafeAsync(\"constant\")", Tests)]
    [InlineData("tests nothing", Answering, Asks, "await System.Threading.Tasks.Task.FromResult(t.Length > 3)")]
    [InlineData("tests the wrong way round", Answering, Asks, "(await shield.AnalyzeAsync(t)).AttackDetected")]
    public async Task Guards_nothing(string name, string guard, string demand, string isSafe)
    {
        _ = name;
        var compilation = FlowRun.Compile(("Handler.cs", Handler(guard)), ("Screen.cs", Interface + Screen("Screen", demand, isSafe)), ("Guards.cs", Guards));
        Assert.Equal("AISEC201", Assert.Single(await FlowRun.BuildAsync(compilation)).Id);
    }

    /// <summary>Nobody knows which of the two runs.</summary>
    [Fact]
    public async Task One_of_two_implementations_is_not_enough()
    {
        var compilation = FlowRun.Compile(
            ("Handler.cs", Handler(Throwing)), ("Screen.cs", Interface + Screen("Screen", Asks, Tests)), ("Other.cs", Screen("Other", "System.Threading.Tasks.Task.CompletedTask", Tests)), ("Guards.cs", Guards));
        Assert.Equal("AISEC201", Assert.Single(await FlowRun.BuildAsync(compilation)).Id);
        Assert.Empty(await FlowRun.TypeAsync(compilation, "Handler.cs"));
    }

    private static string Screen(string type, string demand, string isSafe) => $$"""

        public class {{type}}(AiSecurity.Guards.PromptShield shield) : IScreen
        {
            public System.Threading.Tasks.Task DemandAsync(string t) => {{demand}};
            public async System.Threading.Tasks.Task<bool> IsSafeAsync(string t) => {{isSafe}};
            public override string ToString() => $"{shield}";
        }
        """;

    private static string Handler(string guard) => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.AI;
        static class App
        {
            static void Map(WebApplication app) => app.MapPost("/chat", async (string text, IScreen screen, IChatClient client) => { {{guard}} await client.GetResponseAsync(text); });
        }
        """;
}
