using System.Diagnostics;
using AiSecurity.Guards.Tests.Loopback;
using Azure.Core.Pipeline;

namespace AiSecurity.Guards.Tests.Soak;

/// <summary>Many calls of one shield at the same time: half of them attacks, every hundredth with a long prompt, every hundredth canceled.</summary>
public sealed record ShieldSoak(int Calls, int AtOnce, int Clean, int Attacks, int Canceled, int Wrong, TimeSpan Elapsed, double[] Milliseconds, long BytesBefore, long BytesAfter, int ThreadsAfter)
{
    public double PerSecond => Calls / Elapsed.TotalSeconds;

    public double Percentile(double share) => Milliseconds[(int)Math.Min(Milliseconds.Length - 1, Milliseconds.Length * share)];

    public static async Task<ShieldSoak> RunAsync(LoopbackService service, int calls, int atOnce)
    {
        service.Shields.IsRecording = false;
        using var client = new HttpClient(LoopbackService.Handler()) { Timeout = Timeout.InfiniteTimeSpan };
        var shield = service.Shield(options => (options.Transport, options.Timeout) = (new HttpClientTransport(client), TimeSpan.FromMinutes(1)));
        await CallAsync(shield, 2);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var outcomes = new int[4];
        var milliseconds = new double[calls];
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var number && number < calls)
            {
                var start = Stopwatch.GetTimestamp();
                var outcome = await CallAsync(shield, number);
                milliseconds[number] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                Interlocked.Increment(ref outcomes[outcome == Expected(number) ? (int)outcome : (int)Outcome.Wrong]);
            }
        }));
        watch.Stop();

        service.Requests.Clear();
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Array.Sort(milliseconds);
        return new(calls, atOnce, outcomes[0], outcomes[1], outcomes[2], outcomes[3], watch.Elapsed, milliseconds, before, after, ThreadPool.ThreadCount);
    }

    /// <summary>The same request by hand: no token, no retries, nothing checked. What a shield costs beside it is its own.</summary>
    public static async Task<double> BareMillisecondsAsync(LoopbackService service, int calls)
    {
        using var client = new HttpClient(LoopbackService.Handler());
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestCredential.TokenFor("https://cognitiveservices.azure.com/.default"));
        return await MedianAsync(calls, async () =>
        {
            using var body = new StringContent("{\"userPrompt\":\"What is in stock?\",\"documents\":[]}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
            using var response = await client.PostAsync(new Uri(service.Endpoint, "/contentsafety/text:shieldPrompt?api-version=2024-09-01"), body);
            await response.Content.ReadAsByteArrayAsync();
        });
    }

    public static async Task<double> ShieldMillisecondsAsync(LoopbackService service, int calls)
    {
        var shield = service.Shield();
        return await MedianAsync(calls, () => shield.EnsureSafeAsync("What is in stock?", CancellationToken.None));
    }

    private static async Task<double> MedianAsync(int calls, Func<Task> call)
    {
        var milliseconds = new double[calls];
        for (var number = 0; number < calls; number++)
        {
            var start = Stopwatch.GetTimestamp();
            await call();
            milliseconds[number] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(milliseconds);
        return milliseconds[calls / 2];
    }

    private static Outcome Expected(int number) => number % 100 == 1 ? Outcome.Canceled : number % 2 == 1 ? Outcome.Attack : Outcome.Clean;

    private static async Task<Outcome> CallAsync(PromptShield shield, int number)
    {
        var expected = Expected(number);
        var prompt = number % 100 == 50 ? new string('a', 25_000) : "What is in stock?";
        using var stop = new CancellationTokenSource();
        try
        {
            if (expected == Outcome.Canceled)
                await stop.CancelAsync();
            await shield.EnsureSafeAsync(prompt + (expected == Outcome.Attack ? ShieldContract.Attack : ""), ["document " + number], stop.Token);
            return Outcome.Clean;
        }
        catch (PromptAttackException)
        {
            return Outcome.Attack;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Outcome.Canceled;
        }
        catch (PromptShieldUnavailableException)
        {
            return Outcome.Wrong;
        }
    }

    private enum Outcome
    {
        Clean,
        Attack,
        Canceled,
        Wrong,
    }
}
