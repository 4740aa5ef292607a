using AiSecurity.Analyzers.Tests.Rules.Execution;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Execution.UnmonitoredPipelineAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Execution.UnmonitoredPipelineFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Execution;

/// <summary>AISEC309: a step that traces what passes.</summary>
public class UnmonitoredPipelineFixTests
{
    [Theory]
    [InlineData("void M() => services.[|AddChatClient|](raw.AsIChatClient()) /* bare */;", "void M() => services.AddChatClient(raw.AsIChatClient()).UseOpenTelemetry() /* bare */;")]
    [InlineData("void M() { var client = raw.AsIChatClient().[|AsBuilder|]().UseFunctionInvocation().Build(); }", "void M() { var client = raw.AsIChatClient().AsBuilder().UseFunctionInvocation().UseOpenTelemetry().Build(); }")]
    [InlineData("void M() { var client = new [|ChatClientBuilder|](raw.AsIChatClient()).Build(); }", "void M() { var client = new ChatClientBuilder(raw.AsIChatClient()).UseOpenTelemetry().Build(); }")]
    [InlineData("void M() { var client = raw.AsIChatClient()\n        .[|AsBuilder|]()\n        .UseFunctionInvocation() // tools\n        .Build(); }", "void M() { var client = raw.AsIChatClient()\n        .AsBuilder()\n        .UseFunctionInvocation() // tools\n        .UseOpenTelemetry()\n        .Build(); }")]
    [InlineData("void M() { AIAgent agent = raw.AsIChatClient().AsAIAgent(name: \"a\").[|AsBuilder|]().Build(); }", "void M() { AIAgent agent = raw.AsIChatClient().AsAIAgent(name: \"a\").AsBuilder().UseOpenTelemetry().Build(); }")]
    [InlineData("void M() { AIAgent agent = raw.AsIChatClient().[|AsAIAgent|](name: \"a\"); }", "void M() { AIAgent agent = raw.AsIChatClient().AsAIAgent(name: \"a\").AsBuilder().UseOpenTelemetry().Build(); }")]
    [InlineData("void M() { AIAgent agent = new [|ChatClientAgent|](raw.AsIChatClient(), \"You help.\"); }", "void M() { AIAgent agent = new ChatClientAgent(raw.AsIChatClient(), \"You help.\").AsBuilder().UseOpenTelemetry().Build(); }")]
    [InlineData("void M() { var a = raw.AsIChatClient().[|AsBuilder|]().Build(); var b = raw.AsIChatClient().[|AsBuilder|]().Build(); }", "void M() { var a = raw.AsIChatClient().AsBuilder().UseOpenTelemetry().Build(); var b = raw.AsIChatClient().AsBuilder().UseOpenTelemetry().Build(); }")]
    public Task Added(string member, string fixedMember) => Verify.VerifyFixAsync(PipelineSource.Of(member), PipelineSource.Of(fixedMember), "AISEC309.telemetry", set: SdkSet.Stubs);

    [Theory]
    [InlineData("Kernel M() => Kernel.[|CreateBuilder|]().Build();")]
    [InlineData("void M() { ChatClientAgent agent = raw.AsIChatClient().[|AsAIAgent|](name: \"a\"); }")]
    [InlineData("async Task M(AIFunction tool) { try { await tool.InvokeAsync(new AIFunctionArguments()); } [|catch|] { } }")]
    public Task None_where_there_is_no_step_for_it(string member) => Verify.VerifyNoFixAsync(PipelineSource.Of(member), SdkSet.Stubs);
}
