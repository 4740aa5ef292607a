using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC305: caps that are as good as none, and chats that never end.</summary>
public class IterationCapTests
{
    [Theory]
    [InlineData("object M() => chat.AsBuilder().UseFunctionInvocation(configure: f => [|f.MaximumIterationsPerRequest = int.MaxValue|]).Build();")]
    [InlineData("object M() => new FunctionInvokingChatClient(chat) { [|MaximumIterationsPerRequest = 1_000|] };")]
    [InlineData("const int Many = 5000; object M() => new FunctionInvokingChatClient(chat) { [|MaximumIterationsPerRequest = Many|] };")]
    [InlineData("object M() { var cap = int.MaxValue; return new HarnessAgentOptions { [|MaximumIterationsPerRequest = cap|] }; }")]
    [InlineData("object M() => new LoopAgentOptions { [|MaxIterations = 101|] };")]
    [InlineData("void M(GroupChatManager manager) => [|manager.MaximumIterationCount = int.MaxValue|];")]
    [InlineData("object M() => new Microsoft.SemanticKernel.Agents.Orchestration.GroupChat.RoundRobinGroupChatManager { [|MaximumInvocationCount = int.MaxValue|] };")]
    [InlineData("object M() => new Microsoft.SemanticKernel.Agents.Magentic.StandardMagenticManager { [|MaximumInvocationCount = 500|] };")]
    [InlineData("void M(Microsoft.SemanticKernel.Agents.Chat.TerminationStrategy s) => [|s.MaximumIterations = 1000|];")]
    [InlineData("object M(IAgent one, IAgent other) => one.InitiateChatAsync(other, \"hi\", [|maxRound: int.MaxValue|]);")]
    [InlineData("object M(IGroupChat group) => group.CallAsync(null, [|1000|]);")]
    public Task Removed_or_raised(string member) => LoopSource.VerifyAsync(member);

    [Theory]
    [InlineData("object M() => new FunctionInvokingChatClient(chat) { MaximumIterationsPerRequest = 8 };")]
    [InlineData("object M() => new FunctionInvokingChatClient(chat) { MaximumIterationsPerRequest = 100 };")]
    [InlineData("object M(int cap) => new FunctionInvokingChatClient(chat) { MaximumIterationsPerRequest = cap };")]
    [InlineData("object M(bool deep) => new FunctionInvokingChatClient(chat) { MaximumIterationsPerRequest = deep ? 1000 : 10 };")]
    [InlineData("object M() => new LoopAgentOptions { MaxIterations = null };")]
    [InlineData("object M(IAgent one, IAgent other) => one.InitiateChatAsync(other, \"hi\", maxRound: 10);")]
    [InlineData("object M(IAgent one, IAgent other) => one.InitiateChatAsync(other, \"hi\");")]
    [InlineData("class Own { public int MaximumIterationsPerRequest { get; set; } } object M() => new Own { MaximumIterationsPerRequest = int.MaxValue };")]
    public Task Quiet(string member) => LoopSource.VerifyAsync(member);

    [Theory]
    [InlineData("20", "[|f.MaximumIterationsPerRequest = 40|]")]
    [InlineData("5000", "f.MaximumIterationsPerRequest = 4000")]
    [InlineData("many", "[|f.MaximumIterationsPerRequest = 101|]")]
    public Task Option(string value, string assignment) => LoopSource.VerifyAsync($"void M(FunctionInvokingChatClient f) => {assignment};", test => test.SetOption("ai_security.max_iterations", value));

    [Theory]
    [InlineData("class Manager : Microsoft.SemanticKernel.Agents.Orchestration.GroupChat.GroupChatManager { public override ValueTask<Microsoft.SemanticKernel.Agents.Orchestration.GroupChat.GroupChatManagerResult<bool>> [|ShouldTerminate|](Microsoft.SemanticKernel.ChatCompletion.ChatHistory h, CancellationToken t = default) => ValueTask.FromResult(new Microsoft.SemanticKernel.Agents.Orchestration.GroupChat.GroupChatManagerResult<bool>(false) { Reason = \"never\" }); }")]
    [InlineData("abstract class Manager : GroupChatManager { protected override ValueTask<bool> [|ShouldTerminateAsync|](IReadOnlyList<ChatMessage> history, CancellationToken token = default) => new(false); }")]
    [InlineData("abstract class Manager : GroupChatManager { protected override ValueTask<bool> [|ShouldTerminateAsync|](IReadOnlyList<ChatMessage> history, CancellationToken token = default) { return ValueTask.FromResult(false); } }")]
    [InlineData("abstract class Manager : GroupChatManager { protected override async ValueTask<bool> [|ShouldTerminateAsync|](IReadOnlyList<ChatMessage> history, CancellationToken token = default) { await Task.Yield(); return false; } }")]
    public Task Chats_that_never_end(string member) => LoopSource.VerifyAsync(member);

    [Theory]
    [InlineData("abstract class Manager : GroupChatManager { protected override ValueTask<bool> ShouldTerminateAsync(IReadOnlyList<ChatMessage> history, CancellationToken token = default) => new(history.Count > 10); }")]
    [InlineData("abstract class Manager : GroupChatManager { protected override ValueTask<bool> ShouldTerminateAsync(IReadOnlyList<ChatMessage> history, CancellationToken token = default) => base.ShouldTerminateAsync(history, token); }")]
    [InlineData("abstract class Manager : GroupChatManager { protected override async ValueTask<bool> ShouldTerminateAsync(IReadOnlyList<ChatMessage> history, CancellationToken token = default) { if (history.Count == 0) return false; return await base.ShouldTerminateAsync(history, token); } }")]
    [InlineData("class Own { public virtual bool ShouldTerminate() => true; } class Other : Own { public override bool ShouldTerminate() => false; }")]
    public Task Chats_that_end(string member) => LoopSource.VerifyAsync(member);
}
