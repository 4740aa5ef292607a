using AiSecurity.Analyzers.Tests.Rules.Access;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Interfaces and abstract types that a library declares and this project implements.</summary>
public class ContractTests
{
    private const string Library = """
        namespace Contoso.Contracts
        {
            public interface IAssistant { System.Threading.Tasks.Task<string> AnswerAsync(string question); }
            public interface IScreen { System.Threading.Tasks.Task DemandAsync(string text); System.Threading.Tasks.Task<bool> IsSafeAsync(string text); }
            public interface IHistory { System.Threading.Tasks.Task<string> ReadAsync(string id); }
            public abstract class Assistant { public abstract System.Threading.Tasks.Task<string> AnswerAsync(string question); }
        }
        """;

    private const string Usings = "using Contoso.Contracts;\n";

    [Theory]
    [InlineData("IAssistant", "public async Task<string> AnswerAsync(string question) => (await client.{|AISEC201:GetResponseAsync(question)|}).Text;")]
    [InlineData("Assistant", "public override async Task<string> AnswerAsync(string question) => (await client.{|AISEC201:GetResponseAsync(question)|}).Text;")]
    public Task Implemented_here(string contract, string member) => VerifyAsync($$"""
        public class Answers(IChatClient client) : {{contract}} { {{member}} }
        public static class Api { public static void Map(WebApplication app) => app.MapPost("/", async (string text, {{contract}} assistant) => await assistant.AnswerAsync(text)); }
        """);

    [Fact]
    public Task What_comes_back() => VerifyAsync("""
        public class History(HttpClient http) : IHistory { public Task<string> ReadAsync(string id) => http.GetStringAsync("https://contoso.com/notes/" + id); }
        public class Summary(IHistory history, IChatClient client) { public async Task<string> OfAsync(string id) => (await client.{|AISEC202:GetResponseAsync(await history.ReadAsync(id))|}).Text; }
        """);

    [Theory]
    [InlineData("await screen.DemandAsync(text);")]
    [InlineData("if (!await screen.IsSafeAsync(text)) return;")]
    public Task A_shield_behind_it(string guard) => VerifyAsync(Screened(guard, "await shield.EnsureSafeAsync(text)", "!(await shield.AnalyzeAsync(text)).AttackDetected"));

    [Theory]
    [InlineData("await screen.DemandAsync(text);")]
    [InlineData("if (!await screen.IsSafeAsync(text)) return;")]
    public Task No_shield_behind_it(string guard) => VerifyAsync(
        Screened(guard, "await Task.Delay(text.Length)", "await Task.FromResult(text.Length < 100)").Replace("client.GetResponseAsync(text)", "client.{|AISEC201:GetResponseAsync(text)|}", StringComparison.Ordinal));

    [Fact]
    public Task Implemented_elsewhere_only() => VerifyAsync("""
        public static class Api { public static void Map(WebApplication app) => app.MapPost("/", async (string text, IAssistant assistant) => await assistant.AnswerAsync(text)); }
        """);

    [Fact]
    public Task Contracts_of_the_framework() => VerifyAsync("""
        public class Words : IComparer<string> { public int Compare(string? left, string? right) => string.CompareOrdinal(left, right); }
        public static class Api
        {
            public static void Map(WebApplication app) => app.MapPost("/", async (string text, IComparer<string> order, IChatClient client) => order.Compare(text, "m") < 0 ? "" : (await client.{|AISEC201:GetResponseAsync(text)|}).Text);
        }
        """);

    private static string Screened(string guard, string demand, string isSafe) => $$"""
        public class Screen(AiSecurity.Guards.PromptShield shield) : IScreen
        {
            public async Task DemandAsync(string text) => {{demand}};
            public async Task<bool> IsSafeAsync(string text) => {{isSafe}};
        }
        public static class Api
        {
            public static void Map(WebApplication app) => app.MapPost("/", async (string text, IScreen screen, IChatClient client) => { {{guard}} await client.GetResponseAsync(text); });
        }
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

    private static Task VerifyAsync(string source) => FlowVerifier.VerifyAsync(
        Usings + "using Microsoft.AspNetCore.Builder;\nusing Microsoft.Extensions.AI;\n" + source, configure: static test => test.TestState.AdditionalReferences.Add(LibraryReference.Of(Library)));
}
