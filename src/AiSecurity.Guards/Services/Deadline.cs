using System;
using System.Threading;

namespace AiSecurity.Guards;

/// <summary>The time that one call of a guard has, beside the caller's own wish to stop.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationToken _caller;
    private readonly CancellationTokenSource _source;

    public Deadline(TimeSpan limit, CancellationToken caller)
    {
        _caller = caller;
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _source.CancelAfter(limit);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the caller wanted to stop; anything else that stops a call is a failure.</summary>
    public bool IsCanceledByCaller => _caller.IsCancellationRequested;

    /// <summary>A request that was sent again says how all its attempts failed, and not that nobody waits for it any more.</summary>
    public void ThrowIfCanceledByCaller(Exception failure)
    {
        if (IsCanceledByCaller)
            throw new OperationCanceledException(new OperationCanceledException().Message, failure, _caller);
    }

    /// <summary>Ends what still runs.</summary>
    public void Stop() => _source.Cancel();

    public void Dispose() => _source.Dispose();
}
