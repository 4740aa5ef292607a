using AiSecurity.Guards.Tests.Loopback;

namespace AiSecurity.Guards.Tests.Services;

/// <summary>A token and a prompt go to the service and nowhere else.</summary>
public class EndpointTests
{
    [Theory]
    [InlineData("https://x.cognitiveservices.azure.com")]
    [InlineData("https://x.cognitiveservices.azure.com/")]
    [InlineData("https://X.CognitiveServices.Azure.COM")]
    [InlineData("https://x.cognitiveservices.azure.com:443/")]
    [InlineData("https://x.services.ai.azure.com/api/projects/p")]
    [InlineData("https://x.cognitiveservices.azure.us")]
    [InlineData("https://x.cognitiveservices.azure.cn")]
    public void Addresses_of_the_service(string endpoint) => _ = new PromptShield(new Uri(endpoint), new TestCredential());

    [Theory]
    [InlineData("http://x.cognitiveservices.azure.com")]
    [InlineData("ftp://x.cognitiveservices.azure.com")]
    [InlineData("https://x.cognitiveservices.azure.com.evil.com")]
    [InlineData("https://x.cognitiveservices.azure.com@evil.com")]
    [InlineData("https://user:password@x.cognitiveservices.azure.com")]
    [InlineData("https://evil.com/x.cognitiveservices.azure.com")]
    [InlineData("https://evil.com?x.cognitiveservices.azure.com")]
    [InlineData("https://evil.com#.cognitiveservices.azure.com")]
    [InlineData("https://x.cognitiveservices.azure.com#fragment")]
    [InlineData("https://x.cognitiveservices.azure.com?redirect=1")]
    [InlineData("https://evilcognitiveservices.azure.com")]
    [InlineData("https://cognitiveservices.azure.com")]
    [InlineData("https://x.cognitiveservices.azure.com.")]
    [InlineData("https://x.cognitiveservices.azure.c\u043Em")]
    [InlineData("https://westeurope.api.cognitive.microsoft.com")]
    [InlineData("https://127.0.0.1")]
    [InlineData("/relative")]
    public void Other_addresses(string endpoint) =>
        Assert.Throws<ArgumentException>(() => new PromptShield(new Uri(endpoint, UriKind.RelativeOrAbsolute), new TestCredential()));

    [Theory]
    [InlineData("https://westeurope.dynamicsessions.io/subscriptions/s/resourceGroups/g/sessionPools/p", true)]
    [InlineData("http://westeurope.dynamicsessions.io/subscriptions/s", false)]
    [InlineData("https://westeurope.dynamicsessions.io.evil.com/", false)]
    [InlineData("https://pool.env.westeurope.azurecontainerapps.io/", false)]
    public void Addresses_of_a_pool(string endpoint, bool isAllowed)
    {
        var exception = Record.Exception(() => new SandboxedSession(new Uri(endpoint), new TestCredential()));
        if (isAllowed)
            Assert.Null(exception);
        else
            Assert.IsType<ArgumentException>(exception);
    }

    [Theory]
    [InlineData("gateway.contoso.com", "https://gateway.contoso.com/shield", true)]
    [InlineData("*.contoso.com", "https://gateway.contoso.com", true)]
    [InlineData("*.contoso.com", "https://contoso.com", false)]
    [InlineData("*.contoso.com", "https://gateway.contoso.com.evil.com", false)]
    [InlineData("[::1]", "https://[::1]:8443", true)]
    [InlineData("::1", "https://[::1]:8443", true)]
    public void Hosts_that_the_application_allows(string host, string endpoint, bool isAllowed)
    {
        var options = new PromptShieldOptions { Endpoint = new Uri(endpoint), Credential = new TestCredential(), AllowedHosts = { host } };
        var exception = Record.Exception(() => new PromptShield(options));
        if (isAllowed)
            Assert.Null(exception);
        else
            Assert.IsType<ArgumentException>(exception);
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("*.com")]
    [InlineData("*.*.contoso.com")]
    [InlineData("a*.contoso.com")]
    [InlineData("https://contoso.com")]
    [InlineData("contoso.com/path")]
    [InlineData("contoso.com:443")]
    [InlineData("conto so.com")]
    [InlineData(null)]
    public void What_is_no_host(string? host)
    {
        var options = new PromptShieldOptions { Endpoint = new Uri("https://x.cognitiveservices.azure.com"), Credential = new TestCredential(), AllowedHosts = { host! } };
        Assert.Throws<ArgumentException>(() => new PromptShield(options));
    }

    [Theory]
    [InlineData("https://x.cognitiveservices.azure.com", "https://cognitiveservices.azure.com/.default")]
    [InlineData("https://x.services.ai.azure.com", "https://cognitiveservices.azure.com/.default")]
    [InlineData("https://x.cognitiveservices.azure.us", "https://cognitiveservices.azure.us/.default")]
    [InlineData("https://x.cognitiveservices.azure.cn", "https://cognitiveservices.azure.cn/.default")]
    public void The_scope_is_the_clouds(string endpoint, string scope) => Assert.Equal(scope, new PromptShieldOptions().ScopeOf(new Uri(endpoint)));

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var exception = Assert.Throws<ArgumentException>(() => new PromptShield(new PromptShieldOptions { Timeout = TimeSpan.Zero, MaxRetries = 11, Overlap = -1, MaxTextLength = 0, MaxConcurrentRequests = 0, MaxRequestsPerCall = 0, TokenScope = "" }));
        foreach (var name in new[] { "Endpoint", "Credential", "Timeout", "MaxRetries", "Overlap", "MaxTextLength", "MaxConcurrentRequests", "MaxRequestsPerCall", "TokenScope" })
            Assert.Contains(name, exception.Message, StringComparison.Ordinal);
    }
}
