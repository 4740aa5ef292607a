using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;

static class HeaderNames
{
    public const string Key = "api-key";
}

class KeyHeaders(HttpClient client, IConfiguration configuration)
{
    record Header(string Name, string Value);

    async Task<string> Chat(string key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{configuration["AzureOpenAI:Endpoint"]}/openai/deployments/gpt-4o/chat/completions");
        request.Headers.Add(HeaderNames.Key, key); //! AISEC103
        return await (await client.SendAsync(request)).Content.ReadAsStringAsync();
    }

    async Task<string> Responses()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "https://contoso.openai.azure.com/openai/v1/responses");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", configuration["AzureOpenAI:ApiKey"]); //! AISEC103
        return await (await client.SendAsync(request)).Content.ReadAsStringAsync();
    }

    Task<HttpResponseMessage> Search(string adminKey)
    {
        List<Header> headers = [new("Accept", "application/json"), new("api-key", adminKey)]; //! AISEC103
        var request = new HttpRequestMessage(HttpMethod.Get, "https://contoso.search.windows.net/indexes?api-version=2024-07-01");
        foreach (var header in headers)
            request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        return client.SendAsync(request);
    }
}

class SpeechTokens(HttpClient client, string region, string key)
{
    Task<HttpResponseMessage> Issue()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "https://" + region + ".api.cognitive.microsoft.com/sts/v1.0/issueToken");
        request.Headers.Add("Ocp-Apim-Subscription-Key", key); //! AISEC103
        return client.SendAsync(request);
    }
}
