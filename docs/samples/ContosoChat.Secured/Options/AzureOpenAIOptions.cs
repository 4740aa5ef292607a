namespace ContosoChat.Options;

public sealed class AzureOpenAIOptions
{
    public const string Section = "AzureOpenAI";

    public string Endpoint { get; set; } = "";

    public string Deployment { get; set; } = "gpt-4o";

    public string EmbeddingDeployment { get; set; } = "text-embedding-3-small";
}
