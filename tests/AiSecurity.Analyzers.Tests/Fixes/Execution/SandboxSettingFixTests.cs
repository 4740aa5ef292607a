using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Execution.SandboxSettingAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Execution.SandboxSettingFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Execution;

/// <summary>AISEC302: the safe value.</summary>
public class SandboxSettingFixTests
{
    [Theory]
    [InlineData("void M(SessionsPythonSettings s) => [|s.EnableDangerousFileUploads = true|];", "void M(SessionsPythonSettings s) => s.EnableDangerousFileUploads = false;")]
    [InlineData("object M() => new LocalShellExecutorOptions { [|ConfineWorkingDirectory = false|], /* no end */ [|Timeout = null|] };", "object M() => new LocalShellExecutorOptions { ConfineWorkingDirectory = true, /* no end */ Timeout = TimeSpan.FromSeconds(30) };")]
    [InlineData("object M() => new DockerShellExecutorOptions { [|Network = \"host\"|] };", "object M() => new DockerShellExecutorOptions { Network = \"none\" };")]
    [InlineData("object M(LocalShellExecutor s) => s.AsAIFunction([|requireApproval: false|]);", "object M(LocalShellExecutor s) => s.AsAIFunction(requireApproval: true);")]
    [InlineData("object M(LocalShellExecutor s) => s.AsAIFunction(\"run\", null, [|false|]);", "object M(LocalShellExecutor s) => s.AsAIFunction(\"run\", null, true);")]
    public Task Safe_value(string member, string fixedMember) => FixAsync(Class(member), Class(fixedMember));

    [Theory]
    [InlineData("object M() => new LocalShellExecutorOptions { [|Policy = null|] };")]
    [InlineData("object M(SessionsPythonSettings s) => s.AllowedUploadDirectories = [[|\"/\"|]];")]
    [InlineData("const bool Ask = false; object M(LocalShellExecutor s) => s.AsAIFunction([|requireApproval: Ask|]);")]
    public Task No_fix(string member) => Verify.VerifyNoFixAsync(Class(member), set: SdkSet.Stubs, configure: Configure);

    private static string Class(string member) => "class C { " + member + " }";

    private static Task FixAsync([StringSyntax("C#-test")] string source, [StringSyntax("C#-test")] string fixedSource) =>
        Verify.VerifyFixAsync(source, fixedSource, "AISEC302.limit", set: SdkSet.Stubs, configure: Configure);

    private static void Configure(Verify.Test test) => test.AddSource("/0/Usings.cs", "global using Microsoft.Agents.AI.Tools.Shell; global using Microsoft.SemanticKernel.Plugins.Core.CodeInterpreter;");
}
