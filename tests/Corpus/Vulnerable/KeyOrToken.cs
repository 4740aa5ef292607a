using Azure;
using Azure.AI.OpenAI;
using Azure.Identity;
using Azure.Search.Documents;

class KeyOrToken
{
    static AzureOpenAIClient Ternary(Uri endpoint, string? key) => string.IsNullOrEmpty(key)
        ? new AzureOpenAIClient(endpoint, new DefaultAzureCredential())
        : new AzureOpenAIClient(endpoint, new AzureKeyCredential(key)); //! AISEC101

    static AzureOpenAIClient TargetTypedArms(Uri endpoint, string? key) => key is null
        ? new(endpoint, new DefaultAzureCredential())
        : new(endpoint, new AzureKeyCredential(key)); //! AISEC101

    static SearchClient SwitchExpression(Uri endpoint, string mode, string key) => mode switch
    {
        "key" => new SearchClient(endpoint, "docs", new AzureKeyCredential(key)), //! AISEC101
        "identity" => new SearchClient(endpoint, "docs", new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)),
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    static AzureOpenAIClient IfElse(Uri endpoint, string? key)
    {
        if (key is not null)
        {
            return new AzureOpenAIClient(endpoint, new AzureKeyCredential(key)); //! AISEC101
        }

        return new AzureOpenAIClient(endpoint, new DefaultAzureCredential());
    }
}
