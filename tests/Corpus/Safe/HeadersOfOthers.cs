using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

// The same header names towards other services, and the server's side of them.
class HeadersOfOthers(string key)
{
    private readonly HttpClient _qdrant = new() { BaseAddress = new Uri("https://contoso.cloud.qdrant.io:6333") };

    object Qdrant() { _qdrant.DefaultRequestHeaders.Add("api-key", key); return _qdrant; }
    bool ServerSide(HttpContext context) => context.Request.Headers["api-key"] == key;
    bool ServerSideTry(HttpContext context) => context.Request.Headers.TryGetValue("api-key", out var value) && value == key;
    bool ServerSideSubscription(HttpRequest request) => request.Headers.ContainsKey("Ocp-Apim-Subscription-Key");
    void Response(HttpResponse response) => response.Headers["x-request-id"] = key;
    void Remove(HttpRequestMessage request) => request.Headers.Remove("api-key");
    bool Contains(HttpRequestMessage request) => request.Headers.Contains("api-key");
    Dictionary<string, string> Names() => new() { ["api-key"] = "header", ["x-api-key"] = "header" };
}

class HeadersOfBing(string key)
{
    object Bing()
    {
        var client = new HttpClient { BaseAddress = new Uri("https://api.bing.microsoft.com/") };
        client.DefaultRequestHeaders.Add("Ocp-Apim-Subscription-Key", key);
        return client;
    }
}

class HeadersOfAnthropic(string key)
{
    object Anthropic()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "https://api.anthropic.com/v1/messages");
        request.Headers.Add("x-api-key", key);
        return request;
    }
}

class HeadersOfGitHub(string key)
{
    object GitHub()
    {
        var client = new HttpClient { BaseAddress = new Uri("https://api.github.com/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }
}
