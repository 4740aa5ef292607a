using System.Net;
using System.Net.Http.Headers;
using AiSecurity.Guards.Tests.Loopback;
using Microsoft.AspNetCore.Http;

namespace AiSecurity.Guards.Tests.Authentication;

public class EntraAuthenticationHandlerTests : LoopbackTest
{
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    private readonly List<string> _authorizations = [];

    [Theory]
    [InlineData(true)]
#if !GUARDS_WITHOUT_SEND
    [InlineData(false)]
#endif
    public async Task Requests_to_an_allowed_host_have_the_token(bool isAsync)
    {
        using var client = Client("127.0.0.1");
        for (var call = 0; call < 3; call++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Service.Endpoint);
            using var response = isAsync ? await client.SendAsync(request) : client.Send(request);
        }

        Assert.Equal(Enumerable.Repeat("Bearer " + TestCredential.TokenFor(Scope), 3), _authorizations);
        Assert.Equal(1, Service.Credential.Count);
    }

    [Fact]
    public async Task Requests_to_another_host_have_none()
    {
        using var client = Client("*.openai.azure.com");
        using var response = await client.GetAsync(Service.Endpoint);
        Assert.Equal([""], _authorizations);
        Assert.Equal(0, Service.Credential.Count);
    }

    [Fact]
    public async Task A_key_of_another_host_stays()
    {
        using var client = Client("*.openai.azure.com");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "own");
        using var response = await client.GetAsync(Service.Endpoint);
        Assert.Equal(["Bearer own"], _authorizations);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://127.0.0.1:443/")]
    public async Task A_token_never_goes_in_the_clear(string address)
    {
        using var client = Client("127.0.0.1");
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetAsync(new Uri(address)));
#if !GUARDS_WITHOUT_SEND
        Assert.Throws<InvalidOperationException>(() => client.Send(new HttpRequestMessage(HttpMethod.Get, address)));
#endif
        Assert.Equal(0, Service.Credential.Count);
    }

    [Fact]
    public async Task A_redirect_takes_no_token_with_it()
    {
        await using var elsewhere = await LoopbackService.StartAsync();
        var elsewhereAuthorizations = new List<string>();
        elsewhere.Fault = context =>
        {
            elsewhereAuthorizations.Add(context.Request.Headers.Authorization.ToString());
            return Task.FromResult(true);
        };
        var handler = LoopbackService.Handler();
        handler.AllowAutoRedirect = true;
        using var client = Client("127.0.0.1", handler);
        Service.Fault = context =>
        {
            context.Response.Redirect(elsewhere.Endpoint.ToString());
            return Task.FromResult(true);
        };

        using var response = await client.GetAsync(Service.Endpoint);
        Assert.Equal([""], elsewhereAuthorizations);
    }

    [Fact]
    public async Task A_refused_token_is_not_used_again()
    {
        using var client = Client("127.0.0.1");
        using var first = await client.GetAsync(new Uri(Service.Endpoint, "?refuse"));
        Assert.Equal(HttpStatusCode.Unauthorized, first.StatusCode);
        using var second = await client.GetAsync(Service.Endpoint);
        Assert.Equal(2, Service.Credential.Count);
    }

    [Fact]
    public async Task A_token_that_ends_soon_is_asked_for_again()
    {
        Service.Credential.Lifetime = TimeSpan.FromMinutes(4);
        using var client = Client("127.0.0.1");
        for (var call = 0; call < 3; call++)
            using (await client.GetAsync(Service.Endpoint))
                continue;
        Assert.Equal(3, Service.Credential.Count);
    }

    [Fact]
    public async Task Many_at_once_ask_for_one_token()
    {
        using var client = Client("127.0.0.1");
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ => (await client.GetAsync(Service.Endpoint)).Dispose()));
        Assert.Equal(1, Service.Credential.Count);
        Assert.Equal(50, _authorizations.Count);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        Service.Credential.Failure = new InvalidOperationException("no identity");
        using var client = Client("127.0.0.1");
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetAsync(Service.Endpoint));
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public void Hosts_and_scope_are_needed()
    {
        Assert.Throws<ArgumentException>(() => new EntraAuthenticationHandler(Service.Credential, Scope));
        Assert.Throws<ArgumentException>(() => new EntraAuthenticationHandler(Service.Credential, "", "a.com"));
        Assert.Throws<ArgumentException>(() => new EntraAuthenticationHandler(Service.Credential, Scope, "*"));
        Assert.Throws<ArgumentException>(() => new EntraAuthenticationHandler(Service.Credential, Scope, "https://a.com"));
        Assert.Throws<ArgumentNullException>(() => new EntraAuthenticationHandler(null!, Scope, "a.com"));
    }

    private HttpClient Client(string host, HttpMessageHandler? inner = null)
    {
        Service.Fault = context =>
        {
            lock (_authorizations)
                _authorizations.Add(context.Request.Headers.Authorization.ToString());
            context.Response.StatusCode = context.Request.QueryString.HasValue ? 401 : 200;
            return Task.FromResult(true);
        };
        return new(new EntraAuthenticationHandler(Service.Credential, Scope, host) { InnerHandler = inner ?? LoopbackService.Handler() });
    }
}
