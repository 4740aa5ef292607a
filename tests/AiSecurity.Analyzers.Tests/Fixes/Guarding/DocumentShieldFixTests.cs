using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Fixes.Models;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.FlowAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Models.DocumentShieldFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Guarding;

/// <summary>AISEC202: what others wrote goes to the shield as documents, together with the user's text where that is asked about already.</summary>
public class DocumentShieldFixTests
{
    [Theory]
    [InlineData(
        """
        var page = await http.GetStringAsync("https://example.com/", cancellationToken);
        // The page.
        var answer = await client.{|AISEC202:GetResponseAsync("Summarise: " + page)|};
        """,
        """
        var page = await http.GetStringAsync("https://example.com/", cancellationToken);
        await promptShield.EnsureSafeAsync("", documents: [page], cancellationToken);
        // The page.
        var answer = await client.GetResponseAsync("Summarise: " + page);
        """)]
    [InlineData(
        """
        var page = await http.GetStringAsync("https://example.com/", cancellationToken);
        await promptShield.EnsureSafeAsync(text, cancellationToken);
        var answer = await client.{|AISEC202:GetResponseAsync($"{text}: {page}")|};
        """,
        """
        var page = await http.GetStringAsync("https://example.com/", cancellationToken);
        await promptShield.EnsureSafeAsync(text, documents: [page], cancellationToken);
        var answer = await client.GetResponseAsync($"{text}: {page}");
        """)]
    [InlineData(
        """
        var first = await http.GetStringAsync("https://example.com/", cancellationToken);
        var second = (await http.GetStringAsync("https://example.com/2", cancellationToken)).Trim();
        List<ChatMessage> messages = [];
        messages.Add(new(ChatRole.User, first));
        messages.Add(new(ChatRole.User, second));
        var answer = await client.{|AISEC202:GetResponseAsync(messages)|};
        """,
        """
        var first = await http.GetStringAsync("https://example.com/", cancellationToken);
        var second = (await http.GetStringAsync("https://example.com/2", cancellationToken)).Trim();
        List<ChatMessage> messages = [];
        messages.Add(new(ChatRole.User, first));
        messages.Add(new(ChatRole.User, second));
        await promptShield.EnsureSafeAsync("", documents: [first, second], cancellationToken);
        var answer = await client.GetResponseAsync(messages);
        """)]
    [InlineData(
        """
        var lines = await File.ReadAllLinesAsync(text, cancellationToken);
        var context = string.Join("\n", lines.Where(line => line.Length > 0));
        var answer = await client.{|AISEC202:GetResponseAsync(context)|};
        """,
        """
        var lines = await File.ReadAllLinesAsync(text, cancellationToken);
        var context = string.Join("\n", lines.Where(line => line.Length > 0));
        await promptShield.EnsureSafeAsync("", documents: [context], cancellationToken);
        var answer = await client.GetResponseAsync(context);
        """)]
    public Task Documents(string body, string fixedBody) => Verify.VerifyFixAsync(Source(body), Source(fixedBody), "AISEC202.shield", set: SdkSet.Stubs, configure: Configure);

    [Theory]
    [InlineData("""var answer = await client.{|AISEC202:GetResponseAsync(await http.GetStringAsync("https://example.com/"))|};""")]
    public Task Nothing_is_offered_for_texts_without_a_name(string body) => Verify.VerifyNoFixAsync(Source(body), SdkSet.Stubs, Configure);

    /// <summary>In a tool, before it returns.</summary>
    [Fact]
    public Task Results_of_a_tool() => Verify.VerifyFixAsync(
        Tool("""
            var page = await reader.GetFieldValueAsync<string>(number, cancellationToken);
            return {|AISEC202:page.Trim()|};
            """),
        Tool("""
            var page = await reader.GetFieldValueAsync<string>(number, cancellationToken);
            await promptShield.EnsureSafeAsync("", documents: [page], cancellationToken);
            return page.Trim();
            """),
        "AISEC202.shield",
        set: SdkSet.Stubs,
        configure: Configure);

    private static string Tool([StringSyntax("C#-test")] string body) => $$"""
        using AiSecurity.Guards;
        using Microsoft.Extensions.AI;

        class Tools(System.Data.Common.DbDataReader reader, PromptShield promptShield)
        {
            public AITool Reader() => AIFunctionFactory.Create(ReadAsync);

            private async Task<string> ReadAsync(int number, CancellationToken cancellationToken)
            {
                {{body.Replace("\n", "\n        ", StringComparison.Ordinal)}}
            }
        }
        """;

    private static string Source([StringSyntax("C#-test")] string body) => ModelFixSource.Endpoint("using AiSecurity.Guards;\nusing Microsoft.Extensions.AI;\n", body)
        .Replace("Services s)", "IChatClient client, HttpClient http, PromptShield promptShield)", StringComparison.Ordinal);

    private static void Configure(Verify.Test test)
    {
        test.SetOption("ai_security.platform_guardrails", "user");
        test.AddSource(ModelFixSource.UsingsFile, ModelFixSource.Usings);
    }
}
