using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Execution.OutputLimitAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Execution.OutputLimitFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Execution;

/// <summary>AISEC307: the limit.</summary>
public class OutputLimitFixTests
{
    private const string Agent = " System.Threading.Tasks.Task Agent(Microsoft.Agents.AI.AIAgent agent) => agent.RunAsync(\"hi\");";

    [Theory]
    [InlineData("void M() { var a = new [|ChatOptions|]() /* bare */; var b = new [|ChatOptions|] { }; }", "void M() { var a = new ChatOptions() { MaxOutputTokens = 4096 } /* bare */; var b = new ChatOptions { MaxOutputTokens = 4096 }; }")]
    [InlineData("void M() { ChatOptions a = [|new|](); var b = new [|ChatOptions|] { Temperature = 0 }; }", "void M() { ChatOptions a = new() { MaxOutputTokens = 4096 }; var b = new ChatOptions { Temperature = 0, MaxOutputTokens = 4096 }; }")]
    [InlineData("void M() { var a = new [|ChatOptions|]\n{\n    Temperature = 0, // exact\n}; }", "void M() { var a = new ChatOptions\n{\n    Temperature = 0, // exact\n    MaxOutputTokens = 4096,\n}; }")]
    public Task Added(string member, string fixedMember) => Verify.VerifyFixAsync(Class(member), Class(fixedMember), "AISEC307.limit");

    private static string Class(string member) => "using Microsoft.Extensions.AI; class C { " + member + Agent + " }";
}
