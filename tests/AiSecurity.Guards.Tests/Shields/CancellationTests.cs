using AiSecurity.Guards.Tests.Loopback;

namespace AiSecurity.Guards.Tests.Shields;

public class CancellationTests : LoopbackTest
{
    [Fact]
    public async Task A_token_that_is_canceled_already_sends_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Service.Shield().EnsureSafeAsync("text", new CancellationToken(canceled: true)));
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task A_token_that_is_canceled_stops_the_request()
    {
        using var stop = new CancellationTokenSource();
        var aborted = new TaskCompletionSource();
        Service.Fault = async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            await stop.CancelAsync();
            await aborted.Task;
            return true;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Service.Shield().EnsureSafeAsync("text", stop.Token));
        await aborted.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    /// <summary>What ends a request that was sent again is the sum of its failures.</summary>
    [Fact]
    public async Task A_token_that_is_canceled_stops_a_second_attempt()
    {
        using var stop = new CancellationTokenSource();
        Service.Fault = async context =>
        {
            if (Service.Requests.Count == 1)
                context.Abort();
            else
                await stop.CancelAsync();
            return true;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Service.Shield(static options => options.MaxRetries = 3).EnsureSafeAsync("text", stop.Token));
        Assert.Equal(2, Service.Requests.Count);
    }

    [Fact]
    public async Task A_token_that_is_canceled_stops_all_requests_of_a_call()
    {
        using var stop = new CancellationTokenSource();
        Service.Fault = async context =>
        {
            if (Service.Requests.Count == 4)
                await stop.CancelAsync();
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
            return true;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Service.Shield().EnsureSafeAsync(new string('a', 200_000), stop.Token));
        Assert.Equal(4, Service.Requests.Count);
    }
}
