using System;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;

namespace AiSecurity.Guards;

/// <summary>
/// Puts a Microsoft Entra ID token on the requests of an <see cref="HttpClient"/> that go over https to a host of a list, and on no others. It takes the place of a key in a header.
/// </summary>
/// <remarks>
/// <para>A token is kept until five minutes before it ends, or as long as the credential says, and asked for again after an HTTP 401. Redirects are followed below this handler, without the token.</para>
/// <para>Safe for several threads at once. Scopes: <c>https://cognitiveservices.azure.com/.default</c> for Azure OpenAI and Azure AI services, <c>https://ai.azure.com/.default</c> for Foundry projects,
/// <c>https://search.azure.com/.default</c> for Azure AI Search.</para>
/// </remarks>
public sealed class EntraAuthenticationHandler : DelegatingHandler
{
    private readonly BearerTokens _tokens;
    private readonly AllowedHosts _hosts;

    /// <summary>A handler for the hosts of one service.</summary>
    /// <param name="credential">Where tokens come from.</param>
    /// <param name="scope">What they are for, such as <c>https://cognitiveservices.azure.com/.default</c>.</param>
    /// <param name="allowedHosts">Exact names, or <c>*.</c> and a suffix of at least two labels: <c>*.openai.azure.com</c>. At least one.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The scope is empty, or a host is none, or there is no host.</exception>
    public EntraAuthenticationHandler(TokenCredential credential, string scope, params string[] allowedHosts)
    {
        _ = credential ?? throw new ArgumentNullException(nameof(credential));
        _ = scope ?? throw new ArgumentNullException(nameof(scope));
        _ = allowedHosts ?? throw new ArgumentNullException(nameof(allowedHosts));
        if (scope.Length == 0 || allowedHosts.Length == 0)
            throw new ArgumentException("A scope and at least one host are needed.");
        _tokens = new(credential, scope);
        _hosts = AllowedHosts.Parse(allowedHosts);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The host is one of the list but the request is not https: the token would be readable on its way.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!WantsToken(request ?? throw new ArgumentNullException(nameof(request))))
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        var token = await _tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        ForgetWhenRefused(response, token);
        return response;
    }

#if NET
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The host is one of the list but the request is not https: the token would be readable on its way.</exception>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!WantsToken(request ?? throw new ArgumentNullException(nameof(request))))
            return base.Send(request, cancellationToken);

        var token = _tokens.Get(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = base.Send(request, cancellationToken);
        ForgetWhenRefused(response, token);
        return response;
    }
#endif

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _tokens.Dispose();
        base.Dispose(disposing);
    }

    private bool WantsToken(HttpRequestMessage request)
    {
        if (request.RequestUri is not { IsAbsoluteUri: true } address || !_hosts.Contains(address))
            return false;
        return address.Scheme == Uri.UriSchemeHttps ? true : throw new InvalidOperationException($"The request to '{address.IdnHost}' is not https, so it gets no token.");
    }

    private void ForgetWhenRefused(HttpResponseMessage response, string token)
    {
        if (response.StatusCode == HttpStatusCode.Unauthorized)
            _tokens.Forget(token);
    }
}
