using System;
using System.Collections.Generic;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;

namespace AiSecurity.Guards;

/// <summary>What all guards that ask an Azure service have in common.</summary>
/// <remarks>A guard copies its options when it is created; later changes have no effect. An instance is not safe for several threads at once.</remarks>
public abstract class GuardOptions
{
    private protected GuardOptions(TimeSpan timeout, int maxRetries)
    {
        Timeout = timeout;
        MaxRetries = maxRetries;
    }

    /// <summary>
    /// The address of the service. Required; https, without user, query and fragment, on one of the service's own host names or one of <see cref="AllowedHosts"/>.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The credential that tokens come from. Required; with dependency injection the registered <see cref="TokenCredential"/> when it is not set.</summary>
    public TokenCredential? Credential { get; set; }

    /// <summary>
    /// How long one call of the guard may take, with all of its requests and retries. What takes longer throws with <see cref="GuardFailureReason.TimedOut"/>.
    /// From 100 milliseconds to 10 minutes.
    /// </summary>
    public TimeSpan Timeout { get; set; }

    /// <summary>How often a request is sent again after a status that says to try later, or a broken connection: 0 to 10. The time that <c>Retry-After</c> asks for is kept.</summary>
    public int MaxRetries { get; set; }

    /// <summary>
    /// Hosts other than the service's own that may get the prompt and the token, such as a gateway: exact names, or <c>*.</c> and a suffix of at least two labels. Empty by default.
    /// </summary>
    public IList<string> AllowedHosts { get; } = new List<string>();

    /// <summary>The scope of the token; null for the service's own. Only clouds and gateways that want another one need it.</summary>
    public string? TokenScope { get; set; }

    /// <summary>
    /// The transport, for a proxy or a client certificate; null for the one of Azure.Core. It must not follow redirects by itself: a followed redirect sends the prompt elsewhere.
    /// </summary>
    public HttpPipelineTransport? Transport { get; set; }

    /// <summary>Where the guard reports attacks and failures, never a text; null for nowhere. With dependency injection the registered one when it is not set.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>What is wrong with the options, one sentence each.</summary>
    internal IEnumerable<string> Problems()
    {
        foreach (var host in AllowedHosts)
        {
            if (Guards.AllowedHosts.Problem(host) is { } problem)
            {
                yield return problem;
                yield break;
            }
        }

        if (ServiceEndpoint.Problem(Endpoint, this) is { } wrong)
            yield return wrong;
        if (Credential is null)
            yield return $"{nameof(Credential)} is not set, and no {nameof(TokenCredential)} is registered.";
        if (Timeout < TimeSpan.FromMilliseconds(100) || Timeout > TimeSpan.FromMinutes(10))
            yield return $"{nameof(Timeout)} must be from 100 milliseconds to 10 minutes.";
        if (MaxRetries is < 0 or > 10)
            yield return $"{nameof(MaxRetries)} must be from 0 to 10.";
        if (TokenScope is { Length: 0 })
            yield return $"{nameof(TokenScope)} must not be empty.";
        foreach (var problem in OwnProblems())
            yield return problem;
    }

    internal abstract IEnumerable<string> OwnProblems();

    /// <summary>The host names of the service itself.</summary>
    internal abstract IEnumerable<string> ServiceHosts { get; }

    /// <summary>The token's scope for an endpoint.</summary>
    internal abstract string ScopeOf(Uri endpoint);

    /// <exception cref="ArgumentException">Something is wrong with them.</exception>
    internal void Validate()
    {
        var problems = new List<string>(Problems());
        if (problems.Count > 0)
            throw new ArgumentException(string.Join(" ", problems));
    }
}
