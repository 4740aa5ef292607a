using System.Diagnostics;
using AiSecurity.Guards.Tests.Loopback;
using Microsoft.AspNetCore.Http;

namespace AiSecurity.Guards.Tests.Shields;

/// <summary>Whatever is no complete answer stops the text.</summary>
public class FailClosedTests : LoopbackTest
{
    private const string Secret = "my very own words";

    public static TheoryData<int, GuardFailureReason> Statuses => new()
    {
        { 201, GuardFailureReason.UnexpectedStatus },
        { 202, GuardFailureReason.UnexpectedStatus },
        { 204, GuardFailureReason.UnexpectedStatus },
        { 301, GuardFailureReason.UnexpectedStatus },
        { 304, GuardFailureReason.UnexpectedStatus },
        { 400, GuardFailureReason.UnexpectedStatus },
        { 401, GuardFailureReason.Unauthorized },
        { 403, GuardFailureReason.Unauthorized },
        { 404, GuardFailureReason.UnexpectedStatus },
        { 413, GuardFailureReason.UnexpectedStatus },
        { 429, GuardFailureReason.Throttled },
        { 500, GuardFailureReason.UnexpectedStatus },
        { 502, GuardFailureReason.UnexpectedStatus },
        { 503, GuardFailureReason.UnexpectedStatus },
    };

