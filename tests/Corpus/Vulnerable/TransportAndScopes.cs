using System.ClientModel.Primitives;
using System.Net.Http.Headers;
using Azure.AI.OpenAI;
using Azure.AI.TextAnalytics;
using Azure.Core;
using OpenAI;

class TransportAndScopes(TokenCredential credential)
{
    object Plain() => new AzureOpenAIClient(new Uri("http://contoso.openai.azure.com/"), credential); //! AISEC110

    object Trusting()
    {
        var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator; //! AISEC110
        var options = new AzureOpenAIClientOptions { Transport = new HttpClientPipelineTransport(new HttpClient(handler)) };
        return new AzureOpenAIClient(new Uri("https://contoso.openai.azure.com/"), credential, options);
    }

    object Management() => new OpenAIClient(
        new BearerTokenPolicy(credential, "https://management.azure.com/.default"), //! AISEC108
        new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });

    async Task<HttpRequestMessage> Search()
    {
        var token = await credential.GetTokenAsync(new TokenRequestContext(["https://cognitiveservices.azure.com/.default"]), default); //! AISEC108
        var request = new HttpRequestMessage(HttpMethod.Get, "https://contoso.search.windows.net/indexes?api-version=2024-07-01");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        return request;
    }

    object Regional() => new TextAnalyticsClient(new Uri("https://westeurope.api.cognitive.microsoft.com/"), credential); //! AISEC108
}
