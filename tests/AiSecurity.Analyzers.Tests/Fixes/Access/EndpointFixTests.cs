using AiSecurity.Analyzers.Tests.Rules.Access.Endpoints;
using AiSecurity.Analyzers.Tests.Verification;
using static AiSecurity.Analyzers.Tests.Rules.Access.Endpoints.EndpointSource;
using Authorization = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.EndpointAuthorizationAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.EndpointAuthorizationFix>;
using Limit = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Access.EndpointLimitAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Access.EndpointLimitFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Access;

/// <summary>AISEC109 and AISEC112: conventions and attributes.</summary>
public class EndpointFixTests
{
    private const string Web = "using Microsoft.AspNetCore.Builder;\nusing Microsoft.AspNetCore.Mvc;\nusing Microsoft.Extensions.AI;\n";

    private static Task AuthorizeAsync(string source, string fixedSource, SdkSet set = SdkSet.Stubs) => Authorization.VerifyFixAsync(
        source, fixedSource, "AISEC109.authorize", set: set);

    private static Task LimitAsync(string source, string fixedSource) => Limit.VerifyFixAsync(
        source, fixedSource, "AISEC112.limit", set: SdkSet.Stubs);

    private static string App(string statements) => Web + "var app = WebApplication.CreateBuilder(args).Build();\n" + statements.Replace("ASK", Ask, StringComparison.Ordinal) + "\napp.Run();\n";

    [Theory]
    [InlineData("app.[|MapPost|](\"/chat\", ASK); // chat", "app.MapPost(\"/chat\", ASK).RequireAuthorization(); // chat")]
    [InlineData("app.[|MapPost|](\"/chat\", ASK).WithName(\"chat\");", "app.MapPost(\"/chat\", ASK).WithName(\"chat\").RequireAuthorization();")]
    [InlineData("app.[|MapPost|](\"/chat\", ASK)\n    .WithName(\"chat\")\n    .WithDisplayName(\"t\");", "app.MapPost(\"/chat\", ASK)\n    .WithName(\"chat\")\n    .WithDisplayName(\"t\")\n    .RequireAuthorization();")]
    [InlineData("app.[|MapPost|](\"/chat\", ASK).AllowAnonymous();", "app.MapPost(\"/chat\", ASK).RequireAuthorization();")]
    [InlineData("app.[|MapMcp|]();\napp.[|MapPost|](\"/chat\", ASK);", "app.MapMcp().RequireAuthorization();\napp.MapPost(\"/chat\", ASK).RequireAuthorization();")]
    public Task Routes(string statements, string fixedStatements) => AuthorizeAsync(App(statements), App(fixedStatements));

    [Fact]
    public Task An_action() => AuthorizeAsync(
        Web + """
        public class ChatController(IChatClient chat) : ControllerBase
        {
            // Answers.
            [HttpPost]
            public async Task<string> [|AskAsync|](string q) => (await chat.GetResponseAsync(q)).Text;

            public async Task<string> [|HelpAsync|](string q) => (await chat.GetResponseAsync(q)).Text;
        }
        """,
        "using Microsoft.AspNetCore.Authorization;\n" + Web + """
        public class ChatController(IChatClient chat) : ControllerBase
        {
            // Answers.
            [HttpPost]
            [Authorize]
            public async Task<string> AskAsync(string q) => (await chat.GetResponseAsync(q)).Text;

            [Authorize]
            public async Task<string> HelpAsync(string q) => (await chat.GetResponseAsync(q)).Text;
        }
        """);

    [Fact]
    public Task An_action_that_was_opened() => AuthorizeAsync(
        "using Microsoft.AspNetCore.Authorization;\n" + Web + """
        [Authorize]
        public class ChatController(IChatClient chat) : ControllerBase
        {
            [HttpPost, AllowAnonymous]
            public async Task<string> [|AskAsync|](string q) => (await chat.GetResponseAsync(q)).Text;
        }
        """,
        "using Microsoft.AspNetCore.Authorization;\n" + Web + """
        [Authorize]
        public class ChatController(IChatClient chat) : ControllerBase
        {
            [HttpPost, Authorize]
            public async Task<string> AskAsync(string q) => (await chat.GetResponseAsync(q)).Text;
        }
        """);

    [Fact]
    public Task A_function() => AuthorizeAsync(
        """
        using Microsoft.Azure.Functions.Worker;
        using Microsoft.Azure.Functions.Worker.Http;
        using Microsoft.Extensions.AI;
        public class Functions(IChatClient chat) { [Function("a")] public async Task<string> [|Open|]([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequestData request) => (await chat.GetResponseAsync("q")).Text; }
        """,
        """
        using Microsoft.Azure.Functions.Worker;
        using Microsoft.Azure.Functions.Worker.Http;
        using Microsoft.Extensions.AI;
        public class Functions(IChatClient chat) { [Function("a")] public async Task<string> Open([HttpTrigger(AuthorizationLevel.Function, "post")] HttpRequestData request) => (await chat.GetResponseAsync("q")).Text; }
        """,
        SdkSet.Platform);

    [Fact]
    public Task An_opened_type_is_left_to_its_author() => Authorization.VerifyNoFixAsync(
        "using Microsoft.AspNetCore.Authorization;\n" + Web + """
        [AllowAnonymous]
        public class ChatController(IChatClient chat) : ControllerBase
        {
            public async Task<string> {|AISEC109:AskAsync|}(string q) => (await chat.GetResponseAsync(q)).Text;
        }
        """, SdkSet.Stubs, static test => test.DisabledDiagnostics.Add("AISEC112"));

    [Fact]
    public Task Which_websites_may_call_is_left_to_the_author() => AuthorizeAsync(
        App("app.UseCors(policy => policy.{|AISEC109:AllowAnyOrigin|}());\napp.[|MapPost|](\"/chat\", ASK);"),
        App("app.UseCors(policy => policy.AllowAnyOrigin());\napp.MapPost(\"/chat\", ASK).RequireAuthorization();"));

    [Fact]
    public Task A_limit() => LimitAsync(App("app.[|MapPost|](\"/chat\", ASK).RequireAuthorization();"), App("app.MapPost(\"/chat\", ASK).RequireAuthorization().RequireRateLimiting(\"ai\");"));

    [Fact]
    public Task A_limit_of_an_action() => LimitAsync(
        Web + "public class ChatController(IChatClient chat) : ControllerBase\n{\n    [HttpPost]\n    public async Task<string> [|AskAsync|](string q) => (await chat.GetResponseAsync(q)).Text;\n}\n",
        Web.Replace("using Microsoft.Extensions.AI;", "using Microsoft.AspNetCore.RateLimiting;\nusing Microsoft.Extensions.AI;", StringComparison.Ordinal) + "public class ChatController(IChatClient chat) : ControllerBase\n{\n    [HttpPost]\n    [EnableRateLimiting(\"ai\")]\n    public async Task<string> AskAsync(string q) => (await chat.GetResponseAsync(q)).Text;\n}\n");
}
