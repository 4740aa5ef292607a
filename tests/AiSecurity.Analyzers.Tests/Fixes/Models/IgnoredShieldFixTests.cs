using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;
using AiSecurity.Analyzers.CodeFixes.Fixes.Models;
using AiSecurity.Analyzers.Rules;

namespace AiSecurity.Analyzers.Tests.Fixes.Models;

/// <summary>AISEC205: a shield is awaited, its answer is asked, and its failure stops the call.</summary>
public class IgnoredShieldFixTests
{
    private const string Rows = """
        shield   M:Contoso.Shield.EnsureSafeAsync    text=text  signals=exception
        shield   M:Contoso.Shield.AnalyzeAsync       text=text  signals=result
        shield   M:Contoso.Shield.ClassifyAsync      text=text  signals=result
        verdict  P:Contoso.Analysis.AttackDetected   good=false
        verdict  P:Contoso.Classification.IsSafe     good=true
        """;

    private const string Shields = """
        namespace Contoso
        {
            public record Analysis(bool AttackDetected);
            public record Classification(bool IsSafe);
            public record Response<T>(T Value);
            public class Shield
            {
                public Task EnsureSafeAsync(string text) => Task.CompletedTask;
                public Task<Response<Analysis>> AnalyzeAsync(string text) => throw null!;
                public Task<Classification> ClassifyAsync(string text) => throw null!;
            }
        }
        """;

    private const string Call = "\nawait s.Client.GetResponseAsync(text);";

    [Theory]
    [InlineData("s.Shield.{|AISEC205:EnsureSafeAsync(text)|}; // first", "await s.Shield.EnsureSafeAsync(text); // first")]
    [InlineData("_ = s.Shield.{|AISEC205:EnsureSafeAsync(text)|};", "await s.Shield.EnsureSafeAsync(text);")]
    public Task Shields_are_awaited(string statement, string fixedStatement) => FixAsync<UnawaitedShieldFix>(statement + Call, fixedStatement + Call);

    [Theory]
    [InlineData("await s.Shield.{|AISEC205:AnalyzeAsync(text)|}; // first", "var verdict = await s.Shield.AnalyzeAsync(text); // first\nif (verdict.Value.AttackDetected)\n    throw new InvalidOperationException(\"The text was not accepted.\");")]
    [InlineData("_ = await s.Shield.{|AISEC205:ClassifyAsync(text)|};", "var verdict = await s.Shield.ClassifyAsync(text);\nif (!verdict.IsSafe)\n    throw new InvalidOperationException(\"The text was not accepted.\");")]
    [InlineData("var analysis = await s.Shield.{|AISEC205:AnalyzeAsync(text)|};", "var analysis = await s.Shield.AnalyzeAsync(text);\nif (analysis.Value.AttackDetected)\n    throw new InvalidOperationException(\"The text was not accepted.\");")]
    public Task Answers_are_asked(string statement, string fixedStatement) => FixAsync<UnreadShieldFix>(statement + Call, fixedStatement + Call);

    [Fact]
    public Task A_name_that_is_taken_is_left_alone() => NoFixAsync<UnreadShieldFix>("var verdict = 1;\nawait s.Shield.{|AISEC205:AnalyzeAsync(text)|};\nConsole.WriteLine(verdict);" + Call);

    [Fact]
    public Task Failures_stop_the_call() => FixAsync<SwallowedShieldFix>(
        """
        try
        {
            await s.Shield.EnsureSafeAsync(text);
        }
        {|AISEC205:catch|} (HttpRequestException exception)
        {
            // The service is away.
            Console.WriteLine(exception.Message); // for the log
        }
        """ + Call,
        """
        try
        {
            await s.Shield.EnsureSafeAsync(text);
        }
        catch (HttpRequestException exception)
        {
            // The service is away.
            Console.WriteLine(exception.Message); // for the log
            throw;
        }
        """ + Call);

    [Fact]
    public Task Empty_catches_throw_again() => FixAsync<SwallowedShieldFix>(
        """
        try
        {
            await s.Shield.EnsureSafeAsync(text);
        }
        {|AISEC205:catch|}
        {
            // Not so important.
        }
        """ + Call,
        """
        try
        {
            await s.Shield.EnsureSafeAsync(text);
        }
        catch
        {
            // Not so important.
            throw;
        }
        """ + Call);

    [Fact]
    public Task Empty_catches_on_one_line_throw_again() => FixAsync<SwallowedShieldFix>(
        "try { await s.Shield.EnsureSafeAsync(text); } {|AISEC205:catch|} { }" + Call,
        "try { await s.Shield.EnsureSafeAsync(text); } catch { throw; }" + Call);

    [Fact]
    public Task Line_endings_stay() => VerifyAsync<UnreadShieldFix>(
        Source("await s.Shield.{|AISEC205:AnalyzeAsync(text)|};" + Call).ReplaceLineEndings("\r\n"),
        Source("var verdict = await s.Shield.AnalyzeAsync(text);\nif (verdict.Value.AttackDetected)\n    throw new InvalidOperationException(\"The text was not accepted.\");" + Call).ReplaceLineEndings("\r\n"));

    private static Task FixAsync<TFix>([StringSyntax("C#-test")] string body, [StringSyntax("C#-test")] string fixedBody)
        where TFix : CodeFixProvider, new() => VerifyAsync<TFix>(Source(body), Source(fixedBody));

    private static Task NoFixAsync<TFix>([StringSyntax("C#-test")] string body)
        where TFix : CodeFixProvider, new() => VerifyAsync<TFix>(Source(body), Source(body));

    private static string Source(string body) => ModelFixSource.Endpoint("using Microsoft.Extensions.AI;", body);

    private static Task VerifyAsync<TFix>(string source, string fixedSource)
        where TFix : CodeFixProvider, new() => CodeFixVerifier<FlowAnalyzer, TFix>.VerifyFixAsync(
        source,
        fixedSource,
        configure: test =>
        {
            test.AddSource(ModelFixSource.UsingsFile, ModelFixSource.Usings);
            test.AddSource("/0/Shields.cs", Shields + "record Services(Microsoft.Extensions.AI.IChatClient Client, Contoso.Shield Shield);");
            test.AddAdditionalFile("AiSecurity.catalog.txt", Rows);
        });
}
