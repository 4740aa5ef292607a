using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Rules.Execution;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Execution.AgentLoopAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Execution.UnboundedLoopFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Execution;

/// <summary>AISEC305: a counter, or a smaller number.</summary>
public class UnboundedLoopFixTests
{
    [Theory]
    [InlineData("object M() => new FunctionInvokingChatClient(chat) { [|MaximumIterationsPerRequest = int.MaxValue|] };", "object M() => new FunctionInvokingChatClient(chat) { MaximumIterationsPerRequest = 40 };")]
    [InlineData("object M() => new LoopAgentOptions { [|MaxIterations = 1_000|] /* many */ };", "object M() => new LoopAgentOptions { MaxIterations = 10 /* many */ };")]
    [InlineData("object M(IAgent one, IAgent other) => one.InitiateChatAsync(other, \"hi\", [|maxRound: int.MaxValue|]);", "object M(IAgent one, IAgent other) => one.InitiateChatAsync(other, \"hi\", maxRound: 10);")]
    [InlineData("object M(IGroupChat one, IGroupChat other) => new[] { one.CallAsync(null, [|1000|]), other.CallAsync(null, [|2000|]) };", "object M(IGroupChat one, IGroupChat other) => new[] { one.CallAsync(null, 10), other.CallAsync(null, 10) };")]
    public Task Caps(string member, string fixedMember) => FixAsync(member, fixedMember);

    [Fact]
    public Task Loop_with_a_way_out() => FixAsync(
        """
            async Task M()
            {
                // Until it is done.
                [|while|] (true) // asks
                {
                    var r = await chat.GetResponseAsync(history);
                    if (r.Text == "DONE") break;
                }
            }
        """,
        """
            async Task M()
            {
                // Until it is done.
                for (var round = 0; round < 25; round++) // asks
                {
                    var r = await chat.GetResponseAsync(history);
                    if (r.Text == "DONE") break;
                }
            }
        """);

    [Fact]
    public Task Loop_with_a_condition() => FixAsync(
        """
            async Task M(int round)
            {
                var done = false;
                [|while|] (!done)
                {
                    done = (await chat.GetResponseAsync(history)).Text == "DONE";
                }
            }
        """,
        """
            async Task M(int round)
            {
                var done = false;
                for (var round2 = 0; round2 < 25 && !done; round2++)
                {
                    done = (await chat.GetResponseAsync(history)).Text == "DONE";
                }
            }
        """);

    /// <summary>What follows needs a run that has ended.</summary>
    [Fact]
    public Task Wait_for_a_run() => FixAsync(
        """
            async Task<string> M(AgentSession session)
            {
                var r = await agent.RunAsync("a", session);
                [|while|] (r.ContinuationToken is { } token)
                {
                    await Task.Delay(500);
                    r = await agent.RunAsync(session, new AgentRunOptions { ContinuationToken = token });
                }

                return r.Text;
            }
        """,
        """
            async Task<string> M(AgentSession session)
            {
                var r = await agent.RunAsync("a", session);
                for (var round = 0; r.ContinuationToken is { } token; round++)
                {
                    if (round == 100) throw new TimeoutException("The model's run did not come to an end.");
                    await Task.Delay(500);
                    r = await agent.RunAsync(session, new AgentRunOptions { ContinuationToken = token });
                }

                return r.Text;
            }
        """);

    [Fact]
    public Task Loop_that_nothing_follows() => FixAsync(
        """
            async Task<string> M()
            {
                [|for|] (;;)
                {
                    var r = await chat.GetResponseAsync(history);
                    if (r.FinishReason == ChatFinishReason.Stop) return r.Text;
                }
            }
        """,
        """
            async Task<string> M()
            {
                for (var round = 0; ; round++)
                {
                    if (round == 25) throw new InvalidOperationException("The model did not come to an end.");
                    var r = await chat.GetResponseAsync(history);
                    if (r.FinishReason == ChatFinishReason.Stop) return r.Text;
                }
            }
        """);

    [Theory]
    [InlineData("const int Many = 5000; object M() => new FunctionInvokingChatClient(chat) { [|MaximumIterationsPerRequest = Many|] };")]
    [InlineData("async Task<string> M() { var r = await chat.GetResponseAsync(history); return r.FinishReason == ChatFinishReason.ToolCalls ? await [|M|]() : r.Text; }")]
    [InlineData("async Task M() { string text; [|while|] (true) { text = (await chat.GetResponseAsync(history)).Text; if (text == \"DONE\") break; } Console.WriteLine(text); }")]
    public Task No_fix(string member) => Verify.VerifyNoFixAsync(LoopSource.Class(member), set: SdkSet.Stubs);

    private static Task FixAsync([StringSyntax("C#-test")] string member, [StringSyntax("C#-test")] string fixedMember) =>
        Verify.VerifyFixAsync(LoopSource.Class(member), LoopSource.Class(fixedMember), "AISEC305.limit", set: SdkSet.Stubs);
}
