using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Execution.CallTimeoutAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Execution.CallTimeoutFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Execution;

/// <summary>AISEC306: the token.</summary>
public class CallTimeoutFixTests
{
    [Theory]
    [InlineData("Task M(IChatClient chat, CancellationToken token) => chat.[|GetResponseAsync|](\"hi\" /* text */);", "Task M(IChatClient chat, CancellationToken token) => chat.GetResponseAsync(\"hi\" /* text */, cancellationToken: token);")]
    [InlineData("async Task M(IChatClient chat, CancellationToken stop) { await chat.[|GetResponseAsync|](\"a\", new ChatOptions()); await chat.[|GetResponseAsync|](\"b\"); }", "async Task M(IChatClient chat, CancellationToken stop) { await chat.GetResponseAsync(\"a\", new ChatOptions(), cancellationToken: stop); await chat.GetResponseAsync(\"b\", cancellationToken: stop); }")]
    [InlineData("Func<IChatClient, CancellationToken, Task> M() => (chat, _) => chat.[|GetResponseAsync|](\"hi\");", "Func<IChatClient, CancellationToken, Task> M() => (chat, cancellationToken) => chat.GetResponseAsync(\"hi\", cancellationToken: cancellationToken);")]
    public Task Passed(string member, string fixedMember) => Verify.VerifyFixAsync(Class(member), Class(fixedMember), "AISEC306.token");

    [Theory]
    [InlineData("object M() => new OpenAI.OpenAIClientOptions { [|NetworkTimeout = Timeout.InfiniteTimeSpan|] };")]
    [InlineData("object M() => AIFunctionFactory.Create(() => System.Diagnostics.Process.Start(\"tool\")!.[|WaitForExit|]());")]
    [InlineData("Func<IChatClient, CancellationToken, Task> M(string cancellationToken) => (chat, _) => chat.[|GetResponseAsync|](cancellationToken);")]
    public Task No_fix(string member) => Verify.VerifyNoFixAsync(Class(member));

    private static string Class(string member) => "using Microsoft.Extensions.AI; class C { " + member + " }";
}
