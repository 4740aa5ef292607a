using Azure;
using Azure.AI.OpenAI;
using Azure.Search.Documents;
using Azure.Search.Documents.Indexes;
using Microsoft.Extensions.Configuration;

class Locals
{
    static AzureOpenAIClient Local(Uri endpoint, string key)
    {
        var credential = new AzureKeyCredential(key); //! AISEC101
        return new AzureOpenAIClient(endpoint, credential);
    }

    static SearchClient TargetTyped(Uri endpoint, IConfiguration configuration)
    {
        AzureKeyCredential credential = new(configuration["Search:Key"]!); //! AISEC101
        return new(endpoint, "docs", credential);
    }

    static AzureOpenAIClient AssignedLater(Uri endpoint, string key)
    {
        AzureKeyCredential credential;
        credential = new AzureKeyCredential(key); //! AISEC101
        return new AzureOpenAIClient(endpoint, credential);
    }
}

class Fields
{
    private readonly AzureKeyCredential _credential = new(Environment.GetEnvironmentVariable("SEARCH_KEY")!); //! AISEC101

    SearchIndexClient Create(Uri endpoint) => new(endpoint, _credential);
}

class FieldSetInConstructor
{
    private readonly AzureKeyCredential _credential;

    public FieldSetInConstructor(IConfiguration configuration) => _credential = new AzureKeyCredential(configuration["Search:Key"]!); //! AISEC101

    SearchIndexClient Create(Uri endpoint) => new(endpoint, _credential);
}

class Properties(IConfiguration configuration)
{
    private AzureKeyCredential Credential => new(configuration["OpenAI:Key"]!); //! AISEC101

    AzureOpenAIClient Create(Uri endpoint) => new(endpoint, Credential);
}

class Helpers
{
    static AzureKeyCredential Credential(string key) => new AzureKeyCredential(key); //! AISEC101

    static AzureOpenAIClient Create(Uri endpoint, string key) => new(endpoint, Credential(key));
}

static class Globals
{
    public static string Key = Environment.GetEnvironmentVariable("OPENAI_KEY")!;
}

record AiOptions(string Endpoint, string Key);

class OwnWrapper(AiOptions options)
{
    private readonly AzureOpenAIClient _client = new(new Uri(options.Endpoint), new AzureKeyCredential(options.Key)); //! AISEC101

    object FromGlobals(Uri endpoint) => new AzureOpenAIClient(endpoint, new AzureKeyCredential(Globals.Key)); //! AISEC101

    object FromTuple()
    {
        var (endpoint, key) = Settings();
        return new AzureOpenAIClient(new Uri(endpoint), new AzureKeyCredential(key)); //! AISEC101
    }

    object Client() => _client;

    static (string Endpoint, string Key) Settings() => (Environment.GetEnvironmentVariable("E")!, Environment.GetEnvironmentVariable("K")!);
}

class Derived(Uri endpoint, string key) : AzureOpenAIClient(endpoint, new AzureKeyCredential(key)); //! AISEC101
