using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.AgentLoopAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>A class with a model, for the tests of AISEC305.</summary>
internal static class LoopSource
{
    public const string Usings = """
        using System.Diagnostics;
        using System.Net.WebSockets;
        using System.Threading.Channels;
        using Azure.AI.Agents.Persistent;
        using AutoGen.Core;
        using Microsoft.Agents.AI;
        using Microsoft.Agents.AI.Workflows;
        using Microsoft.Extensions.AI;
        using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

        """;

    public static string Class([StringSyntax("C#-test")] string members) => Usings + "class C(IChatClient chat, AIAgent agent, ThreadRuns runs, List<ChatMessage> history)\n{\n" + members + "\n}\n";

    public static Task VerifyAsync([StringSyntax("C#-test")] string members, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Class(members), SdkSet.Stubs, configure);

    /// <summary>What is reported is a wait for a run, and no conversation.</summary>
    public static Task VerifyWaitAsync([StringSyntax("C#-test")] string members)
    {
        var source = Class(members);
        var start = source.IndexOf("[|", StringComparison.Ordinal);
        var end = source.IndexOf("|]", StringComparison.Ordinal);
        var name = source[(start + 2)..end];
        return Verify.VerifyAsync(source.Remove(end, 2).Remove(start, 2).Insert(start, "{|#0:").Insert(start + 5 + name.Length, "|}"), SdkSet.Stubs, test =>
        {
            test.TolerateCompileErrors();
            test.ExpectedDiagnostics.Add(new DiagnosticResult("AISEC305", DiagnosticSeverity.Warning).WithLocation(0).WithArguments(name, "waits for a model's run however long it takes", "give it a deadline or a number of attempts"));
        });
    }
}
