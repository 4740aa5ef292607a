namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Own methods that wrap a shield, and members that the user's catalog declares to be one.</summary>
public class GuardOwnMethodTests
{
    private const string Ask = "await client.GetResponseAsync(text);";
    private const string Reported = "await client.{|AISEC201:GetResponseAsync(text)|};";

    private const string Members = """
        private static Task EnsureAsync(string t) => Shield.EnsureSafeAsync(t);
        private static async Task EnsureByResultAsync(string t) { if ((await Shield.AnalyzeAsync(t)).IsAttack) throw new InvalidOperationException(); }
        private static async Task<bool> IsSafeAsync(string t) => !(await Shield.AnalyzeAsync(t)).IsAttack;
        private static async Task<bool> IsAttackAsync(string t) { var result = await Shield.AnalyzeAsync(t); if (result.IsAttack) return true; return false; }
        private static async Task<bool> TryAsync(string t) { try { await Shield.EnsureSafeAsync(t); return true; } catch (Exception) { return false; } }
        private static Task EnsureConstantAsync(string t) => Shield.EnsureSafeAsync("constant");
        private static async Task EnsureSometimesAsync(string t, bool now) { if (now) await Shield.EnsureSafeAsync(t); }
        private static async Task<string> SafeAsync(string t) { await Shield.EnsureSafeAsync(t); return t; }
        private static Task EnsureNamedAsync(string t) => Task.CompletedTask;
        private static async Task EnsureAndRepeatAsync(string t) { await Shield.EnsureSafeAsync(t); await RepeatAsync(t); }
        private static Task RepeatAsync(string t) => EnsureAndRepeatAsync(t);
        """;

    [Theory]
    [InlineData("throws", "await EnsureAsync(text); " + Ask)]
    [InlineData("throws by the answer", "await EnsureByResultAsync(text); " + Ask)]
    [InlineData("bool", "if (!await IsSafeAsync(text)) return; " + Ask)]
    [InlineData("bool of an attack", "if (await IsAttackAsync(text)) return; " + Ask)]
    [InlineData("bool from an exception", "if (!await TryAsync(text)) return; " + Ask)]
    [InlineData("returns the text", "await client.GetResponseAsync(await SafeAsync(text));")]
    [InlineData("local function", "async Task Check(string t) => await Shield.EnsureSafeAsync(t); await Check(text); " + Ask)]
    public Task Guards(string name, string body) => VerifyAsync(name, body);

    [Theory]
    [InlineData("bool the wrong way round", "if (await IsSafeAsync(text)) return; " + Reported)]
    [InlineData("attack the wrong way round", "if (!await IsAttackAsync(text)) return; " + Reported)]
    [InlineData("of another value", "await EnsureAsync(\"constant\"); " + Reported)]
    [InlineData("looks at a constant", "await EnsureConstantAsync(text); " + Reported)]
    [InlineData("looks on one path", "await EnsureSometimesAsync(text, number > 1); " + Reported)]
    [InlineData("only named like one", "await EnsureNamedAsync(text); " + Reported)]
    [InlineData("returns another text", "_ = await SafeAsync(\"constant\"); " + Reported)]
    public Task Guards_nothing(string name, string body) => VerifyAsync(name, body);

    /// <summary>Which method is asked about first says nothing: each call by itself is judged as it is beside the other.</summary>
    [Theory]
    [InlineData("in a circle, from where the shield is", "await EnsureAndRepeatAsync(text); " + Ask, "await RepeatAsync(text); " + Ask)]
    [InlineData("in a circle, from the other side", "await RepeatAsync(text); " + Ask, "await EnsureAndRepeatAsync(text); " + Ask)]
    [InlineData("too deep first", "await Deep1Async(text); " + Reported, "await Deep5Async(text); " + Ask)]
    [InlineData("too deep last", "await Deep5Async(text); " + Ask, "await Deep1Async(text); " + Reported)]
    public Task Asked_in_any_order(string name, string first, string second)
    {
        _ = name;
        // Each asks by itself, too, so that its name is one of a shield.
        var deep = Enumerable.Range(1, 9).Select(static number => $"private static async Task Deep{number}Async(string t, bool now = false) {{ if (now) await Shield.EnsureSafeAsync(t); await Deep{number + 1}Async(t); }}\n");
        return Shields.VerifyAsync($"if (number > 1) {{ {first} }} else {{ {second} }}", Members + "\n" + string.Concat(deep) + "private static Task Deep10Async(string t) => Shield.EnsureSafeAsync(t);");
    }

    [Theory]
    [InlineData("bool", "if (!Own.Check(text)) return; " + Ask)]
    [InlineData("bool the wrong way round", "if (Own.Check(text)) return; " + Reported)]
    [InlineData("throws", "Own.Demand(text); " + Ask)]
    [InlineData("throws on another value", "Own.Demand(\"constant\"); " + Reported)]
    public Task Declared_by_a_row(string name, string body)
    {
        _ = name;
        return Shields.VerifyAsync(
            body,
            "public static class Own { public static bool Check(string t) => t.Length > 3; public static void Demand(string t) { } }",
            "shield M:App.Own.Check text=t signals=result good=true\nshield M:App.Own.Demand text=t signals=exception");
    }

    private static Task VerifyAsync(string name, string body)
    {
        _ = name;
        return Shields.VerifyAsync(body, Members);
    }
}
