using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace AiSecurity.Guards;

/// <summary>The requests of one call: a few at a time, and none more after the first that failed.</summary>
internal static class RequestSeries
{
    /// <summary>One answer for each request, in their order.</summary>
    public static async Task<TAnswer[]> RunAsync<TRequest, TAnswer>(IReadOnlyList<TRequest> requests, int atOnce, Deadline deadline, Func<TRequest, Task<TAnswer>> send)
    {
        var answers = new TAnswer[requests.Count];
        var next = -1;
        Exception? failure = null;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(atOnce, requests.Count)).Select(_ => WorkAsync())).ConfigureAwait(false);
        if (failure is not null)
            ExceptionDispatchInfo.Capture(failure).Throw();
        return answers;

        async Task WorkAsync()
        {
            while (Volatile.Read(ref failure) is null && Interlocked.Increment(ref next) is var index && index < requests.Count)
            {
                try
                {
                    answers[index] = await send(requests[index]).ConfigureAwait(false);
                }
                catch (Exception exception)
                {
                    Interlocked.CompareExchange(ref failure, exception, null);
                    deadline.Stop();
                }
            }
        }
    }
}
