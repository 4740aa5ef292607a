namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>AISEC205: a shield that was asked and not heard. It stands for AISEC201 on the same text.</summary>
public class IgnoredShieldTests
{
    private const string Ask = "await client.GetResponseAsync(text);";

    [Theory]
    [InlineData("not awaited", "Shield.{|AISEC205:EnsureSafeAsync(text)|}; " + Ask)]
    [InlineData("discarded task", "_ = Shield.{|AISEC205:EnsureSafeAsync(text)|}; " + Ask)]
    [InlineData("task that nobody awaits", "var check = Shield.{|AISEC205:EnsureSafeAsync(text)|}; " + Ask)]
    [InlineData("answer not read", "await Shield.{|AISEC205:AnalyzeAsync(text)|}; " + Ask)]
    [InlineData("answer discarded", "_ = await Shield.{|AISEC205:AnalyzeAsync(text)|}; " + Ask)]
    [InlineData("answer in a local that nobody reads", "var result = await Shield.{|AISEC205:AnalyzeAsync(text)|}; " + Ask)]
    [InlineData("empty catch", "try { await Shield.EnsureSafeAsync(text); } {|AISEC205:catch|} { } " + Ask)]
    [InlineData("catch that logs", "try { await Shield.EnsureSafeAsync(text); } {|AISEC205:catch|} (Exception e) { Console.WriteLine(e.Message); } " + Ask)]
    [InlineData("call in the catch", "try { await Shield.EnsureSafeAsync(text); } {|AISEC205:catch|} (HttpRequestException) { " + Ask + " }")]
    [InlineData("catch around an answer", "try { if ((await Shield.AnalyzeAsync(text)).IsAttack) return; } {|AISEC205:catch|} (HttpRequestException) { } " + Ask)]
    public Task Is_reported(string name, string body) => VerifyAsync(name, body);

    [Theory]
    [InlineData("awaited", "await Shield.EnsureSafeAsync(text); " + Ask)]
    [InlineData("awaited later", "var check = Shield.EnsureSafeAsync(text); await check; " + Ask)]
    [InlineData("awaited with another", "var check = Shield.EnsureSafeAsync(text); await Task.WhenAll(check, Task.Delay(1)); " + Ask)]
    [InlineData("answer tested", "if ((await Shield.AnalyzeAsync(text)).IsAttack) return; " + Ask)]
    [InlineData("catch that throws", "try { await Shield.EnsureSafeAsync(text); } catch (HttpRequestException e) { throw new InvalidOperationException(\"a\", e); } " + Ask)]
    [InlineData("catch that returns", "try { await Shield.EnsureSafeAsync(text); } catch { return; } " + Ask)]
    [InlineData("catch with another text", "try { await Shield.EnsureSafeAsync(text); } catch { text = \"Say no.\"; } " + Ask)]
    [InlineData("catch that remembers", "var isSafe = true; try { await Shield.EnsureSafeAsync(text); } catch { isSafe = false; } if (!isSafe) return; " + Ask)]
    [InlineData("catch with a retry", "try { await Shield.EnsureSafeAsync(text); } catch (HttpRequestException) { await Shield.EnsureSafeAsync(text); } " + Ask)]
    [InlineData("catch after the call", "try { await Shield.EnsureSafeAsync(text); " + Ask + " } catch { Work(); }")]
    public Task Is_quiet(string name, string body) => VerifyAsync(name, body);

    private static Task VerifyAsync(string name, string body)
    {
        _ = name;
        return Shields.VerifyAsync(body);
    }
}
