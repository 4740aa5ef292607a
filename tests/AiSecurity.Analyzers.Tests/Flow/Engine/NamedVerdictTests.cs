namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Shields of a project whose answers are values of an enumeration, or objects of one type each.</summary>
public class NamedVerdictTests
{
    private const string Types = """
        public enum Outcome { Clean, Hostile, Unknown }
        public enum Light { Green, Red }
        public abstract record Verdict { public sealed record Clean : Verdict; public sealed record Attack(string Where) : Verdict; public sealed record Unavailable : Verdict; }
        public record Note(string Author, string Text);
        public class Screen(AiSecurity.Guards.PromptShield shield)
        {
            private async Task<bool> DetectAsync(string t) => (await shield.AnalyzeAsync(t)).IsAttack;
            public async Task<Outcome> RateAsync(string t) => await DetectAsync(t) ? Outcome.Hostile : Outcome.Clean;
            public async Task<Outcome> TryAsync(string t)
            {
                try { return await DetectAsync(t) ? Outcome.Hostile : Outcome.Clean; }
                catch (HttpRequestException) { return Outcome.Unknown; }
            }
            public async Task<Light> LightAsync(string t) { if (await DetectAsync(t)) return Light.Red; return Light.Green; }
            public async Task<Verdict> JudgeAsync(string t)
            {
                try { if (await DetectAsync(t)) return new Verdict.Attack("user"); return new Verdict.Clean(); }
                catch (HttpRequestException) { return new Verdict.Unavailable(); }
            }
            public async Task RunAsync(string t) { if (await Task.Run(async () => await DetectAsync(t))) throw new InvalidOperationException(); }
            public async Task RunOtherAsync(string t, string other) { if (await Task.Run(async () => await DetectAsync(other))) throw new InvalidOperationException(); }
        }
        """;

    public static TheoryData<string, string> Guarding => new()
    {
        { "one of two", "if (await screen.RateAsync(text) != Outcome.Clean) return;" },
        { "not the bad one of two", "if (await screen.RateAsync(text) == Outcome.Hostile) return;" },
        { "the good one of three", "if (await screen.TryAsync(text) != Outcome.Clean) return;" },
        { "in a pattern", "if (await screen.TryAsync(text) is not Outcome.Clean) return;" },
        { "names that say nothing", "if (await screen.LightAsync(text) == Light.Red) return;" },
        { "type", "if (await screen.JudgeAsync(text) is not Verdict.Clean) return;" },
        { "switch", "switch (await screen.JudgeAsync(text)) { case Verdict.Clean: break; case Verdict.Attack attack: Console.WriteLine(attack.Where); return; default: return; }" },
        { "run by a library", "await screen.RunAsync(text);" },
    };

    public static TheoryData<string, string> Open => new()
    {
        { "the wrong one", "if (await screen.RateAsync(text) == Outcome.Clean) return;" },
        { "where the shield is down", "if (await screen.TryAsync(text) == Outcome.Hostile) return;" },
        { "another type where it is down", "if (await screen.JudgeAsync(text) is Verdict.Attack) return;" },
        { "the wrong type", "if (await screen.JudgeAsync(text) is not Verdict.Attack) return;" },
        { "the wrong case", "switch (await screen.JudgeAsync(text)) { case Verdict.Clean: return; case Verdict.Attack: break; default: return; }" },
        { "another text", "await screen.RunOtherAsync(text, other);" },
    };

    [Theory]
    [MemberData(nameof(Guarding))]
    public Task Guards(string name, string check) => VerifyAsync(name, check, "await client.GetResponseAsync(text);");

    [Theory]
    [MemberData(nameof(Open))]
    public Task GuardsNothing(string name, string check) => VerifyAsync(name, check, "await client.{|AISEC201:GetResponseAsync(text)|};");

    [Theory]
    [InlineData("$\"{note.Author}: {note.Text}\"", "GetResponseAsync(string.Join('\\n', kept.Select(n => $\"{n.Author} {n.Text}\")))")]
    [InlineData("note.Text", "{|AISEC201:GetResponseAsync(string.Join('\\n', kept.Select(n => $\"{n.Author} {n.Text}\")))|}")]
    public Task ObjectsAllOfWhoseTextsWereLookedAt(string looked, string call) => FlowVerifier.VerifyAsync(
        Endpoint.Usings + $$"""
        {{Types}}
        public static class App
        {
            public static void Map(WebApplication app) => app.MapPost("/chat", async (List<Note> notes, IChatClient client, Screen screen) =>
            {
                var kept = new List<Note>();
                foreach (var note in notes)
                {
                    if (await screen.RateAsync({{looked}}) == Outcome.Clean)
                        kept.Add(note);
                }

                await client.{{call}};
            });
        }
        """,
        configure: Shields.Add);

    private static Task VerifyAsync(string name, string check, string call)
    {
        _ = name;
        return FlowVerifier.VerifyAsync(
            Endpoint.Usings + $$"""
            {{Types}}
            public static class App
            {
                public static void Map(WebApplication app) => app.MapPost("/chat", async (string text, string other, IChatClient client, Screen screen) =>
                {
                    {{check}}
                    {{call}}
                });
            }
            """,
            configure: Shields.Add);
    }
}
