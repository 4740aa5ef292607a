using AiSecurity.Analyzers.Tests.Rules.Execution;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Data.UngovernedPipelineAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Data;

/// <summary>AISEC408.</summary>
public class UngovernedPipelineAnalyzerTests
{
    private const string Option = "ai_security.require_purview";

    [Theory]
    [InlineData("IChatClient M() => raw.AsIChatClient().[|AsBuilder|]().UseOpenTelemetry().Build();")]
    [InlineData("void M() => services.[|AddChatClient|](raw.AsIChatClient()).UseLogging();")]
    [InlineData("AIAgent M() => raw.AsIChatClient().[|AsAIAgent|](name: \"a\");")]
    [InlineData("AIAgent M() => raw.AsIChatClient().AsAIAgent(name: \"a\").[|AsBuilder|]().UseOpenTelemetry().Build();")]
    [InlineData("AIAgent M() => new [|ChatClientAgent|](raw.AsIChatClient(), \"You help.\", loggerFactory: loggers);")]
    public Task Without_it(string members) => VerifyAsync(members, "true");

    [Theory]
    [InlineData("IChatClient M() => raw.AsIChatClient().AsBuilder().WithPurview(credential, new PurviewSettings(\"Contoso\")).Build();")]
    [InlineData("IChatClient M() => raw.AsIChatClient().AsBuilder().Use(PurviewExtensions.PurviewChatMiddleware(credential, new PurviewSettings(\"Contoso\"))).Build();")]
    [InlineData("AIAgent M() => raw.AsIChatClient().AsAIAgent(name: \"a\").AsBuilder().WithPurview(credential, new PurviewSettings(\"Contoso\")).Build();")]
    [InlineData("AIAgent M() => raw.AsIChatClient().AsBuilder().WithPurview(credential, new PurviewSettings(\"Contoso\")).Build().AsAIAgent(name: \"a\");")]
    [InlineData("AIAgent M() => Governed(raw.AsIChatClient().AsAIAgent(name: \"a\")); AIAgent Governed(AIAgent agent) => agent.AsBuilder().WithPurview(credential, new PurviewSettings(\"Contoso\")).Build();")]
    [InlineData("AIAgent M() => given.AsAIAgent(name: \"a\");")]
    [InlineData("Kernel M() => Kernel.CreateBuilder().Build();")]
    [InlineData("IChatClient M() => raw.AsIChatClient();")]
    public Task With_it_or_unknown(string members) => VerifyAsync(members, "true");

    [Theory]
    [InlineData("false")]
    [InlineData("yes")]
    [InlineData(null)]
    public Task Where_nobody_asks_for_it(string? value) => VerifyAsync("AIAgent M() => raw.AsIChatClient().AsAIAgent(name: \"a\");", value);

    [Fact]
    public Task Test_projects() => VerifyAsync("AIAgent M() => raw.AsIChatClient().AsAIAgent(name: \"a\");", "true", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync("object M(Missing m) => (m.AsAIAgent(), raw.AsIChatClient().AsBuilder().WithMissing(), raw.AsIChatClient().AsAIAgent(", "true", test => test.TolerateCompileErrors());

    private static Task VerifyAsync(string members, string? value, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(PipelineSource.Of(members), SdkSet.Stubs, test =>
    {
        if (value is not null)
            test.SetOption(Option, value);
        configure?.Invoke(test);
    });
}
