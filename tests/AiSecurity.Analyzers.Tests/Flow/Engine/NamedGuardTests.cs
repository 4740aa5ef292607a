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

    private static Task VerifyAsync(string name, string contract, string body, string type, string call)
    {
        _ = name;
        return FlowVerifier.VerifyAsync(Endpoint.Usings + $$"""
            {{contract}}
            public static class App
            {
                public static void Map(WebApplication app) => app.MapPost("/chat", async (string text, string other, IChatClient client, {{type}} guard) =>
                {
                    {{body}}
                    await client.{{call}};
                });
            }
            """);
    }
}
