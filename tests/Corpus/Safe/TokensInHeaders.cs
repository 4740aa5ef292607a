using System.ClientModel.Primitives;
using System.Net.Http.Headers;
using Azure.AI.OpenAI;
using Azure.Core;
using OpenAI;

// Tokens where keys could be, right scopes, TLS, and servers of this machine.
class TokensInHeaders(TokenCredential credential, HttpClient client)
{
    async Task<HttpResponseMessage> Vision(Uri image)
    {
        var token = await credential.GetTokenAsync(new TokenRequestContext(["https://cognitiveservices.azure.com/.default"]), default);
        var request = new HttpRequestMessage(HttpMethod.Post, "https://contoso.cognitiveservices.azure.com/computervision/retrieval:vectorizeImage") { Content = new StringContent(image.ToString()) };
        request.Headers.Add("Authorization", $"Bearer {token.Token}");
        return await client.SendAsync(request);
    }

    async Task<HttpResponseMessage> Management()
    {
        var token = await credential.GetTokenAsync(new TokenRequestContext(["https://management.azure.com/.default"]), default);
        var request = new HttpRequestMessage(HttpMethod.Get, "https://management.azure.com/subscriptions?api-version=2022-12-01");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        return await client.SendAsync(request);
    }

    object OpenAI() => new OpenAIClient(new BearerTokenPolicy(credential, "https://ai.azure.com/.default"), new OpenAIClientOptions { Endpoint = new Uri("https://contoso.openai.azure.com/openai/v1/") });

    object Ollama(System.ClientModel.ApiKeyCredential none) => new OpenAIClient(none, new OpenAIClientOptions { Endpoint = new Uri("http://localhost:11434/v1") });

    object Pinned(string thumbprint)
    {
        var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate?.Thumbprint == thumbprint };
        var options = new AzureOpenAIClientOptions { Transport = new HttpClientPipelineTransport(new HttpClient(handler)) };
        return new AzureOpenAIClient(new Uri("https://contoso.openai.azure.com/"), credential, options);
    }

    object Others() => new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true });
}
