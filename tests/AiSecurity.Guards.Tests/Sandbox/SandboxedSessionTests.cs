using System.Diagnostics;
using AiSecurity.Guards.Tests.Loopback;

namespace AiSecurity.Guards.Tests.Sandbox;

public class SandboxedSessionTests : LoopbackTest
{
    public static TheoryData<SandboxApiVersion> Versions => [.. Enum.GetValues<SandboxApiVersion>()];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Code_runs_and_answers(SandboxApiVersion version)
    {
        var result = await Service.Sandbox(options => options.ApiVersion = version).ExecuteAsync("print hello");

        Assert.True(result.Succeeded);
        Assert.Equal("hello", result.StandardOutput);
        Assert.Equal("", result.StandardError);
        Assert.Null(result.ResultJson);
        Assert.Equal(TimeSpan.FromMilliseconds(12), result.ExecutionTime);
        Assert.False(result.OutputTruncated);
    }

    [Theory]
    [InlineData("number", "42")]
    [InlineData("object", """{"a":[1,2]}""")]
    [InlineData("text", "\"text\"")]
    [InlineData("print a", null)]
    public async Task The_result_may_be_of_any_kind(string code, string? json)
    {
        Assert.Equal(json, (await Service.Sandbox().ExecuteAsync(code)).ResultJson);
        Assert.Equal(json, (await Service.Sandbox(options => options.ApiVersion = SandboxApiVersion.Preview20240202).ExecuteAsync(code)).ResultJson);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Failure_is_an_exception_or_a_result(SandboxApiVersion version)
    {
        var exception = await Assert.ThrowsAsync<SandboxExecutionException>(() => Service.Sandbox(options => options.ApiVersion = version).ExecuteAsync("raise oops"));
        Assert.Equal("oops", exception.Result.StandardError);
        AssertSaysNothingOf(exception, "oops");

        var result = await Service.Sandbox(options => (options.ApiVersion, options.ThrowOnFailure) = (version, false)).ExecuteAsync("raise oops");
        Assert.False(result.Succeeded);
        Assert.Equal("oops", result.StandardError);
    }

    [Fact]
    public async Task Every_execution_has_a_session_of_its_own_that_nobody_can_guess()
    {
        var sandbox = Service.Sandbox();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => sandbox.ExecuteAsync("print a")));

