namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Which paths a shield guards, and which ones it only seems to guard.</summary>
public class GuardTests
{
    private const string Ask = "await client.GetResponseAsync(text);";
    private const string Reported = "await client.{|AISEC201:GetResponseAsync(text)|};";
    private const string Analyze = "var result = await Shield.AnalyzeAsync(text); ";

    [Theory]
    [InlineData("before the call", "await Shield.EnsureSafeAsync(text); " + Ask)]
    [InlineData("ConfigureAwait", "await Shield.EnsureSafeAsync(text).ConfigureAwait(false); " + Ask)]
    [InlineData("task awaited later", "var check = Shield.EnsureSafeAsync(text); Work(); await check; " + Ask)]
    [InlineData("named argument", "await Shield.EnsureSafeAsync(cancellationToken: default, userPrompt: text); " + Ask)]
    [InlineData("copy of the text", "var prompt = text; await Shield.EnsureSafeAsync(prompt); await client.GetResponseAsync(prompt);")]
    [InlineData("text made of what was shielded", "await Shield.EnsureSafeAsync(text); await client.GetResponseAsync($\"Answer: {text.Trim()}\");")]
    [InlineData("whole prompt", "var prompt = $\"Answer: {text}\"; await Shield.EnsureSafeAsync(prompt); await client.GetResponseAsync(prompt);")]
    [InlineData("inside a try that throws again", "try { await Shield.EnsureSafeAsync(text); } catch (Exception) { throw; } " + Ask)]
    [InlineData("inside a try that returns", "try { await Shield.EnsureSafeAsync(text); } catch (Exception) { return; } " + Ask)]
    [InlineData("call in the same try", "try { await Shield.EnsureSafeAsync(text); " + Ask + " } catch (Exception) { Work(); }")]
    [InlineData("catch goes on with a constant", "try { await Shield.EnsureSafeAsync(text); } catch (Exception) { text = \"Say no.\"; } " + Ask)]
    [InlineData("before a finally", "await Shield.EnsureSafeAsync(text); try { Work(); } finally { " + Ask + " }")]
    [InlineData("in a finally", "try { Work(); } finally { await Shield.EnsureSafeAsync(text); } " + Ask)]
    [InlineData("on both branches", "if (number > 1) await Shield.EnsureSafeAsync(text); else await Shield.EnsureSafeAsync(text); " + Ask)]
    [InlineData("on the branch of the call", "if (number > 1) { await Shield.EnsureSafeAsync(text); " + Ask + " }")]
    public Task A_shield_that_throws_guards_what_follows(string name, string body) => VerifyAsync(name, body);

    [Theory]
    [InlineData("no shield", Reported)]
    [InlineData("after the call", Reported + " await Shield.EnsureSafeAsync(text);")]
    [InlineData("another value", "var other = number.ToString(); await Shield.EnsureSafeAsync(other); " + Reported)]
    [InlineData("a constant", "await Shield.EnsureSafeAsync(\"constant\"); " + Reported)]
    [InlineData("one branch", "if (number > 1) await Shield.EnsureSafeAsync(text); " + Reported)]
    [InlineData("one arm of a switch", "switch (number) { case 1: await Shield.EnsureSafeAsync(text); break; default: Work(); break; } " + Reported)]
    [InlineData("a loop that may not run", "while (number-- > 0) await Shield.EnsureSafeAsync(text); " + Reported)]
    [InlineData("in a finally after the call", "try { " + Reported + " } finally { await Shield.EnsureSafeAsync(text); }")]
    [InlineData("assigned again", "var second = text + \"!\"; var prompt = \"a\"; await Shield.EnsureSafeAsync(prompt); prompt = second; await client.{|AISEC201:GetResponseAsync(prompt)|};")]
    [InlineData("list grown afterwards", "var messages = new List<ChatMessage>(); await Shield.EnsureSafeAsync(\"a\"); messages.Add(new(ChatRole.User, text)); await client.{|AISEC201:GetResponseAsync(messages)|};")]
    [InlineData("lambda that nobody calls", "Func<Task> check = () => Shield.EnsureSafeAsync(text); " + Reported)]
    public Task A_shield_that_throws_guards_nothing_else(string name, string body) => VerifyAsync(name, body);

