using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.FlowAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Models.FinishReasonFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Models;

/// <summary>AISEC207: the finish reason is asked before what a model wrote goes back to the caller.</summary>
public class FinishReasonFixTests
{
    private const string OpenAI = "using OpenAI.Chat;";
    private const string Extensions = "using Microsoft.Extensions.AI;";

    [Fact]
    public Task Texts_give_way_to_a_text() => FixAsync(
        OpenAI,
        """
        ChatCompletion completion = await s.OpenAI.CompleteChatAsync("Hello");
        // The answer.
        return {|AISEC207:completion.Content[0].Text|}; // as it is
        """,
        """
        ChatCompletion completion = await s.OpenAI.CompleteChatAsync("Hello");
        if (completion.FinishReason == ChatFinishReason.ContentFilter)
            return "The content filter withheld the answer.";
        // The answer.
        return completion.Content[0].Text; // as it is
        """);

    [Fact]
    public Task Results_give_way_to_a_status() => FixAsync(
        Extensions,
        """
        var response = await s.Client.GetResponseAsync("Hello");
        return {|AISEC207:Results.Ok(response.Text)|};
        """,
        """
        var response = await s.Client.GetResponseAsync("Hello");
        if (response.FinishReason == ChatFinishReason.ContentFilter)
            return Results.StatusCode(StatusCodes.Status422UnprocessableEntity);
        return Results.Ok(response.Text);
        """);

    [Fact]
    public Task The_answer_is_found_by_way_of_variables() => FixAsync(
        OpenAI,
        """
        var result = await s.OpenAI.CompleteChatAsync("Hello");
        var answer = result.Value.Content[0].Text;
        var trimmed = answer.Trim();
        return {|AISEC207:trimmed|};
        """,
        """
        var result = await s.OpenAI.CompleteChatAsync("Hello");
        var answer = result.Value.Content[0].Text;
        var trimmed = answer.Trim();
        if (result.Value.FinishReason == ChatFinishReason.ContentFilter)
            return "The content filter withheld the answer.";
        return trimmed;
        """);

    [Fact]
    public Task Everything_else_gives_way_to_an_exception() => FixAsync(
        Extensions,
        """
        var response = await s.Client.GetResponseAsync("Hello");
        return {|AISEC207:new Answer(response.Text)|};
        """,
        """
        var response = await s.Client.GetResponseAsync("Hello");
        if (response.FinishReason == ChatFinishReason.ContentFilter)
            throw new InvalidOperationException("The content filter withheld the answer.");
        return new Answer(response.Text);
        """);

    [Fact]
    public Task Actions_give_way_to_a_status() => Verify.VerifyFixAsync(
        """
        using Microsoft.Extensions.AI;

        public class ChatController(IChatClient client) : ControllerBase
        {
            [HttpPost]
            public async Task<IActionResult> Ask()
            {
                var response = await client.GetResponseAsync("Hello");
                return {|AISEC207:Ok(response.Text)|};
            }

            [HttpPost]
            public async Task<ActionResult<string>> Tell()
            {
                var response = await client.GetResponseAsync("Hello");
                return {|AISEC207:response.Text|};
            }
        }
        """,
        """
        using Microsoft.Extensions.AI;

        public class ChatController(IChatClient client) : ControllerBase
        {
            [HttpPost]
            public async Task<IActionResult> Ask()
            {
                var response = await client.GetResponseAsync("Hello");
                if (response.FinishReason == ChatFinishReason.ContentFilter)
                    return StatusCode(StatusCodes.Status422UnprocessableEntity);
                return Ok(response.Text);
            }

            [HttpPost]
            public async Task<ActionResult<string>> Tell()
            {
                var response = await client.GetResponseAsync("Hello");
                if (response.FinishReason == ChatFinishReason.ContentFilter)
                    return StatusCode(StatusCodes.Status422UnprocessableEntity);
                return response.Text;
            }
        }
        """,
        configure: Configure);

    [Fact]
    public Task Line_endings_stay() => Verify.VerifyFixAsync(
        Source(Extensions, "var response = await s.Client.GetResponseAsync(\"Hello\");\nreturn {|AISEC207:response.Text|};").ReplaceLineEndings("\r\n"),
        Source(Extensions, "var response = await s.Client.GetResponseAsync(\"Hello\");\nif (response.FinishReason == ChatFinishReason.ContentFilter)\n    return \"The content filter withheld the answer.\";\nreturn response.Text;").ReplaceLineEndings("\r\n"),
        configure: Configure);

    [Theory]
    [InlineData(Extensions, "return {|AISEC207:(await s.Client.GetResponseAsync(\"Hello\")).Text|};")]
    [InlineData(Extensions, "var answer = (await s.Client.GetResponseAsync(\"Hello\")).Text; return {|AISEC207:answer|};")]
    [InlineData(Extensions, "var response = await s.Client.GetResponseAsync(\"Hello\"); if (number > 1) return {|AISEC207:response.Text|}; return \"\";")]
    public Task Nothing_is_offered_without_an_answer_or_a_place(string usings, string body) => Verify.VerifyNoFixAsync(Source(usings, body), configure: Configure);

    private static Task FixAsync(string usings, [StringSyntax("C#-test")] string body, [StringSyntax("C#-test")] string fixedBody) =>
        Verify.VerifyFixAsync(Source(usings, body), Source(usings, fixedBody), "AISEC207.finish_reason", configure: Configure);

    private static string Source(string usings, string body) => ModelFixSource.Endpoint(usings, body);

    private static void Configure(Verify.Test test)
    {
        test.AddSource(ModelFixSource.UsingsFile, ModelFixSource.Usings);
        test.AddSource("/0/Services.cs", "record Services(OpenAI.Chat.ChatClient OpenAI, Microsoft.Extensions.AI.IChatClient Client); record Answer(string Text);");
    }
}
