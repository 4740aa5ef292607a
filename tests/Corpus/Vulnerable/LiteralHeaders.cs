using System.Net.Http.Headers;

class LiteralHeaders
{
    static HttpClient Default()
    {
        var client = new HttpClient { BaseAddress = new Uri("https://contoso.openai.azure.com/") };
        client.DefaultRequestHeaders.Add("api-key", "3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64"); //! AISEC102
        return client;
    }

    static HttpRequestMessage Request()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "https://westeurope.api.cognitive.microsoft.com/text/analytics/v3.1/sentiment");
        request.Headers.Add("Ocp-Apim-Subscription-Key", "b7a3e1c59f0d4826" + "c4e8f2a6d1b37590"); //! AISEC102
        return request;
    }
}