    [Theory]
    [InlineData("early return", Analyze + "if (result.IsAttack) return; " + Ask)]
    [InlineData("throw", Analyze + "if (result.IsAttack) throw new InvalidOperationException(); " + Ask)]
    [InlineData("negated", Analyze + "if (!result.IsAttack) { " + Ask + " }")]
    [InlineData("else", Analyze + "if (result.IsAttack) Work(); else " + Ask)]
    [InlineData("without a local", "if ((await Shield.AnalyzeAsync(text)).IsAttack) return; " + Ask)]
    [InlineData("compared with false", Analyze + "if (result.IsAttack == false) { " + Ask + " }")]
    [InlineData("compared with true", Analyze + "if (result.IsAttack != true) { " + Ask + " }")]
    [InlineData("is false", Analyze + "if (result.IsAttack is false) { " + Ask + " }")]
    [InlineData("property pattern", Analyze + "if (result is { IsAttack: false }) { " + Ask + " }")]
    [InlineData("negated property pattern", Analyze + "if (result is not { IsAttack: false }) return; " + Ask)]
    [InlineData("nullable result", Analyze + "if (result?.IsAttack != false) return; " + Ask)]
    [InlineData("conditional", Analyze + "await client.GetResponseAsync(result.IsAttack ? \"Say no.\" : text);")]
    [InlineData("switch expression", Analyze + "await client.GetResponseAsync(result.IsAttack switch { true => \"Say no.\", false => text });")]
    [InlineData("switch statement", Analyze + "switch (result.IsAttack) { case true: return; default: Work(); break; } " + Ask)]
    [InlineData("and", Analyze + "if (number > 1 && !result.IsAttack) { " + Ask + " }")]
    [InlineData("or", Analyze + "if (result.IsAttack || number > 1) return; " + Ask)]
    [InlineData("remembered", Analyze + "var isSafe = !result.IsAttack; Work(); if (!isSafe) return; " + Ask)]
    [InlineData("remembered twice", Analyze + "var isBad = result.IsAttack; var stop = isBad; if (stop) return; " + Ask)]
    [InlineData("remembered with more", Analyze + "var go = !result.IsAttack && number > 1; if (go) { " + Ask + " }")]
    [InlineData("while", Analyze + "while (!result.IsAttack) { " + Ask + " break; }")]
    [InlineData("while that asks again", "while ((await Shield.AnalyzeAsync(text)).IsAttack) text = Console.ReadLine() ?? \"\"; " + Ask)]
    public Task An_answer_guards_the_branch_on_which_it_is_good(string name, string body) => VerifyAsync(name, body);

    [Theory]
    [InlineData("wrong way round", Analyze + "if (result.IsAttack) { " + Reported + " }")]
    [InlineData("wrong return", Analyze + "if (!result.IsAttack) return; " + Reported)]
    [InlineData("wrong pattern", Analyze + "if (result is { IsAttack: true }) { " + Reported + " }")]
    [InlineData("wrong conditional", Analyze + "await client.{|AISEC201:GetResponseAsync(result.IsAttack ? text : \"Say no.\")|};")]
    [InlineData("both branches", Analyze + "if (result.IsAttack) Work(); " + Reported)]
    [InlineData("or with something else", Analyze + "if (!result.IsAttack || number > 1) { " + Reported + " }")]
    [InlineData("and on the way out", Analyze + "if (result.IsAttack && number > 1) return; " + Reported)]
    [InlineData("before the test", Analyze + Reported + " if (result.IsAttack) return;")]
    [InlineData("answer about something else", "var result = await Shield.AnalyzeAsync(\"constant\"); if (result.IsAttack) return; " + Reported)]
    [InlineData("remembered wrongly", Analyze + "var isSafe = result.IsAttack; if (!isSafe) return; " + Reported)]
    [InlineData("memory overwritten", Analyze + "var isSafe = !result.IsAttack; isSafe = number > 1; if (!isSafe) return; " + Reported)]
    public Task An_answer_guards_no_other_branch(string name, string body) => VerifyAsync(name, body);

    private static Task VerifyAsync(string name, string body)
    {
        _ = name;
        return Shields.VerifyAsync(body);
    }
}
