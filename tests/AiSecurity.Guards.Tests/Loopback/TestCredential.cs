using Azure.Core;

namespace AiSecurity.Guards.Tests.Loopback;

/// <summary>Tokens that say what they are for.</summary>
public sealed class TestCredential : TokenCredential
{
    private int _count;

    /// <summary>How many tokens were asked for.</summary>
    public int Count => Volatile.Read(ref _count);

    public Exception? Failure { get; set; }

    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(1);

    public static string TokenFor(string scope) => "token-for-" + scope;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        return Failure is null ? new(TokenFor(requestContext.Scopes.Single()), DateTimeOffset.UtcNow + Lifetime) : throw Failure;
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
}
