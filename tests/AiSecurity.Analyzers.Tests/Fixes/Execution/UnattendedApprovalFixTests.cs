using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Execution.UnattendedApprovalAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Execution.UnattendedApprovalFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Execution;

/// <summary>AISEC304: the safe value.</summary>
public class UnattendedApprovalFixTests
{
    [Theory]
    [InlineData("object M(Uri u) => new HostedMcpServerTool(\"t\", u) { [|ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire|] };", "object M(Uri u) => new HostedMcpServerTool(\"t\", u) { ApprovalMode = HostedMcpServerToolApprovalMode.AlwaysRequire };")]
    [InlineData("void M(HostedMcpServerTool t, HostedMcpServerTool o) { [|t.ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire|]; /* both */ [|o.ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire|]; }", "void M(HostedMcpServerTool t, HostedMcpServerTool o) { t.ApprovalMode = HostedMcpServerToolApprovalMode.AlwaysRequire; /* both */ o.ApprovalMode = HostedMcpServerToolApprovalMode.AlwaysRequire; }")]
    [InlineData("object M(Uri u) => ResponseTool.CreateMcpTool(\"t\", u, [|toolCallApprovalPolicy: new McpToolCallApprovalPolicy(DefaultMcpToolCallApprovalPolicy.NeverRequireApproval)|]);", "object M(Uri u) => ResponseTool.CreateMcpTool(\"t\", u, toolCallApprovalPolicy: new McpToolCallApprovalPolicy(DefaultMcpToolCallApprovalPolicy.AlwaysRequireApproval));")]
    [InlineData("object M() => new MCPToolResource(\"t\") { [|RequireApproval = new MCPApproval(\"never\")|] };", "object M() => new MCPToolResource(\"t\") { RequireApproval = new MCPApproval(\"always\") };")]
    [InlineData("object M() => new ToolApprovalAgentOptions { AutoApprovalRules = [[|FileAccessProvider.AllToolsAutoApprovalRule|]] };", "object M() => new ToolApprovalAgentOptions { AutoApprovalRules = [FileAccessProvider.ReadOnlyToolsAutoApprovalRule] };")]
    [InlineData("object M() => new ChatClientAgentOptions { [|DisableApprovalResponseBinding = true|] };", "object M() => new ChatClientAgentOptions { DisableApprovalResponseBinding = false };")]
    public Task Safe_value(string member, string fixedMember) => FixAsync(Class(member), Class(fixedMember));

    [Theory]
    [InlineData("object M(ToolApprovalRequestContent r) => r.CreateResponse([|true|]);")]
    [InlineData("object M() => new ToolApprovalAgentOptions { AutoApprovalRules = [[|_ => ValueTask.FromResult(true)|]] };")]
    [InlineData("object M() => new ToolApprovalAgentOptions { AutoApprovalRules = [[|ToolApprovalAgent.AllToolsAutoApprovalRule|]] };")]
    [InlineData("void M(HostedMcpServerTool t) { var mode = HostedMcpServerToolApprovalMode.NeverRequire; [|t.ApprovalMode = mode|]; }")]
    public Task No_fix(string member) => Verify.VerifyNoFixAsync(Class(member), set: SdkSet.Stubs, configure: Configure);

    private static string Class(string member) => "class C { " + member + " }";

    private static Task FixAsync([StringSyntax("C#-test")] string source, [StringSyntax("C#-test")] string fixedSource) =>
        Verify.VerifyFixAsync(source, fixedSource, "AISEC304.approval", set: SdkSet.Stubs, configure: Configure);

    private static void Configure(Verify.Test test) => test.AddSource("/0/Usings.cs", "global using Azure.AI.Agents.Persistent; global using Microsoft.Agents.AI; global using Microsoft.Extensions.AI; global using OpenAI.Responses;");
}
