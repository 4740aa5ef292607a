using System.Runtime.CompilerServices;
using Azure;
using Azure.AI.OpenAI;
using OpenAI.Chat;

// Compiles in part; every construct here is legal grammar that few analyzers expect.
class Strange(string key)
{
    readonly (AzureKeyCredential A, (string B, AzureOpenAIClient C)) _tuple = (new(key), ("x", new(new("https://x"), new AzureKeyCredential(key))));
    AzureKeyCredential Discard() { var (_, (b, c)) = _tuple; (_, _) = (b, c); return _ = new(b); }
    AzureKeyCredential Ref(ref string k) { ref var r = ref k; r = ref k; return new(r); }
    AzureKeyCredential Patterns(object o) => o is string { Length: > 3 and < 9 or 12 } k and not "x" ? new(k) : o is [string first, .. var rest] ? new(first) : new(o as string);
    AzureKeyCredential With(R r) => new((r with { Key = key }).Key);
    async IAsyncEnumerable<AzureKeyCredential> Stream([EnumeratorCancellation] CancellationToken t = default) { await using var s = new MemoryStream(); yield return new(key); await foreach (var k in Stream(t)) yield return k; }
    object Anonymous() => new { K = new AzureKeyCredential(key), N = new { M = new AzureKeyCredential(key) } };
    object Query() => from k in new[] { key } let c = new AzureKeyCredential(k) group c by k into g orderby g.Key select new AzureKeyCredential(g.Key);
    unsafe AzureKeyCredential Stack() { Span<char> s = stackalloc char[3] { 'a', 'b', 'c' }; fixed (char* p = s) return new(new string(p)); }
    object Checked(int i) => checked(new AzureKeyCredential((char)(i + 1) + ""));
    object Dynamic(dynamic d) { d.ApiKey = key; d["api-key"] = key; d += key; return new AzureKeyCredential(d); }
    object Index(string[] keys) => new AzureKeyCredential(keys[^1][1..^1]);
    object Switch(string k) => k switch { "a" when k.Length > 1 => new AzureKeyCredential(k), { Length: 0 } => throw new InvalidOperationException(), var other => other };
    void Goto(string k) { again: k = k + new AzureKeyCredential(k); if (k.Length < 9) goto again; }
    event Action<AzureKeyCredential> E = k => { };
    void Raise() => E?.Invoke(new(key));
    int this[AzureKeyCredential k] { get => k.GetHashCode(); set => this[new(key)] = this[k]++; }
    static AzureKeyCredential operator !(Strange s) => new(s.ToString());
    ~Strange() => new AzureKeyCredential(key);
    AzureKeyCredential Local() { static AzureKeyCredential f<T>(T t, params string[] k) => new(k[0]); return f(0, "a", "b") ?? f<string>(t: key, k: [key, .. new[] { key }]); }
    AzureKeyCredential NameOf() => new(nameof(AzureKeyCredential) + typeof(AzureKeyCredential) + default(AzureKeyCredential) + sizeof(int));
    AzureKeyCredential Conditional(Strange? s) => s?._tuple.A ?? s?.Conditional(s)?.ToString() is { } t ? new(t) : new(s!.ToString()!);
    void Overloads(ChatClient c) { c.CompleteChat(); c.CompleteChat(1); c.CompleteChat(messages: null!); c.CompleteChat([new UserChatMessage()]); c.CompleteChat(["a", .. "b"], options: new() { Tools = { } }); }
    record R(string Key) { public string Key { get; init; } = Key + new AzureKeyCredential(Key); }
}

file class FileLocal { AzureKeyCredential K = new("x"); }

namespace Azure
{
    // Shadows the real one.
    class AzureKeyCredential { public AzureKeyCredential(int number) { } }
}
