using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Options that say what the platform, a gateway or the host does already.</summary>
public class PlatformOptionTests
{
    private const string User = "await client.GetResponseAsync(text);";
    private const string UserReported = "await client.{|AISEC201:GetResponseAsync(text)|};";
    private const string Document = "await client.GetResponseAsync(await http.GetStringAsync(\"https://contoso.com/\"));";
    private const string DocumentReported = "await client.{|AISEC202:GetResponseAsync(await http.GetStringAsync(\"https://contoso.com/\"))|};";

    [Theory]
    [InlineData("platform_guardrails", "none", UserReported + DocumentReported)]
    [InlineData("platform_guardrails", "user", User + DocumentReported)]
    [InlineData("platform_guardrails", "all", User + Document)]
    [InlineData("platform_guardrails", "ALL", User + Document)]
    [InlineData("platform_guardrails", "most", UserReported + DocumentReported)]
    [InlineData("AISEC201.platform_guardrails", "user", User + DocumentReported)]
    [InlineData("AISEC201.platform_guardrails", "all", User + DocumentReported)]
    [InlineData("AISEC202.platform_guardrails", "user", UserReported + DocumentReported)]
    [InlineData("AISEC202.platform_guardrails", "all", UserReported + Document)]
    [InlineData("shielded_by", "none", UserReported + DocumentReported)]
    [InlineData("shielded_by", "gateway", User + Document)]
    [InlineData("AISEC201.shielded_by", "gateway", User + DocumentReported)]
    [InlineData("AISEC202.shielded_by", "gateway", UserReported + Document)]
    public Task Shields_elsewhere(string option, string value, string body) => VerifyAsync(body, (option, value));

    [Fact]
    public Task A_rule_of_its_own_option_goes_before_the_common_one() => VerifyAsync(UserReported + Document, ("platform_guardrails", "all"), ("AISEC201.platform_guardrails", "none"));

    [Theory]
    [InlineData("platform_guardrails", "all")]
    [InlineData("shielded_by", "gateway")]
    public Task Say_nothing_about_instructions_and_outputs(string option, string value) => VerifyAsync(
        """
        await client.GetResponseAsync([new ChatMessage(ChatRole.System, {|AISEC203:text|})]);
        var answer = await client.GetResponseAsync("Name a file.");
        File.Delete({|AISEC206:answer.Text|});
        System.Diagnostics.Process.Start({|AISEC301:answer.Text|});
        """,
        (option, value));

    [Fact]
    public Task Count_for_the_files_that_they_are_set_for() => FlowVerifier.VerifyAsync(
        Source(UserReported),
        configure: test =>
        {
            test.AddSource("/0/Guarded/Other.cs", Source(User).Replace("class App", "class Other"));
            test.SetEditorConfig("[Guarded/**.cs]\nai_security.platform_guardrails = user\n");
        });

    private static Task VerifyAsync(string body, params (string Key, string Value)[] options) => FlowVerifier.VerifyAsync(
        Source(body),
        configure: test =>
        {
            foreach (var (key, value) in options)
                test.SetOption("ai_security." + key, value);
        });

    private static string Source(string body) => Endpoint.Usings + $$"""
        public static class App
        {
            public static void Map(WebApplication app, HttpClient http) => app.MapPost("/chat", async (string text, IChatClient client) =>
            {
                {{body}}
            });
        }
        """;
}
