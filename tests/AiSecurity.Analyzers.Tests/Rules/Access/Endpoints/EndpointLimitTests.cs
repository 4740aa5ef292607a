using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using LimitVerify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.EndpointLimitAnalyzer>;
using static AiSecurity.Analyzers.Tests.Rules.Access.Endpoints.EndpointSource;

namespace AiSecurity.Analyzers.Tests.Rules.Access.Endpoints;

/// <summary>AISEC112: endpoints without a limit.</summary>
public class EndpointLimitTests
{
    [Theory]
    [InlineData("app.[|MapPost|](\"/chat\", ASK).RequireAuthorization();")]
    [InlineData("app.UseRateLimiter();\napp.[|MapPost|](\"/chat\", ASK);")]
    [InlineData("app.[|MapPost|](\"/chat\", ASK).RequireRateLimiting(\"ai\").DisableRateLimiting();")]
    [InlineData("app.[|MapMcp|]();")]
    public Task An_endpoint_without_a_limit(string statements) => VerifyLimitAsync(Program(statements.Replace("ASK", Ask, StringComparison.Ordinal), "builder.Services.AddRateLimiter(o => o.RejectionStatusCode = 429);"));

    [Theory]
    [InlineData("app.MapPost(\"/chat\", ASK).RequireRateLimiting(\"ai\");", "")]
    [InlineData("app.MapGroup(\"a\").RequireRateLimiting(\"ai\").MapPost(\"/chat\", ASK);", "")]
    [InlineData("app.MapPost(\"/chat\", [EnableRateLimiting(\"ai\")] ASK);", "")]
    [InlineData("app.MapPost(\"/chat\", ASK);", "builder.Services.AddRateLimiter(o => o.GlobalLimiter = null!);", true)]
    [InlineData("app.MapPost(\"/chat\", ASK);", "builder.Services.AddRateLimiter(o => o.GlobalLimiter = System.Threading.RateLimiting.PartitionedRateLimiter.Create<HttpContext, string>(c => System.Threading.RateLimiting.RateLimitPartition.GetNoLimiter(\"\")));")]
    [InlineData("app.Use(async (context, next) => { if (context.Items.Count > 5) { context.Response.StatusCode = StatusCodes.Status429TooManyRequests; return; } await next(context); });\napp.MapPost(\"/chat\", ASK);", "")]
    [InlineData("app.MapGet(\"/ping\", () => \"pong\");", "")]
    public Task An_endpoint_with_a_limit(string statements, string services, bool isNull = false) =>
        VerifyLimitAsync(Program(statements.Replace("ASK", Ask, StringComparison.Ordinal), isNull ? services.Replace("null!", "Limiter()", StringComparison.Ordinal) : services) + (isNull ? "static System.Threading.RateLimiting.PartitionedRateLimiter<HttpContext> Limiter() => null!;" : ""));

    [Theory]
    [InlineData("", "[|AskAsync|]")]
    [InlineData("[EnableRateLimiting(\"ai\")]", "AskAsync")]
    public Task Actions(string attribute, string name) => VerifyLimitAsync(Usings + $$"""
        [Authorize]
        {{attribute}}
        public class ChatController(IChatClient chat) : ControllerBase { [HttpPost] public async Task<string> {{name}}(string q) => (await chat.GetResponseAsync(q)).Text; }
        """);

    [Fact]
    public Task Functions_are_limited_by_the_platform() => VerifyLimitAsync("""
        using Microsoft.Azure.Functions.Worker;
        using Microsoft.Azure.Functions.Worker.Http;
        using Microsoft.Extensions.AI;
        public class Functions(IChatClient chat) { [Function("a")] public async Task<string> Open([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequestData request) => (await chat.GetResponseAsync("q")).Text; }
        """, SdkSet.Platform);

    [Fact]
    public Task Tools_are_no_AI_service() => LimitVerify.VerifyAsync(Program("app.{|#0:MapMcp|}();"), SdkSet.Stubs, test => test.ExpectedDiagnostics.Add(new DiagnosticResult("AISEC112", DiagnosticSeverity.Info).WithLocation(0).WithMessage(
        "'MapMcp' exposes agents or tools and takes any number of requests: one caller can use them up for all; add RequireRateLimiting where it is mapped, and a rate limiter")));

    [Theory]
    [InlineData("app.MapPost(\"/chat\", async (IChatClient chat, string q) => { using var lease = Limits.Bucket.AttemptAcquire(); return lease.IsAcquired ? (await chat.GetResponseAsync(q)).Text : \"later\"; });")]
    [InlineData("app.MapPost(\"/chat\", async (IChatClient chat, HttpContext context, string q) => { using var lease = await Limits.PerCaller.AcquireAsync(context); return lease.IsAcquired ? (await chat.GetResponseAsync(q)).Text : \"later\"; });")]
    [InlineData("app.MapPost(\"/chat\", Limits.AnswerAsync);")]
    [InlineData("app.MapPost(\"/chat\", (Limits limits, IChatClient chat, string q) => limits.AskAsync(chat, q));")]
    [InlineData("app.[|MapPost|](\"/chat\", async (IChatClient chat, string q) => (await chat.GetResponseAsync(q)).Text + Limits.Bucket.GetStatistics());")]
    [InlineData("app.[|MapPost|](\"/chat\", async (IChatClient chat, Doors doors, string q) => { await doors.AcquireAsync(1); return (await chat.GetResponseAsync(q)).Text; });")]
    public Task A_handler_that_asks_a_limiter(string statements) => VerifyLimitAsync("using System.Threading.RateLimiting;\n" + Program(statements), others: Limits);

    /// <summary>The file with the endpoint comes to the model by itself, and the limiter is in another one.</summary>
    [Fact]
    public Task A_limiter_in_another_file() => VerifyLimitAsync(
        Program("app.MapPost(\"/chat\", async (IChatClient chat, string q) => Gate.Allows() ? (await chat.GetResponseAsync(q)).Text : \"later\");"),
        others: [Limits, "static class Gate { public static bool Allows() { using var lease = Limits.Bucket.AttemptAcquire(); return lease.IsAcquired; } }"]);

    [Fact]
    public Task An_action_that_asks_a_limiter() => VerifyLimitAsync(Usings + """
        public class ChatController(IChatClient chat, Limits limits) : ControllerBase
        {
            [HttpPost] public Task<string> Ask(string q) => limits.AskAsync(chat, q);
            [HttpPost] public async Task<string> [|Tell|](string q) => (await chat.GetResponseAsync(q)).Text;
        }
        """, others: Limits);

    private const string Limits = """
        using System.Threading.RateLimiting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.AI;
        public class Doors { public Task AcquireAsync(int permits) => Task.Delay(permits); }
        public class Limits
        {
            public static readonly TokenBucketRateLimiter Bucket = new(new() { TokenLimit = 9, TokensPerPeriod = 9, ReplenishmentPeriod = TimeSpan.FromMinutes(1) });
            public static readonly PartitionedRateLimiter<HttpContext> PerCaller = PartitionedRateLimiter.Create<HttpContext, string>(c => RateLimitPartition.GetNoLimiter(""));
            public static Task<string> AnswerAsync(IChatClient chat, string q) => new Limits().AskAsync(chat, q);
            public async Task<string> AskAsync(IChatClient chat, string q)
            {
                if (!Allows())
                    return "later";
                return (await chat.GetResponseAsync(q)).Text;
            }
            private static bool Allows() { using var lease = Bucket.AttemptAcquire(1); return lease.IsAcquired; }
        }
        """;
}
