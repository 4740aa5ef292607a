using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using static AiSecurity.Analyzers.Tests.Rules.Execution.AgentSource;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.SandboxSettingAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC302: limits of what executes a model's code that the source switches off.</summary>
public class SandboxSettingAnalyzerTests
{
    [Theory]
    [InlineData("void M(SessionsPythonSettings s) => [|s.EnableDangerousFileUploads = true|];")]
    [InlineData("object M(Uri u) => new SessionsPythonSettings(\"\", u) { AllowedUploadDirectories = [[|\"/\"|]] };")]
    [InlineData("object M(Uri u) => new SessionsPythonSettings(\"\", u) { AllowedDownloadDirectories = new[] { \"/srv/answers\", [|\"C:\\\\\"|] } };")]
    [InlineData("object M(Uri u) => new SessionsPythonSettings(\"\", u) { AllowedUploadDirectories = new List<string> { [|\"/home\"|] } };")]
    [InlineData("object M() => new LocalCodeActProviderOptions { [|ValidationDisabled = true|] };")]
    [InlineData("object M() => new LocalShellExecutor(new() { [|AcknowledgeUnsafe = true|] });")]
    [InlineData("void M(LocalShellExecutorOptions o) => [|o.ConfineWorkingDirectory = false|];")]
    [InlineData("object M() => new LocalShellExecutorOptions { [|Policy = null|] };")]
    [InlineData("object M() => new LocalShellExecutorOptions { [|Timeout = null|] };")]
    [InlineData("object M() => new DockerShellExecutorOptions { [|MountReadonly = false|], [|ReadOnlyRoot = false|] };")]
    [InlineData("object M() => new DockerShellExecutorOptions { [|Network = \"host\"|] };")]
    [InlineData("object M() => new DockerShellExecutorOptions { [|Policy = default|], [|Timeout = null|] };")]
    [InlineData("object M(LocalShellExecutor s) => s.AsAIFunction([|requireApproval: false|]);")]
    [InlineData("object M(DockerShellExecutor s) => s.AsAIFunction(\"run\", null, [|false|]);")]
    [InlineData("const bool Ask = false; object M(ShellExecutor s) => s.AsAIFunction([|requireApproval: Ask|]);")]
    public Task Weakened(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("void M(SessionsPythonSettings s) => s.EnableDangerousFileUploads = false;")]
    [InlineData("void M(SessionsPythonSettings s, bool uploads) => s.EnableDangerousFileUploads = uploads;")]
    [InlineData("object M(Uri u) => new SessionsPythonSettings(\"\", u) { AllowedUploadDirectories = [\"/srv/uploads\"] };")]
    [InlineData("object M(Uri u, string directory) => new SessionsPythonSettings(\"\", u) { AllowedUploadDirectories = [directory] };")]
    [InlineData("object M() => new LocalShellExecutorOptions();")]
    [InlineData("object M(ShellPolicy p) => new LocalShellExecutorOptions { Policy = p, Timeout = TimeSpan.FromSeconds(5), ConfineWorkingDirectory = true };")]
    [InlineData("void M(LocalShellExecutorOptions o) { TimeSpan? limit = null; o.Timeout = limit; }")]
    [InlineData("object M() => new DockerShellExecutorOptions { Network = \"none\", MountReadonly = true };")]
    [InlineData("object M(string network) => new DockerShellExecutorOptions { Network = network };")]
    [InlineData("object M(LocalShellExecutor s) => s.AsAIFunction();")]
    [InlineData("object M(LocalShellExecutor s) => s.AsAIFunction(requireApproval: true);")]
    [InlineData("object M(LocalShellExecutor s, IConfiguration c) => s.AsAIFunction(requireApproval: c.GetValue<bool>(\"Ask\"));")]
    [InlineData("void M(LocalShellExecutorOptions o, IHostEnvironment e) { if (e.IsDevelopment()) o.AcknowledgeUnsafe = true; }")]
    [InlineData("class Own { public bool AcknowledgeUnsafe { get; set; } } void M(Own o) => o.AcknowledgeUnsafe = true;")]
    public Task Quiet(string member) => VerifyAsync(member);

    [Fact]
    public Task Test_projects() => VerifyAsync("void M(SessionsPythonSettings s) => s.EnableDangerousFileUploads = true;", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync("void M(LocalShellExecutorOptions o, Missing m) { [|o.AcknowledgeUnsafe = true|]; o.AcknowledgeUnsafe = ; m.AcknowledgeUnsafe = true; o.Timeout = m.Limit;", test => test.TolerateCompileErrors());

    private static Task VerifyAsync([StringSyntax("C#-test")] string member, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + Class(member), SdkSet.Stubs, configure);
}
