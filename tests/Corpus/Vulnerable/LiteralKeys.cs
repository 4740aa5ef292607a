using System.ClientModel;
using Azure;
using Azure.AI.OpenAI;
using Azure.AI.TextAnalytics;
using Azure.Identity;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using Microsoft.CognitiveServices.Speech;
using OpenAI;
using OpenAI.Chat;

static class LiteralKeys
{
    private const string ConstantKey = "5c1d9e3f7a2b4860" + "b1e8d4c7f3a69025"; //! AISEC102

    private static readonly string FieldKey = "77e0c4b19d5f4a3c" + "8e6b2d1f09a7c5e3"; //! AISEC102

    private static readonly AzureKeyCredential Credential = new("0d4f6b8a2c1e4973" + "9f5d7b3a1c0e8642"); //! AISEC102

    static object Direct(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential("3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64")); //! AISEC102

    static object ClientModel(Uri endpoint) => new AzureOpenAIClient(endpoint, new ApiKeyCredential("3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a65")); //! AISEC102

    static object TargetTyped(Uri endpoint) => new TextAnalyticsClient(endpoint, credential: new AzureKeyCredential(key: "b7a3e1c59f0d4826" + "c4e8f2a6d1b37590")); //! AISEC102

    static object Constant(Uri endpoint) => new SearchIndexClient(endpoint, new AzureKeyCredential(ConstantKey));

    static object Field(Uri endpoint) => new SearchIndexClient(endpoint, new AzureKeyCredential(FieldKey));

    static object CredentialField(Uri endpoint) => new SearchIndexClient(endpoint, Credential);

    static object Local(Uri endpoint)
    {
        var key = "e9c2a7f4b1d84630" + "8a5e3c7b9f1d2604"; //! AISEC102
        return new AzureOpenAIClient(endpoint, new AzureKeyCredential(key));
    }

    static object Interpolated(Uri endpoint)
    {
        const string half = "d2f8b6a4c0e14793";
        return new AzureOpenAIClient(endpoint, new AzureKeyCredential($"{half}5b9d1f7e3a6c8024")); //! AISEC102
    }

    static object Search(Uri endpoint) => new SearchClient(endpoint, "docs", new AzureKeyCredential("Kx7pQ2mVn9RtLw4sYb8" + "ZcDf1GhJk3AzSeB6N0u")); //! AISEC102

    static object Speech() => SpeechConfig.FromSubscription("a61f0c9d8e7b4523" + "b4c1d8e9f2a70356", "westeurope"); //! AISEC102

    static object Secret(Uri endpoint) => new AzureOpenAIClient(endpoint, new ClientSecretCredential("contoso.onmicrosoft.com", "8d0c6a52-0f0b-4c55-9c0e-3f1b2a7d9e64", "Vq38Q~" + "k2Jx9mPz.Wn4tR7yLc_1sBdGhA0eUf6o")); //! AISEC102

    static object PublicOpenAI() => new OpenAIClient("sk-proj-" + "Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4zAb7cDe0fGh3iJk6lMn9oPq2rSt5uVw8xYz1aBc4dEf" + "T3BlbkFJ" + "Gh7iJk0lMn3oPq6rSt9uVw2xYz5aBc8dEf1gHi4jKl7mNo0pQr3sTu6vWx9yZa2bCd5eFg8hIj"); //! AISEC102

    static object PublicOpenAIChat() => new ChatClient("gpt", "sk-svcacct-" + "Ab3dEf6hIj9kLm2nOp5qRs8tUv1wXy4zAb7cDe0fGh3iJk6lMn9oPq2rSt5uVw8xYz1aBc4dEf" + "T3BlbkFJ" + "Gh7iJk0lMn3oPq6rSt9uVw2xYz5aBc8dEf1gHi4jKl7mNo0pQr3sTu6vWx9yZa2bCd5eFg8hIj"); //! AISEC102
}