        Assert.Equal(50, Service.Sessions.Sessions.Count);
        Assert.All(Service.Sessions.Sessions.Keys, identifier => Assert.Matches("^[0-9a-f]{64}$", identifier));
    }

    [Fact]
    public async Task Sessions_are_deleted_whatever_came_of_them()
    {
        var sandbox = Service.Sandbox(options => (options.ExecutionTimeLimit, options.Timeout) = (TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(1_200)));
        await sandbox.ExecuteAsync("print a");
        await Assert.ThrowsAsync<SandboxExecutionException>(() => sandbox.ExecuteAsync("raise a"));
        Assert.Equal(GuardFailureReason.TimedOut, (await Assert.ThrowsAsync<SandboxUnavailableException>(() => sandbox.ExecuteAsync("sleep"))).Reason);
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sandbox.ExecuteAsync("sleep", stop.Token));

        Assert.Equal(4, Service.Sessions.Sessions.Count);
        Assert.All(Service.Sessions.Sessions.Values, Assert.True);
    }

    [Fact]
    public async Task What_cannot_be_deleted_spoils_no_result()
    {
        Service.Sessions.DeleteStatus = 500;
        Assert.Equal("a", (await Service.Sandbox().ExecuteAsync("print a")).StandardOutput);
    }

    [Fact]
    public async Task The_first_contract_cannot_delete()
    {
        await Service.Sandbox(options => options.ApiVersion = SandboxApiVersion.Preview20240202).ExecuteAsync("print a");
        Assert.Single(Service.Requests);
    }

    [Fact]
    public async Task Limits_are_sent()
    {
        await Service.Sandbox(options => (options.ExecutionTimeLimit, options.Timeout, options.MaxOutputLength) = (TimeSpan.FromSeconds(7.5), TimeSpan.FromSeconds(20), 123)).ExecuteAsync("print a");
        var body = Assert.Single(Service.Sessions.Bodies);
        Assert.Equal(8, body.GetProperty("timeoutInSeconds").GetInt32());
        Assert.Equal(123, body.GetProperty("outputStreamsMaxLength").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Output_is_cut_off(SandboxApiVersion version)
    {
        var result = await Service.Sandbox(options => (options.ApiVersion, options.MaxOutputLength) = (version, 5)).ExecuteAsync("print abcd\U0001F600");
        Assert.Equal(version == SandboxApiVersion.Preview20251002 ? "abcd\uFFFD" : "abcd", result.StandardOutput);
        Assert.True(result.OutputTruncated);
    }

    [Fact]
    public async Task A_result_that_is_too_long_is_left_out()
    {
        var result = await Service.Sandbox(options => options.MaxOutputLength = 10).ExecuteAsync("object");
        Assert.Null(result.ResultJson);
        Assert.True(result.OutputTruncated);
    }

    [Fact]
    public async Task An_answer_without_end_is_refused()
    {
        Service.Fault = async context =>
        {
            if (context.Request.Method == "DELETE")
                return false;
            await context.AnswerJsonAsync("{\"status\":\"Succeeded\",\"result\":{\"stdout\":\"" + new string('a', 4_000_000) + "\"}}");
            return true;
        };
        Assert.Equal(GuardFailureReason.TooLarge, (await Assert.ThrowsAsync<SandboxUnavailableException>(() => Service.Sandbox().ExecuteAsync("print a"))).Reason);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"status":"Running"}""")]
    [InlineData("""{"status":"NotStarted"}""")]
    [InlineData("""{"status":"0"}""")]
    [InlineData("""{"status":null}""")]
    [InlineData("""{"status":"Succeeded"}""")]
    [InlineData("""{"status":"Succeeded","result":[]}""")]
    [InlineData("""{"status":"Succeeded","result":{"stdout":1}}""")]
    [InlineData("""{"status":"Failed","status":"Succeeded","result":{"stdout":""}}""")]
    [InlineData("""{"properties":{"status":"Succeeded","stdout":""}}""")]
    [InlineData("no JSON")]
    public async Task Every_answer_that_is_not_what_the_contract_says(string body)
    {
        Service.Fault = async context =>
        {
            if (context.Request.Method == "DELETE")
                return false;
            await context.AnswerJsonAsync(body);
            return true;
        };
        Assert.Equal(GuardFailureReason.InvalidAnswer, (await Assert.ThrowsAsync<SandboxUnavailableException>(() => Service.Sandbox().ExecuteAsync("print a"))).Reason);
    }

    [Theory]
    [InlineData("""{"status":"Failed","error":{"error":{"code":"Timeout","message":"too slow"}}}""")]
    [InlineData("""{"status":"Canceled","result":null}""")]
    public async Task A_failure_may_leave_nothing(string body)
    {
        Service.Fault = async context =>
        {
            await context.AnswerJsonAsync(body);
            return true;
        };
        Assert.False((await Service.Sandbox(options => options.ThrowOnFailure = false).ExecuteAsync("print a")).Succeeded);
    }

    [Theory]
    [InlineData(201, GuardFailureReason.UnexpectedStatus)]
    [InlineData(302, GuardFailureReason.UnexpectedStatus)]
    [InlineData(401, GuardFailureReason.Unauthorized)]
    [InlineData(404, GuardFailureReason.UnexpectedStatus)]
    [InlineData(429, GuardFailureReason.Throttled)]
    [InlineData(500, GuardFailureReason.UnexpectedStatus)]
    public async Task Code_that_may_have_begun_is_not_sent_again(int status, GuardFailureReason reason)
    {
        Service.Fault = async context =>
        {
            if (context.Request.Method == "DELETE")
                return false;
            await context.AnswerErrorAsync(status, "Code");
            return true;
        };
        var sandbox = new SandboxedSession(Service.Configure(new SandboxedSessionOptions(), options => (options.Endpoint, options.MaxRetries) = (new Uri(Service.Endpoint, SessionPool.Path), new SandboxedSessionOptions().MaxRetries)));
        var exception = await Assert.ThrowsAsync<SandboxUnavailableException>(() => sandbox.ExecuteAsync("print secret"));
        Assert.Equal(reason, exception.Reason);
        AssertSaysNothingOf(exception, "secret", "identifier");
        Assert.Single(Service.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Code_of_any_kind_arrives()
    {
        foreach (var code in new[] { "print \"quotes\" \\ \n\t \u2028 \u4F60\u597D \U0001F600", "print \uD83D" })
        {
            await Service.Sandbox().ExecuteAsync(code);
            Assert.Equal(code.Replace('\uD83D', code.Length < 10 ? '\uFFFD' : '\uD83D'), Service.Sessions.Bodies.Last().GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task A_full_pool_is_no_answer()
    {
        Service.Sessions.MaxSessions = 0;
        Assert.Equal(404, (await Assert.ThrowsAsync<SandboxUnavailableException>(() => Service.Sandbox().ExecuteAsync("print a"))).Status);
    }

    [Fact]
    public async Task Canceled_before_it_began()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Service.Sandbox().ExecuteAsync("print a", new CancellationToken(canceled: true)));
        Assert.Empty(Service.Requests);
    }

    [Theory]
    [InlineData(0.5, 90)]
    [InlineData(221, 300)]
    [InlineData(60, 60)]
    public void Limits_are_judged(double limit, double timeout) =>
        Assert.Throws<ArgumentException>(() => Service.Sandbox(options => (options.ExecutionTimeLimit, options.Timeout) = (TimeSpan.FromSeconds(limit), TimeSpan.FromSeconds(timeout))));

    [Fact]
    public async Task The_identifier_is_in_no_span()
    {
        var tags = new System.Collections.Concurrent.ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GuardTelemetry.ActivitySourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => tags.Add(activity.DisplayName + string.Join(' ', activity.TagObjects)),
        };
        ActivitySource.AddActivityListener(listener);
        await Service.Sandbox().ExecuteAsync("print hello");
        var all = string.Join('\n', tags);
        Assert.Contains("sandbox.execute", all, StringComparison.Ordinal);
        Assert.DoesNotContain(Service.Sessions.Sessions.Keys.Single(), all, StringComparison.Ordinal);
        Assert.DoesNotContain("hello", all, StringComparison.Ordinal);
    }
}
