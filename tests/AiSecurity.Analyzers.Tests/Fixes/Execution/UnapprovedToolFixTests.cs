using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Execution.UnapprovedToolAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Execution.UnapprovedToolFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Execution;

/// <summary>AISEC303: the function asks first.</summary>
public class UnapprovedToolFixTests
{
    [Theory]
    [InlineData("object M() => [|AIFunctionFactory.Create(T)|]; /* one */", "object M() => new ApprovalRequiredAIFunction(AIFunctionFactory.Create(T)); /* one */")]
    [InlineData(
        "AIFunction[] M() => [ /* a */ [|AIFunctionFactory.Create(T)|], [|AIFunctionFactory.Create(T, name: \"b\")|]];",
        "AIFunction[] M() => [ /* a */ new ApprovalRequiredAIFunction(AIFunctionFactory.Create(T)), new ApprovalRequiredAIFunction(AIFunctionFactory.Create(T, name: \"b\"))];")]
    [InlineData("void M() { AIFunction f = [|AIFunctionFactory.Create(T)|]; }", "void M() { AIFunction f = new ApprovalRequiredAIFunction(AIFunctionFactory.Create(T)); }")]
    public Task Wrapped(string member, string fixedMember) => Verify.VerifyFixAsync(Class(member), Class(fixedMember), "AISEC303.approval", set: SdkSet.Stubs, configure: Configure);

    [Theory]
    [InlineData("[[|KernelFunction|]] public void K(string p) => T(p);")]
    [InlineData("object M() => [|McpServerTool.Create(T)|];")]
    public Task No_fix(string member) => Verify.VerifyNoFixAsync(Class(member), set: SdkSet.Stubs, configure: Configure);

    private static string Class(string member) => "class C { static void T(string p) => System.IO.File.Delete(p); " + member + " }";

    private static void Configure(Verify.Test test) => test.AddSource("/0/Usings.cs", "global using Microsoft.Extensions.AI; global using Microsoft.SemanticKernel; global using ModelContextProtocol.Server;");
}
