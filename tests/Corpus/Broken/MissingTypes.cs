using Azure.AI.Missing;
using Azure.AI.OpenAI;
using static Azure.AI.Missing.Factory;
using Key = Azure.AI.Missing.KeyCredential;
using Self = Self;

namespace Missing;

class MissingTypes : UnknownBase<AzureOpenAIClient>, IUnknown
{
    readonly Key _key = new("3f9a7c1e5b8d42f6");
    readonly UnknownClient _client = new UnknownClient(new Uri("https://contoso.openai.azure.com"), new AzureKeyCredential("x"));
    Unknown<AzureOpenAIClient> Client => new(() => new AzureOpenAIClient(Endpoint, new Azure.AzureKeyCredential(Unknown.Key)));
    public override Unknown Method<T>(T client) where T : AzureOpenAIClient, Unknown => client.Unknown(new Azure.AzureKeyCredential(client.Key));
    AzureOpenAIClient Generic<T>() where T : new() => new AzureOpenAIClient(new T(), new T());
    AzureOpenAIClient Dynamic(dynamic d) => new AzureOpenAIClient(d, d.Credential, d);
    object Delegates() => new Func<string, Azure.AzureKeyCredential>(k => new(k, k))("x").Invoke(unknown);
    object Method() => Create(new Azure.AzureKeyCredential(Create(Create)));
    unsafe object Pointers(char* p) => new Azure.AzureKeyCredential(new string(p) + *p + (nint)p);
    object Attribute([Unknown(Key = "sk-proj-" + "x")] string apiKey = new Azure.AzureKeyCredential("x")) => apiKey;
    event Unknown E { add => new Azure.AzureKeyCredential(value); remove; }
    Azure.AzureKeyCredential this[Unknown index] => new(index);
    public static implicit operator Azure.AzureKeyCredential(MissingTypes m) => m;
    public static Azure.AzureKeyCredential operator +(MissingTypes m, Unknown u) => (Azure.AzureKeyCredential)(m + u);
}

partial class Unfinished(string key) : AzureOpenAIClient(new Uri(key), new Azure.AzureKeyCredential(key)
{
    Azure.AzureKeyCredential K = new(key) { Update("x") };
    Unfinished(string a, string b) : this(a, b) { }
}

record struct R(Azure.AzureKeyCredential K) : AzureOpenAIClient(K);

interface I { Azure.AzureKeyCredential K { get; } = new("x"); static abstract AzureOpenAIClient Make(string key) => new(key, key); }

enum E { A = new Azure.AzureKeyCredential("x"), B = E.C, C = E.B }
