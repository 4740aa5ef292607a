using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

// Strings that look like keys, or speak of keys, and are none.
static class TextThatIsNoKey
{
    const string Md5 = "d41d8cd98f00b204e9800998ecf8427e";
    const string Sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    const string GuidDigits = "6fa459eaee8a3ca4894edb77e160355e";
    const string GuidText = "8d0c6a52-0f0b-4c55-9c0e-3f1b2a7d9e64";
    const string Setting = "AzureOpenAI:ApiKey";
    const string EnvironmentName = "AZURE_OPENAI_API_KEY";
    const string SecretName = "azure-openai-key";
    const string HeaderName = "api-key";
    const string OtherHeaderName = "Ocp-Apim-Subscription-Key";
    const string ShortSk = "sk-proj-";
    const string ShortHf = "hf_token";
    const string WordWithSk = "task-proj-planning";
    const string Pattern = "sk-(proj|svcacct|admin)-[A-Za-z0-9_-]{20,}T3BlbkFJ[A-Za-z0-9_-]{20,}";
    const string Masked = "sk-proj-****************************************************************";
    const string Help = "Set apiKey=<your key> or run 'az login'";
    const string Anthropic = "sk-ant-...";
    const string Base64 = "VGhpcyBpcyBub3QgYSBrZXksIGp1c3QgdGV4dCBpbiBiYXNlIDY0Lg==";
    const string Connection = "Endpoint=sb://localhost;SharedAccessKeyName=RootManageSharedAccessKey";
    const string CommitId = "7f3c2d1e9b8a4c5f6e0d1a2b3c4d5e6f7a8b9c0d";
    const string Model = "gpt-4o-2024-08-06";
    const string HuggingFaceModel = "hf_hub:timm/resnet50";
    const string Scope = "https://cognitiveservices.azure.com/.default";

    static string? FromConfiguration(IConfiguration configuration) => configuration[Setting];
    static string? FromSection(IConfiguration configuration) => configuration.GetSection("AzureOpenAI").GetValue<string>("ApiKey");
    static string? FromEnvironment() => Environment.GetEnvironmentVariable(EnvironmentName);
    static bool IsKey(string text) => text.StartsWith("sk-", StringComparison.Ordinal) || text.StartsWith("hf_", StringComparison.Ordinal);
    static string Hash(string apiKey) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(apiKey)));
    static string Mask(string apiKey) => apiKey[..4] + new string('*', apiKey.Length - 4);
    static void Require(string? apiKey) { if (apiKey is null or Md5) throw new InvalidOperationException("AzureOpenAI:ApiKey is not set"); }
    static Guid Known() => new(GuidDigits);
    static string All() => Sha256 + GuidText + SecretName + HeaderName + OtherHeaderName + ShortSk + ShortHf + WordWithSk + Pattern + Masked + Help + Anthropic + Base64 + Connection + CommitId + Model + HuggingFaceModel + Scope;
}
