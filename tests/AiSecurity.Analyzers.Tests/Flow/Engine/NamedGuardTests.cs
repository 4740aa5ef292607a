namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Interfaces that an application declares, and another assembly implements: their names say that they ask a shield.</summary>
public class NamedGuardTests
{
    public static TheoryData<string, string, string, string> Contracts => new()
    {
        { "answer of a shield service", "public interface IShieldService { Task<bool> IsAttackAsync(string text, CancellationToken token = default); }", "if (await guard.IsAttackAsync(text)) throw new InvalidOperationException();", "IShieldService" },
        { "throws", "public interface IPromptGuard { Task EnsureAllowedAsync(string prompt, IEnumerable<string> documents); }", "await guard.EnsureAllowedAsync(text, []);", "IPromptGuard" },
        { "by the method", "public interface IInput { Task<bool> DetectsInjectionAsync(string text); }", "if (await guard.DetectsInjectionAsync(text)) return;", "IInput" },
    };

    public static TheoryData<string, string, string, string> Others => new()
    {
        { "other names", "public interface ITranslator { Task<bool> IsGermanAsync(string text); }", "if (await guard.IsGermanAsync(text)) return;", "ITranslator" },
        { "no text", "public interface IRouteGuard { Task<bool> MayEnterAsync(int user); }", "if (!await guard.MayEnterAsync(text.Length)) return;", "IRouteGuard" },
        { "another text", "public interface IPromptGuard { Task EnsureAllowedAsync(string prompt); }", "await guard.EnsureAllowedAsync(\"hello\");", "IPromptGuard" },
        { "implemented here, and asks nobody", "public interface IPromptGuard { Task EnsureAllowedAsync(string prompt); } public class Nobody : IPromptGuard { public Task EnsureAllowedAsync(string prompt) => Task.CompletedTask; }", "await guard.EnsureAllowedAsync(text);", "IPromptGuard" },
        { "looked at too late", "public interface IPromptGuard { Task EnsureAllowedAsync(string prompt); }", "text += Console.Title; text = text + other; ", "IPromptGuard" },
    };

    [Theory]
    [MemberData(nameof(Contracts))]
    public Task Guards(string name, string contract, string body, string type) => VerifyAsync(name, contract, body, type, "GetResponseAsync(text)");

    [Theory]
    [MemberData(nameof(Others))]
    public Task GuardsNothing(string name, string contract, string body, string type) => VerifyAsync(name, contract, body, type, "{|AISEC201:GetResponseAsync(text)|}");

    /// <summary>Of projects and libraries of which a compiler sees declarations only, as in a build on the command line.</summary>
    [Theory]
    [InlineData("public interface IDiffShield { Task<bool> IsSuspiciousAsync(string? prompt, System.Collections.Generic.IReadOnlyCollection<string> documents); }", "if (await guard.IsSuspiciousAsync(\"review\", [text])) return;", "IDiffShield", true)]
    [InlineData("public abstract class PromptGuard { public abstract Task EnsureAllowedAsync(string prompt); }", "await guard.EnsureAllowedAsync(text);", "PromptGuard", true)]
    [InlineData("public class SafetyClient { public Task<bool> IsAttackAsync(string text) => Task.FromResult(false); }", "if (await guard.IsAttackAsync(text)) return;", "SafetyClient", true)]
    [InlineData("public class PromptShieldClient { public Task<bool> IsGoodAsync(string text) => Task.FromResult(false); }", "if (!await guard.IsGoodAsync(text)) return;", "PromptShieldClient", true)]
    [InlineData("public class PromptShieldClient { public Task<bool> IsAttackAsync(string text) => Task.FromResult(false); }", "if (await guard.IsAttackAsync(text)) Console.WriteLine(1);", "PromptShieldClient", false)]
    [InlineData("public class ShieldDiary { public Task<string> WriteAsync(string text) => Task.FromResult(text); }", "await guard.WriteAsync(text);", "ShieldDiary", true)]
    [InlineData("public class ShieldDiary { public Task WriteAsync(string text) => Task.CompletedTask; }", "_ = guard.WriteAsync(text);", "ShieldDiary", false)]
    [InlineData("public class Guard { public string NullOrEmpty(string text) => text; }", "guard.NullOrEmpty(text);", "Guard", false)]
    [InlineData("public interface ITranslator { Task<bool> IsGermanAsync(string text); }", "if (await guard.IsGermanAsync(text)) return;", "ITranslator", false)]
    [InlineData("public interface IPromptGuard { Task<bool> MayEnterAsync(int user); }", "if (!await guard.MayEnterAsync(text.Length)) return;", "IPromptGuard", false)]
    public Task Of_a_library(string contract, string body, string type, bool isGuard) => FlowVerifier.VerifyAsync(
        Source("", body, "Contoso." + type, isGuard ? "GetResponseAsync(text)" : "{|AISEC201:GetResponseAsync(text)|}"),
        configure: test => test.TestState.AdditionalReferences.Add(AiSecurity.Analyzers.Tests.Rules.Access.LibraryReference.Of("#nullable enable\nusing System.Threading.Tasks;\nnamespace Contoso { " + contract + " }")));

    private static Task VerifyAsync(string name, string contract, string body, string type, string call)
    {
        _ = name;
        return FlowVerifier.VerifyAsync(Source(contract, body, type, call));
    }

    private static string Source(string contract, string body, string type, string call) => Endpoint.Usings + $$"""
        {{contract}}
        public static class App
        {
            public static void Map(WebApplication app) => app.MapPost("/chat", async (string text, string other, IChatClient client, {{type}} guard) =>
            {
                {{body}}
                await client.{{call}};
            });
        }
        """;
}
