using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.UnapprovedToolAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC303: functions that a helper of the type makes tools of.</summary>
public class HelperToolTests
{
    [Theory]
    [InlineData("object M() => [|Plain(Remove)|]; static AIFunction Plain(Delegate method) => AIFunctionFactory.Create(method);")]
    [InlineData("object M() => [|this.Plain(Remove)|]; AIFunction Plain(Delegate method) { return AIFunctionFactory.Create(method, \"tool\"); }")]
    [InlineData("object M() => [|Named(\"remove\", (string path) => File.Delete(path))|]; static AITool Named(string name, Delegate method) => AIFunctionFactory.Create(method, name);")]
    [InlineData("object M() => [|Typed(Remove)|]; static AITool Typed(Action<string> method) => AIFunctionFactory.Create(method);")]
    [InlineData("object M() => [|Outer(Remove)|]; static AITool Outer(Delegate method) => Plain(method); static AIFunction Plain(Delegate made) => AIFunctionFactory.Create(made);")]
    [InlineData("object M() => new List<AITool> { Plain(Read), [|Plain(Remove)|] }; static AIFunction Plain(Delegate method) => AIFunctionFactory.Create(method);")]
    [InlineData("readonly List<AITool> tools = []; void M() { Add(Read); [|Add(Remove)|]; } void Add(Delegate method) => tools.Add(AIFunctionFactory.Create(method));")]
    public Task Are_reported_where_they_are_given(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("object M() => Plain(Read); static AIFunction Plain(Delegate method) => AIFunctionFactory.Create(method);")]
    [InlineData("object M() => Guard(Remove); static AITool Guard(Delegate method) => new ApprovalRequiredAIFunction(AIFunctionFactory.Create(method));")]
    [InlineData("object M() => Guard(Remove); static AITool Guard(Delegate method) => new ApprovalRequiredAIFunction(Plain(method)); static AIFunction Plain(Delegate method) => AIFunctionFactory.Create(method);")]
    [InlineData("object M() => new ApprovalRequiredAIFunction(Plain(Remove)); static AIFunction Plain(Delegate method) => AIFunctionFactory.Create(method);")]
    [InlineData("static AIFunction Plain(Delegate method) => AIFunctionFactory.Create(method);")]
    [InlineData("object M() => Plain(Remove); static AIFunction Plain(Delegate method) => AIFunctionFactory.Create(Other); static string Other() => \"\"; ")]
    [InlineData("object M() => Loop(Read, 3); static AIFunction Loop(Delegate method, int depth) => depth == 0 ? AIFunctionFactory.Create(method) : Loop(method, depth - 1);")]
    public Task Are_silent(string members) => VerifyAsync(members);

    /// <summary>A wrapper that is made, and left out of the list.</summary>
    [Theory]
    [InlineData("object M() { var remove = [|AIFunctionFactory.Create(Remove)|]; var guarded = new ApprovalRequiredAIFunction(remove); IList<AITool> tools = [AIFunctionFactory.Create(Read), remove]; return (tools, guarded); }")]
    [InlineData("object M() { var remove = [|AIFunctionFactory.Create(Remove)|]; var guarded = new ApprovalRequiredAIFunction(remove); return (new List<AITool> { remove }, guarded); }")]
    [InlineData("object M() { var remove = AIFunctionFactory.Create(Remove); var guarded = new ApprovalRequiredAIFunction(remove); IList<AITool> tools = [AIFunctionFactory.Create(Read), guarded]; return tools; }")]
    [InlineData("object M() { var remove = AIFunctionFactory.Create(Remove); return new List<AITool> { new ApprovalRequiredAIFunction(remove) }; }")]
    [InlineData("object M() { var remove = AIFunctionFactory.Create(Remove); var tools = new List<AIFunction> { remove }; return tools.Select(tool => new ApprovalRequiredAIFunction(tool)).ToList(); }")]
    public Task Lists(string members) => VerifyAsync(members);

    private static Task VerifyAsync(string members) => Verify.VerifyAsync($$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using Microsoft.Extensions.AI;
        class Tools
        {
            static void Remove(string path) => File.Delete(path);
            static string Read(string path) => File.ReadAllText(path);
            {{members}}
        }
        """);
}
