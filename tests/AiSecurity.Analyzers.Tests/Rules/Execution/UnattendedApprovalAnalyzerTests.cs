using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using static AiSecurity.Analyzers.Tests.Rules.Execution.AgentSource;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.UnattendedApprovalAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC304: tools whose every call the program approves itself.</summary>
public class UnattendedApprovalAnalyzerTests
{
    [Theory]
    [InlineData("object M(Uri u) => new HostedMcpServerTool(\"t\", u) { [|ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire|] };")]
    [InlineData("object M(Uri u) => new HostedMcpServerTool(\"t\", u) { AllowedTools = [\"docs_search\", \"update_page\"], [|ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire|] };")]
    [InlineData("object M(Uri u, string other) => new HostedMcpServerTool(\"t\", u) { AllowedTools = [\"docs_search\", other], [|ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire|] };")]
    [InlineData("object M(Uri u, List<string> all) => new HostedMcpServerTool(\"t\", u) { AllowedTools = [\"docs_search\", .. all], [|ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire|] };")]
    [InlineData("object M(Uri u) => new HostedMcpServerTool(\"t\", u) { AllowedTools = [\"deploy\"], [|ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire|] };")]
    [InlineData("object M(Uri u) => new HostedMcpServerTool(\"t\", u) { AllowedTools = [], [|ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire|] };")]
    [InlineData("object M(Uri u) => new HostedMcpServerTool(\"search\", u) { ServerDescription = \"docs_search\", [|ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire|] };")]
    [InlineData("void M(HostedMcpServerTool t) => [|t.ApprovalMode = new HostedMcpServerToolNeverRequireApprovalMode()|];")]
    [InlineData("void M(HostedMcpServerTool t) { var mode = HostedMcpServerToolApprovalMode.NeverRequire; [|t.ApprovalMode = mode|]; }")]
    [InlineData("object M(Uri u) => ResponseTool.CreateMcpTool(\"t\", u, [|toolCallApprovalPolicy: new McpToolCallApprovalPolicy(DefaultMcpToolCallApprovalPolicy.NeverRequireApproval)|]);")]
    [InlineData("object M(Uri u) => ResponseTool.CreateMcpTool(\"t\", u, [|toolCallApprovalPolicy: DefaultMcpToolCallApprovalPolicy.NeverRequireApproval|]);")]
    [InlineData("object M(Uri u) => new McpTool(\"t\", u) { [|ToolCallApprovalPolicy = new McpToolCallApprovalPolicy(DefaultMcpToolCallApprovalPolicy.NeverRequireApproval)|] };")]
    [InlineData("object M() => new MCPToolResource(\"t\") { [|RequireApproval = new MCPApproval(\"never\")|] };")]
    [InlineData("object M() => new ChatClientAgentOptions { [|DisableApprovalResponseBinding = true|] };")]
    [InlineData("object M() => new AgentSkillsProviderOptions { [|DisableRunSkillScriptApproval = true|] };")]
    [InlineData("object M() => new FileAccessProviderOptions { [|DisableWriteToolApproval = true|] };")]
    [InlineData("object M() => new HarnessAgentOptions { [|DisableApprovalResponseBinding = true|] };")]
    public Task Settings(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M() => new ToolApprovalAgentOptions { AutoApprovalRules = [[|ToolApprovalAgent.AllToolsAutoApprovalRule|]] };")]
    [InlineData("object M() => new ToolApprovalAgentOptions { AutoApprovalRules = new[] { AgentSkillsProvider.ReadOnlyToolsAutoApprovalRule, [|FileAccessProvider.AllToolsAutoApprovalRule|] } };")]
    [InlineData("object M() => new ToolApprovalAgentOptions { AutoApprovalRules = [[|_ => ValueTask.FromResult(true)|]] };")]
    [InlineData("object M() => new ToolApprovalAgentOptions { AutoApprovalRules = [[|c => { Console.WriteLine(c); return new ValueTask<bool>(true); }|]] };")]
    [InlineData("object M() => new ToolApprovalAgentOptions { AutoApprovalRules = [[|async c => { await Task.Yield(); return true; }|]] };")]
    [InlineData("object M() => new ToolApprovalAgentOptions { AutoApprovalRules = [[|All|]] }; static ValueTask<bool> All(ToolAutoApprovalRuleContext c) => new(true);")]
    public Task Rules(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("AIContent M(ToolApprovalRequestContent r) => r.CreateResponse([|true|]);")]
    [InlineData("AIContent M(ToolApprovalRequestContent r) => r.CreateResponse([|approved: true|], \"fine\");")]
    [InlineData("object M(ToolCallContent c) => new ToolApprovalResponseContent(\"1\", [|true|], c);")]
    [InlineData("object M(AIContent c) { if (c is ToolApprovalRequestContent r) { return r.CreateResponse([|true|]); } return null; }")]
    [InlineData("object M(ChatResponse a) { foreach (var c in a.Messages.SelectMany(m => m.Contents)) { switch (c) { case ToolApprovalRequestContent r: return r.CreateResponse([|true|]); } } return null; }")]
    [InlineData("object M(AIContent c) => c switch { ToolApprovalRequestContent r => r.CreateResponse([|true|]), _ => null };")]
    [InlineData("object M(List<ToolApprovalRequestContent> all) { if (all.Count == 0) return null; return all.ConvertAll(r => r.CreateResponse([|true|])); }")]
    [InlineData("interface IScreen { Task<bool> HasAttackAsync(string t); } async Task<object> M(IScreen screen, string text, List<ToolApprovalRequestContent> all) { if (await screen.HasAttackAsync(text)) return null; return all.ConvertAll(r => r.CreateResponse([|true|])); }")]
    [InlineData("object M(string text, List<ToolApprovalRequestContent> all) { if (string.IsNullOrWhiteSpace(text) || all.Count == 0) return null; return all.ConvertAll(r => r.CreateResponse([|true|])); }")]
    [InlineData("object M() => ResponseItem.CreateMcpApprovalResponseItem(\"1\", [|true|]);")]
    [InlineData("object M() => new McpToolCallApprovalResponseItem(\"1\", [|true|]);")]
    [InlineData("object M(SubmitToolApprovalAction a) => a.SubmitToolApproval.Select(c => new ToolApproval(c.Id, [|true|])).ToList();")]
    [InlineData("void M(ThreadRun run, List<ToolApproval> all) { if (run.Status == RunStatus.RequiresAction && run.RequiredAction is SubmitToolApprovalAction a) { foreach (var call in a.SubmitToolApproval) { if (call is RequiredMcpToolCall mcp) { Console.WriteLine($\"Approving {mcp.Name}\"); all.Add(new ToolApproval(mcp.Id, [|approve: true|]) { Headers = { [\"a\"] = \"b\" } }); } } } }")]
    public Task Responses(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M(Uri u) => new HostedMcpServerTool(\"t\", u) { AllowedTools = [\"microsoft_docs_search\"], ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire };")]
    [InlineData("object M(Uri u) => new HostedMcpServerTool(\"t\", u) { ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire, AllowedTools = new[] { \"list_branches\", \"getIssue\" } };")]
    [InlineData("const string Search = \"search\"; object M(Uri u) => new HostedMcpServerTool(\"t\", u) { AllowedTools = new List<string> { Search, \"read-wiki.structure\" }, ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire };")]
    [InlineData("interface IScreen { Task<bool> HasAttackAsync(string t); } async Task<object> M(IScreen screen, ToolApprovalRequestContent r) { if (await screen.HasAttackAsync(r.ToString())) return null; return r.CreateResponse(true); }")]
    [InlineData("object M(bool isTrusted, List<ToolApprovalRequestContent> all) { if (!isTrusted) return null; return all.ConvertAll(r => r.CreateResponse(true)); }")]
    [InlineData("object M(Uri u) => new HostedMcpServerTool(\"t\", u);")]
    [InlineData("void M(HostedMcpServerTool t) => t.ApprovalMode = HostedMcpServerToolApprovalMode.AlwaysRequire;")]
    [InlineData("void M(HostedMcpServerTool t) => t.ApprovalMode = HostedMcpServerToolApprovalMode.RequireSpecific(null, [\"search\"]);")]
    [InlineData("void M(HostedMcpServerTool t, bool ask) => t.ApprovalMode = ask ? HostedMcpServerToolApprovalMode.AlwaysRequire : HostedMcpServerToolApprovalMode.NeverRequire;")]
    [InlineData("void M(HostedMcpServerTool t, HostedMcpServerToolApprovalMode m) => t.ApprovalMode = m;")]
    [InlineData("object M(Uri u) => ResponseTool.CreateMcpTool(\"t\", u, toolCallApprovalPolicy: new McpToolCallApprovalPolicy(DefaultMcpToolCallApprovalPolicy.AlwaysRequireApproval));")]
    [InlineData("object M() => new MCPToolResource(\"t\") { RequireApproval = new MCPApproval(\"always\") };")]
    [InlineData("object M() => new ToolApprovalAgentOptions { AutoApprovalRules = [AgentSkillsProvider.ReadOnlyToolsAutoApprovalRule] };")]
    [InlineData("object M() => new ToolApprovalAgentOptions { AutoApprovalRules = [c => new ValueTask<bool>(c.ToString() == \"search\")] };")]
    [InlineData("object M() => new ToolApprovalAgentOptions { AutoApprovalRules = [c => { if (c is null) return new ValueTask<bool>(false); return new ValueTask<bool>(true); }] };")]
    [InlineData("object M() => new ChatClientAgentOptions { DisableApprovalNotRequiredFunctionBypassing = true };")]
    [InlineData("object M() => new AgentSkillsProviderOptions { DisableRunSkillScriptApproval = false };")]
    [InlineData("object M(IConfiguration s) => new AgentSkillsProviderOptions { DisableRunSkillScriptApproval = s.GetValue<bool>(\"Auto\") };")]
    [InlineData("class Own { public object ApprovalMode { get; set; } } void M(Own o) => o.ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire;")]
    public Task Quiet(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M(ToolApprovalRequestContent r) => r.CreateResponse(false);")]
    [InlineData("object M(RequiredToolCall c) => new ToolApproval(c.Id, Console.ReadLine() == \"y\");")]
    [InlineData("object M(RequiredMcpToolCall c) => c.Name == \"search\" ? new ToolApproval(c.Id, true) : new ToolApproval(c.Id, false);")]
    [InlineData("object M(ToolApprovalRequestContent r, bool answer) => r.CreateResponse(answer);")]
    [InlineData("object M(ToolApprovalRequestContent r) => r.CreateResponse(Console.ReadLine() == \"y\");")]
    [InlineData("object M(ToolApprovalRequestContent r) { if (Console.ReadLine() == \"y\") return r.CreateResponse(true); return r.CreateResponse(false); }")]
    [InlineData("object M(ToolApprovalRequestContent r) { if (Console.ReadLine() != \"y\") return r.CreateResponse(false); return r.CreateResponse(true); }")]
    [InlineData("object M(ToolApprovalRequestContent r) { Console.WriteLine(\"Any key\"); Console.ReadKey(); return r.CreateResponse(true); }")]
    [InlineData("object M(ToolApprovalRequestContent r, string choice) => choice switch { \"no\" => r.CreateResponse(false), _ => r.CreateResponse(true) };")]
    [InlineData("object ApproveAsync(ToolApprovalRequestContent r) => r.CreateResponse(true);")]
    [InlineData("event Action Pressed; void M(ToolApprovalRequestContent r) => Pressed += () => r.CreateResponse(true);")]
    public Task Decided(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("void M(HostedMcpServerTool t, IHostEnvironment e) { if (e.IsDevelopment()) t.ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire; }")]
    [InlineData("void M(HostedMcpServerTool t, IConfiguration s) { if (s[\"Auto\"] == \"true\") t.ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire; }")]
    public Task Guarded(string member) => VerifyAsync(member);

    [Fact]
    public Task Older_OpenAI() => Verify.VerifyAsync(
        "using OpenAI.Responses; class C { object M(Uri u) => ResponseTool.CreateMcpTool(\"t\", u, [|toolCallApprovalPolicy: new McpToolCallApprovalPolicy(GlobalMcpToolCallApprovalPolicy.NeverRequireApproval)|]); }", SdkSet.OpenAI_2_10);

    [Fact]
    public Task Test_projects() => VerifyAsync("void M(HostedMcpServerTool t) => t.ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire;", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Types_that_do_not_bind() => VerifyAsync("void M(McpTool t) { [|t.ToolCallApprovalPolicy = new McpToolCallApprovalPolicy(MissingPolicy.NeverRequireApproval)|]; t.ToolCallApprovalPolicy = new McpToolCallApprovalPolicy(MissingPolicy.AlwaysRequireApproval); }", test => test.TolerateCompileErrors());

    [Fact]
    public Task Broken_code() => VerifyAsync("void M(HostedMcpServerTool t, Missing m) { [|t.ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire|]; t.ApprovalMode = ; m.ApprovalMode = HostedMcpServerToolApprovalMode.NeverRequire; t.ApprovalMode = m.Mode;", test => test.TolerateCompileErrors());

    private static Task VerifyAsync([StringSyntax("C#-test")] string member, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + Class(member), SdkSet.Stubs, configure);
}
