using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.FlowAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Models.HtmlEncodingFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Models;

/// <summary>AISEC206: text of a model is encoded where it becomes HTML.</summary>
public class HtmlEncodingFixTests
{
    [Theory]
    [InlineData("var html = new HtmlString({|AISEC206:answer|});", "var html = new HtmlString(HtmlEncoder.Default.Encode(answer));")]
    [InlineData("MarkupString html = new({|AISEC206:answer|});", "MarkupString html = new(HtmlEncoder.Default.Encode(answer));")]
    [InlineData("""var html = new MarkupString({|AISEC206:$"<b>{answer}</b> {number}"|});""", """var html = new MarkupString($"<b>{HtmlEncoder.Default.Encode(answer)}</b> {number}");""")]
    [InlineData("""var html = new HtmlString({|AISEC206:"<b>" + answer + "</b>" + (answer.Trim())|});""", """var html = new HtmlString("<b>" + HtmlEncoder.Default.Encode(answer) + "</b>" + (HtmlEncoder.Default.Encode(answer.Trim())));""")]
    [InlineData("""var html = new HtmlString(/* a */ {|AISEC206:answer|} /* b */); // c""", """var html = new HtmlString(/* a */ HtmlEncoder.Default.Encode(answer) /* b */); // c""")]
    [InlineData("""var text = $"<b>{answer}</b>"; var html = new HtmlString({|AISEC206:text|});""", """var text = $"<b>{HtmlEncoder.Default.Encode(answer)}</b>"; var html = new HtmlString(text);""")]
    [InlineData("""var html = new HtmlString({|AISEC206:answer.Length > 1 ? answer : null|});""", """var html = new HtmlString(HtmlEncoder.Default.Encode((answer.Length > 1 ? answer : null) ?? ""));""")]
    public Task Every_part(string body, string fixedBody) => FixAsync(body, fixedBody, test => test.AddSource("/0/Html.cs", "global using System.Text.Encodings.Web;"));

    [Fact]
    public Task Usings_are_added() => Verify.VerifyFixAsync(
        "using System.Text;\n\n" + TrustedOutputSource.Of("var html = new HtmlString({|AISEC206:answer|});\nvar more = new HtmlString({|AISEC206:answer|} + new StringBuilder());").Replace("{|AISEC206:answer|} + new StringBuilder()", "{|AISEC206:answer + new StringBuilder(\"a\").Length|}"),
        "using System.Text;\nusing System.Text.Encodings.Web;\n\n" + TrustedOutputSource.Of("var html = new HtmlString(HtmlEncoder.Default.Encode(answer));\nvar more = new HtmlString(HtmlEncoder.Default.Encode(answer) + new StringBuilder(\"a\").Length);"),
        configure: TrustedOutputSource.Configure);

    [Fact]
    public Task Line_endings_stay() => Verify.VerifyFixAsync(
        ("using System.Text.Encodings.Web;\n\n" + TrustedOutputSource.Of("var html = new HtmlString(\n    {|AISEC206:answer|});\nConsole.WriteLine(UrlEncoder.Default);")).ReplaceLineEndings("\r\n"),
        ("using System.Text.Encodings.Web;\n\n" + TrustedOutputSource.Of("var html = new HtmlString(\n    HtmlEncoder.Default.Encode(answer));\nConsole.WriteLine(UrlEncoder.Default);")).ReplaceLineEndings("\r\n"),
        configure: TrustedOutputSource.Configure);

    [Theory]
    [InlineData("var html = new HtmlString({|AISEC206:Markdown.ToHtml(answer)|});")]
    [InlineData("var html = new HtmlString({|AISEC206:$\"<p>{answer,10}</p>\"|});")]
    [InlineData("File.Delete({|AISEC206:answer|});")]
    public Task Nothing_is_offered_that_may_be_wrong(string body) => Verify.VerifyNoFixAsync(
        TrustedOutputSource.Of(body) + "static class Markdown { public static string ToHtml(string text) => text; }", configure: TrustedOutputSource.Configure);

    private static Task FixAsync([StringSyntax("C#-test")] string body, [StringSyntax("C#-test")] string fixedBody, Action<Verify.Test> configure) => Verify.VerifyFixAsync(
        TrustedOutputSource.Of(body),
        TrustedOutputSource.Of(fixedBody),
        "AISEC206.html_encode",
        configure: test =>
        {
            TrustedOutputSource.Configure(test);
            configure(test);
        });
}
