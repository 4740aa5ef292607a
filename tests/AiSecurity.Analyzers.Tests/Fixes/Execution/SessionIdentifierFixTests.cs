using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Execution.SessionIdentifierAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Execution.SessionIdentifierFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Execution;

/// <summary>AISEC308: a new identifier.</summary>
public class SessionIdentifierFixTests
{
    [Theory]
    [InlineData("object M(Uri u) => new SessionsPythonSettings(/* id */ [|\"one\"|], u);", "object M(Uri u) => new SessionsPythonSettings(/* id */ Guid.NewGuid().ToString(\"N\"), u);")]
    [InlineData("void M(SessionsPythonSettings s, SessionsPythonSettings t) { s.SessionId = [|\"one\"|]; t.SessionId = [|\"two\"|]; }", "void M(SessionsPythonSettings s, SessionsPythonSettings t) { s.SessionId = Guid.NewGuid().ToString(\"N\"); t.SessionId = Guid.NewGuid().ToString(\"N\"); }")]
    [InlineData("Task M(HttpClient http, string pool, HttpContent code) => http.PostAsync($\"{pool}/executions?identifier={[|DateTime.UtcNow.Ticks|]}\", code);", "Task M(HttpClient http, string pool, HttpContent code) => http.PostAsync($\"{pool}/executions?identifier={Guid.NewGuid():N}\", code);")]
    public Task New_guid(string member, string fixedMember) => Verify.VerifyFixAsync(Class(member), Class(fixedMember), "AISEC308.guid", set: SdkSet.Stubs);

    [Fact]
    public Task No_fix_for_a_URL_that_is_written_out() => Verify.VerifyNoFixAsync(Class("Task M(HttpClient http, string pool, HttpContent code) => http.PostAsync([|$\"{pool}/executions?identifier=shared\"|], code);"), set: SdkSet.Stubs);

    private static string Class(string member) => "using Microsoft.SemanticKernel.Plugins.Core.CodeInterpreter; class C { " + member + " }";
}
