using System;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;

namespace AiSecurity.Guards;

/// <summary>The token of one credential for one scope, kept while it is good: some credentials start a program for each.</summary>
internal sealed class BearerTokens(TokenCredential credential, string scope) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly TokenRequestContext _context = new([scope]);
    private readonly SemaphoreSlim _renewal = new(1, 1);
    private Kept? _kept;

    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (Good() is { } good)
            return good;
        await _renewal.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Good() ?? Keep(await credential.GetTokenAsync(_context, cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            _renewal.Release();
        }
    }

    public string Get(CancellationToken cancellationToken)
    {
        if (Good() is { } good)
            return good;
        _renewal.Wait(cancellationToken);
        try
        {
            return Good() ?? Keep(credential.GetToken(_context, cancellationToken));
        }
        finally
        {
            _renewal.Release();
        }
    }

    /// <summary>Does not use a token again that a service refused.</summary>
    public void Forget(string token)
    {
        if (Volatile.Read(ref _kept) is { } kept && kept.Token == token)
            Interlocked.CompareExchange(ref _kept, null, kept);
    }

    public void Dispose() => _renewal.Dispose();

    private string? Good() => Volatile.Read(ref _kept) is { } kept && DateTimeOffset.UtcNow < kept.Until ? kept.Token : null;

    private string Keep(AccessToken token)
    {
        Volatile.Write(ref _kept, new(token.Token, token.RefreshOn ?? (token.ExpiresOn - Margin)));
        return token.Token;
    }

    private sealed record Kept(string Token, DateTimeOffset Until);
}
