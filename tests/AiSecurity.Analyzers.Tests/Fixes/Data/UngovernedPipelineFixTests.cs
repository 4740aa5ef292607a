using AiSecurity.Analyzers.Tests.Rules.Execution;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Data.UngovernedPipelineAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Data.UngovernedPipelineFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Data;

/// <summary>AISEC408: the policies of the organization.</summary>
public class UngovernedPipelineFixTests
{
    [Theory]
    [InlineData(
        "void M() { var client = raw.AsIChatClient().[|AsBuilder|]().UseOpenTelemetry().Build(); }",
        "void M() { var client = raw.AsIChatClient().AsBuilder().UseOpenTelemetry().WithPurview(credential, new PurviewSettings(\"TestProject\")).Build(); }")]
    [InlineData(
        "void M() { AIAgent agent = raw.AsIChatClient().[|AsAIAgent|](name: \"a\"); }",
        "void M() { AIAgent agent = raw.AsIChatClient().AsAIAgent(name: \"a\").AsBuilder().WithPurview(credential, new PurviewSettings(\"TestProject\")).Build(); }")]
    public Task Added(string member, string fixedMember) =>
        Verify.VerifyFixAsync(PipelineSource.Of(member), PipelineSource.Of(fixedMember), "AISEC408.purview", set: SdkSet.Stubs, configure: test => test.SetOption("ai_security.require_purview", "true"));

    [Fact]
    public Task None_without_the_package() => Verify.VerifyNoFixAsync(
        "using Microsoft.Agents.AI; using Microsoft.Extensions.AI; using OpenAI.Chat; class C { AIAgent M(ChatClient raw) => raw.AsIChatClient().[|AsAIAgent|](name: \"a\"); }",
        configure: test => test.SetOption("ai_security.require_purview", "true"));
}
