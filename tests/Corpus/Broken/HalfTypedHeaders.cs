class HalfTypedHeaders
{
    void M(HttpRequestMessage request, string key)
    {
        request.Headers.Add("api-key", );
        request.Headers.Add("api-key" key);
        request.Headers.Authorization = new("Bearer", );
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", $"{key}
        foreach (var (name, value) in new[] { ("api-key", ), })
            request.Headers.Add(name, value);
        new HttpRequestMessage(HttpMethod.Post, $"http://{}.openai.azure.com").Headers.Add("api-key", key);
        var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _ => true };
        var context = new TokenRequestContext(new[] { "https://management.azure.com/.default", }, );
    }
}