    public static TheoryData<string, string> WrongAnswers => new()
    {
        { "nothing", "" },
        { "no JSON", "<html>Sign in</html>" },
        { "cut off", """{"userPromptAnalysis":{"attackDetected":false},"documentsAnalysis":[{"attackDetected":""" },
        { "something after it", """{"userPromptAnalysis":{"attackDetected":false},"documentsAnalysis":[{"attackDetected":false},{"attackDetected":false}]} x""" },
        { "null", "null" },
        { "array", "[]" },
        { "text", "\"fine\"" },
        { "empty object", "{}" },
        { "error with 200", """{"error":{"code":"InternalError","message":"no"}}""" },
        { "no analysis of the prompt", """{"documentsAnalysis":[{"attackDetected":false},{"attackDetected":false}]}""" },
        { "null as analysis of the prompt", """{"userPromptAnalysis":null,"documentsAnalysis":[{"attackDetected":false},{"attackDetected":false}]}""" },
        { "empty analysis of the prompt", """{"userPromptAnalysis":{},"documentsAnalysis":[{"attackDetected":false},{"attackDetected":false}]}""" },
        { "attackDetected null", """{"userPromptAnalysis":{"attackDetected":null},"documentsAnalysis":[{"attackDetected":false},{"attackDetected":false}]}""" },
        { "attackDetected a text", """{"userPromptAnalysis":{"attackDetected":"false"},"documentsAnalysis":[{"attackDetected":false},{"attackDetected":false}]}""" },
        { "attackDetected a number", """{"userPromptAnalysis":{"attackDetected":0},"documentsAnalysis":[{"attackDetected":false},{"attackDetected":false}]}""" },
        { "attackDetected in other letters", """{"userPromptAnalysis":{"AttackDetected":false},"documentsAnalysis":[{"attackDetected":false},{"attackDetected":false}]}""" },
        { "attackDetected twice", """{"userPromptAnalysis":{"attackDetected":true,"attackDetected":false},"documentsAnalysis":[{"attackDetected":false},{"attackDetected":false}]}""" },
        { "analysis twice", """{"userPromptAnalysis":{"attackDetected":true},"userPromptAnalysis":{"attackDetected":false},"documentsAnalysis":[{"attackDetected":false},{"attackDetected":false}]}""" },
        { "analysis twice with an escape", """{"userPromptAnalysis":{"attackDetected":true},"userPrompt\u0041nalysis":{"attackDetected":false},"documentsAnalysis":[{"attackDetected":false},{"attackDetected":false}]}""" },
        { "no analysis of documents", """{"userPromptAnalysis":{"attackDetected":false}}""" },
        { "no answer for any document", """{"userPromptAnalysis":{"attackDetected":false},"documentsAnalysis":[]}""" },
        { "fewer answers than documents", """{"userPromptAnalysis":{"attackDetected":false},"documentsAnalysis":[{"attackDetected":false}]}""" },
        { "more answers than documents", """{"userPromptAnalysis":{"attackDetected":false},"documentsAnalysis":[{"attackDetected":false},{"attackDetected":false},{"attackDetected":false}]}""" },
        { "an answer that is null", """{"userPromptAnalysis":{"attackDetected":false},"documentsAnalysis":[{"attackDetected":false},null]}""" },
        { "an answer without its member", """{"userPromptAnalysis":{"attackDetected":false},"documentsAnalysis":[{"attackDetected":false},{}]}""" },
        { "documents as an object", """{"userPromptAnalysis":{"attackDetected":false},"documentsAnalysis":{"0":{"attackDetected":false},"1":{"attackDetected":false}}}""" },
        { "analysis as an array", """{"userPromptAnalysis":[{"attackDetected":false}],"documentsAnalysis":[{"attackDetected":false},{"attackDetected":false}]}""" },
        { "comments", """{"userPromptAnalysis":{"attackDetected":false}, /* x */ "documentsAnalysis":[{"attackDetected":false},{"attackDetected":false}]}""" },
        { "deep", "{\"a\":" + new string('[', 60) + new string(']', 60) + "}" },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Every_other_status(int status, GuardFailureReason reason)
    {
        Service.Fault = async context =>
        {
            if (status is 204 or 304)
                context.Response.StatusCode = status;
            else
                await context.AnswerErrorAsync(status, "SomeCode");
            return true;
        };

        var exception = await ThrowsAsync();
        Assert.Equal(reason, exception.Reason);
        Assert.Equal(status, exception.Status);
        Assert.Equal(status is 204 or 304 ? null : "SomeCode", exception.ErrorCode);
    }

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task Every_answer_that_is_not_what_the_contract_says(string name, string body)
    {
        Service.Fault = async context =>
        {
            await context.AnswerJsonAsync(body);
            return true;
        };

        var exception = await ThrowsAsync();
        Assert.True(exception.Reason == GuardFailureReason.InvalidAnswer, name);
    }

    [Fact]
    public async Task The_answer_that_the_wrong_ones_are_near_to_passes()
    {
        Service.Fault = async context =>
        {
            await context.AnswerJsonAsync("""{"new":1,"userPromptAnalysis":{"attackDetected":false,"new":2},"documentsAnalysis":[{"attackDetected":false},{"attackDetected":false}]}""");
            return true;
        };
        await Service.Shield().EnsureSafeAsync(Secret, ["one", "two"]);
    }

    [Fact]
    public async Task An_attack_that_was_not_asked_about_counts()
    {
        Service.Fault = async context =>
        {
            await context.AnswerJsonAsync("""{"userPromptAnalysis":{"attackDetected":true},"documentsAnalysis":[{"attackDetected":false}]}""");
            return true;
        };
        await Assert.ThrowsAsync<PromptAttackException>(() => Service.Shield().EnsureSafeAsync("", ["one"]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_without_end(bool hasLength)
    {
        Service.Fault = async context =>
        {
            if (hasLength)
                context.Response.ContentLength = 500_000_000;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"userPromptAnalysis\":\"");
            var block = new string('a', 64 * 1024);
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.WriteAsync(block, context.RequestAborted);
            return true;
        };

        Assert.Equal(GuardFailureReason.TooLarge, (await ThrowsAsync()).Reason);
    }

    [Fact]
    public async Task A_small_body_that_is_large_when_it_is_decompressed()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            await gzip.WriteAsync(new byte[100_000_000]);
        Service.Fault = async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(packed.ToArray());
            return true;
        };
        var handler = LoopbackService.Handler();
        handler.AutomaticDecompression = System.Net.DecompressionMethods.All;
        var shield = Service.Shield(options => options.Transport = new Azure.Core.Pipeline.HttpClientTransport(new HttpClient(handler)));

        var exception = await Assert.ThrowsAsync<PromptShieldUnavailableException>(() => shield.EnsureSafeAsync(Secret));
        Assert.Equal(GuardFailureReason.TooLarge, exception.Reason);
    }

    [Fact]
    public async Task A_cut_connection()
    {
        Service.Fault = context =>
        {
            context.Abort();
            return Task.FromResult(true);
        };
        Assert.Equal(GuardFailureReason.Unreachable, (await ThrowsAsync()).Reason);
    }

    [Fact]
    public async Task A_connection_that_is_cut_in_the_middle_of_the_answer()
    {
        Service.Fault = async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"userPromptAnalysis\":{\"attackDetected\":false},");
            await context.Response.Body.FlushAsync();
            context.Abort();
            return true;
        };
        Assert.Equal(GuardFailureReason.Unreachable, (await ThrowsAsync()).Reason);
    }

    [Fact]
    public async Task Nobody_there()
    {
        await Service.DisposeAsync();
        Assert.Equal(GuardFailureReason.Unreachable, (await ThrowsAsync()).Reason);
    }

    [Fact]
    public async Task A_server_with_another_certificate()
    {
        var shield = Service.Shield(options => options.Transport = null);
        var exception = await Assert.ThrowsAsync<PromptShieldUnavailableException>(() => shield.EnsureSafeAsync(Secret));
        Assert.Equal(GuardFailureReason.Unreachable, exception.Reason);
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task A_credential_without_a_token()
    {
        Service.Credential.Failure = new InvalidOperationException("no identity here");
        Assert.Equal(GuardFailureReason.Unreachable, (await ThrowsAsync()).Reason);
        Assert.Empty(Service.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_slow_answer(bool hasBegun)
    {
        Service.Fault = async context =>
        {
            if (hasBegun)
            {
                await context.Response.WriteAsync("{");
                await context.Response.Body.FlushAsync();
            }

            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
            return true;
        };
        var watch = Stopwatch.StartNew();
        var exception = await ThrowsAsync(options => options.Timeout = TimeSpan.FromMilliseconds(300));

        Assert.Equal(GuardFailureReason.TimedOut, exception.Reason);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task The_limit_is_for_all_retries_together()
    {
        Service.Fault = async context =>
        {
            context.Response.Headers.RetryAfter = "60";
            await context.AnswerErrorAsync(429, "TooManyRequests");
            return true;
        };
        var watch = Stopwatch.StartNew();
        var exception = await ThrowsAsync(options =>
        {
            options.MaxRetries = 5;
            options.Timeout = TimeSpan.FromMilliseconds(500);
        });

        Assert.Equal(GuardFailureReason.Throttled, exception.Reason);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData(429, "0")]
    [InlineData(429, null)]
    [InlineData(503, null)]
    [InlineData(500, null)]
    public async Task A_retry_may_still_get_the_answer(int status, string? retryAfter)
    {
        Service.Fault = async context =>
        {
            if (Service.Requests.Count > 1)
                return false;
            if (retryAfter is not null)
                context.Response.Headers.RetryAfter = retryAfter;
            await context.AnswerErrorAsync(status, "Later");
            return true;
        };
        await Service.Shield(options => options.MaxRetries = 1).EnsureSafeAsync(Secret);
        Assert.Equal(2, Service.Requests.Count);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var elsewhere = await LoopbackService.StartAsync();
        Service.Fault = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = elsewhere.Endpoint + "contentsafety/text:shieldPrompt?api-version=2024-09-01";
            return Task.FromResult(true);
        };

        Assert.Equal(GuardFailureReason.UnexpectedStatus, (await ThrowsAsync()).Reason);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task One_failure_among_many_requests()
    {
        Service.RateLimit = 3;
        var exception = await Assert.ThrowsAsync<PromptShieldUnavailableException>(() => Service.Shield().EnsureSafeAsync(new string('a', 60_000)));
        Assert.Equal(GuardFailureReason.Throttled, exception.Reason);
    }

    [Fact]
    public async Task Words_of_the_service_are_kept_short()
    {
        Service.Fault = async context =>
        {
            await context.AnswerErrorAsync(500, "no <word> of\tthe contract");
            return true;
        };
        Assert.Null((await ThrowsAsync()).ErrorCode);
    }

    private async Task<PromptShieldUnavailableException> ThrowsAsync(Action<PromptShieldOptions>? configure = null)
    {
        var exception = await Assert.ThrowsAsync<PromptShieldUnavailableException>(() => Service.Shield(configure).EnsureSafeAsync(Secret, ["first document", "second document"]));
        AssertSaysNothingOf(exception, Secret, "first document", "second document");
        Assert.Contains(exception.Reason.ToString(), exception.Message, StringComparison.Ordinal);
        return exception;
    }
}
