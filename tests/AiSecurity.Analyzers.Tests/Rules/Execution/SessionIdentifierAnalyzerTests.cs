using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.SessionIdentifierAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC308: identifiers of sessions.</summary>
public class SessionIdentifierAnalyzerTests
{
    private const string Usings = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.SemanticKernel.Plugins.Core.CodeInterpreter;

        """;

    [Theory]
    [InlineData("object M(Uri u) => new SessionsPythonSettings([|\"default-session\"|], u);")]
    [InlineData("const string Id = \"shared\"; object M(Uri u) => new SessionsPythonSettings(endpoint: u, sessionId: [|Id|]);")]
    [InlineData("void M(SessionsPythonSettings s) => s.SessionId = [|\"one\"|];")]
    [InlineData("object M(Uri u) { var name = \"a\"; return new SessionsPythonSettings([|$\"session-{name}\"|], u); }")]
    [InlineData("private int _next; object M(Uri u) => new SessionsPythonSettings([|$\"session-{_next++}\"|], u);")]
    [InlineData("static int _next; object M(Uri u) => new SessionsPythonSettings([|\"s\" + Interlocked.Increment(ref _next)|], u);")]
    [InlineData("object M(Uri u) => new SessionsPythonSettings([|DateTime.UtcNow.Ticks.ToString()|], u);")]
    [InlineData("object M(Uri u) => new SessionsPythonSettings([|$\"s-{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}\"|], u);")]
    [InlineData("object M(Uri u) => new SessionsPythonSettings([|Random.Shared.Next().ToString()|], u);")]
    [InlineData("object M(Uri u, bool test) => new SessionsPythonSettings([|test ? \"test\" : \"live\"|], u);")]
    public Task Known_to_others(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("[ApiController] public class Chat : ControllerBase { public object Run(string sessionId, Uri u) => new SessionsPythonSettings([|sessionId|], u); }")]
    [InlineData("public record Body(string SessionId, string Code); [ApiController] public class Chat : ControllerBase { public object Run([FromBody] Body body, Uri u) => new SessionsPythonSettings([|body.SessionId|], u); }")]
    [InlineData("public class Start { void M(WebApplication app, Uri u) => app.MapPost(\"/run\", (string id) => new SessionsPythonSettings([|id|], u).ToString()); }")]
    [InlineData("public class Start { object M(HttpRequest request, Uri u) => new SessionsPythonSettings([|request.Query[\"id\"].ToString()|], u); }")]
    [InlineData("public class Start { object M(HttpRequest request, Uri u) => new SessionsPythonSettings([|request.Headers[\"X-Session\"]!|], u); }")]
    [InlineData("[ApiController] public class Chat : ControllerBase { public object Run(string? id, Uri u) => new SessionsPythonSettings([|id ?? Guid.NewGuid().ToString(\"N\")|], u); }")]
    public Task Chosen_by_the_caller(string types) => Verify.VerifyAsync(Usings + types, SdkSet.Stubs);

    [Theory]
    [InlineData("static readonly string Id = Guid.NewGuid().ToString(\"N\"); object M(Uri u) => new SessionsPythonSettings([|Id|], u);")]
    [InlineData("static string Id { get; } = Guid.NewGuid().ToString(\"N\"); object M(Uri u) => new SessionsPythonSettings([|Id|], u);")]
    public Task Shared_by_all_users_of_a_server(string member) => VerifyAsync(member, test => test.SetOption("build_property.UsingMicrosoftNETSdkWeb", "true"));

    [Theory]
    [InlineData("Task M(HttpClient http, string pool, HttpContent code) => http.PostAsync($\"{pool}/code/execute?api-version=2024-02-02-preview&identifier={[|\"one\"|]}\", code);")]
    [InlineData("Task M(HttpClient http, string pool, HttpContent code) => http.PostAsync([|$\"{pool}/executions?identifier=shared&api-version=1\"|], code);")]
    [InlineData("const string Pool = \"https://westus2.dynamicsessions.io/subscriptions/x\"; int _n; Task M(HttpClient http, HttpContent code) => http.PostAsync(Pool + \"?identifier=\" + [|_n++|], code);")]
    public Task In_a_URL(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M(Uri u) => new SessionsPythonSettings(Guid.NewGuid().ToString(), u);")]
    [InlineData("object M(Uri u) { var id = $\"session-{Guid.NewGuid():N}\"; return new SessionsPythonSettings(id, u); }")]
    [InlineData("object M(Uri u) => new SessionsPythonSettings(Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)), u);")]
    [InlineData("object M(Uri u, string id) => new SessionsPythonSettings(id, u);")]
    [InlineData("object M(Uri u, string id) => new SessionsPythonSettings($\"chat-{id}\", u);")]
    [InlineData("object M(Uri u) => new SessionsPythonSettings($\"{Guid.NewGuid():N}\", u);")]
    [InlineData("object M(Uri u, Thread2 thread) => new SessionsPythonSettings(thread.Id, u); record Thread2(string Id);")]
    [InlineData("object M(Uri u, HttpContext context) => new SessionsPythonSettings(context.User.FindFirst(\"oid\")!.Value, u);")]
    [InlineData("static readonly Dictionary<string, string> Ids = []; object M(Uri u, string user) => new SessionsPythonSettings(Ids[user], u);")]
    [InlineData("static readonly string Id = Guid.NewGuid().ToString(\"N\"); object M(Uri u) => new SessionsPythonSettings(Id, u);")]
    [InlineData("object M(Uri u, string? id) => new SessionsPythonSettings(id ?? \"default\", u);")]
    [InlineData("Task M(HttpClient http, string pool, HttpContent code) => http.PostAsync($\"{pool}/code/execute?identifier={Guid.NewGuid():N}\", code);")]
    [InlineData("Task M(HttpClient http, HttpContent form) => http.PostAsync(\"https://shop.contoso.com/articles?identifier=shoe\", form);")]
    [InlineData("class SessionSettings(string sessionId) { public string Id => sessionId; } object M() => new SessionSettings(\"one\");")]
    public Task Quiet(string member) => VerifyAsync(member);

    [Fact]
    public Task Services_of_a_handler() => Verify.VerifyAsync(Usings + "public class Ids { public string Next() => \"\"; } public class Start { void M(WebApplication app, Uri u) => app.MapPost(\"/run\", ([FromServices] Ids ids) => new SessionsPythonSettings(ids.ToString()!, u).ToString()); }", SdkSet.Stubs);

    [Fact]
    public Task Test_projects() => VerifyAsync("object M(Uri u) => new SessionsPythonSettings(\"one\", u);", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync("object M(Uri u) => new SessionsPythonSettings([|\"one\"|], ; object N() => new SessionsPythonSettings(; void O(Missing m) => m.SessionId = \"one\";", test => test.TolerateCompileErrors());

    private static Task VerifyAsync([StringSyntax("C#-test")] string member, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + "class C\n{\n" + member + "\n}\n", SdkSet.Stubs, configure);
}
