using Azure;
using Azure.AI.OpenAI;
using OpenAI.Chat;

static class Cycles
{
    const string A = B + "x";
    const string B = C;
    const string C = A;
    const string Own = Own + "";
    static string F = G;
    static string G = F + H();
    static string Own2 = Own2 ?? Own2;
    static string P => Q;
    static string Q { get { return P + R; } }
    static string R { get; } = Q;
    static string H() => I() + H();
    static string I() { return J(H()); }
    static string J(string x = A) => x.Length > 0 ? J(I()) : K(x => J(x))(x);
    static Func<string, string> K(Func<string, string> f) => y => K(f)(f(y));
    static AzureKeyCredential Key() => Key2() ?? Key();
    static AzureKeyCredential Key2() => Key() ?? new(A + F + P + H());
    static AzureKeyCredential Field = Field2;
    static AzureKeyCredential Field2 = Field;
    static readonly Lazy<AzureKeyCredential> Lazily = new(() => Lazily.Value);
    static AzureOpenAIClient Client = new(new Uri(Own), Client is null ? Field : Key());

    static void Locals()
    {
        string a = b, b = a;
        var c = c;
        var d = new AzureKeyCredential(d.ToString());
        string e;
        while (true) { e = f(); string f() => e + g(); string g() => f() + e; new AzureKeyCredential(e); }
    }

    static void Chat(ChatClient chat, string text)
    {
        for (; ; ) text = chat.CompleteChat(text + Chat2(chat, text)).Value.Content[0].Text;
    }

    static string Chat2(ChatClient chat, string text) { Chat(chat, text); return Chat2(chat, chat.CompleteChat(text).Value.Content[0].Text); }

    static IEnumerable<string> Iterator(ChatClient chat) { foreach (var x in Iterator(chat)) yield return chat.CompleteChat(x).Value.Content[0].Text; }

    class Base : Derived { protected Base(string key) : base(key) { } }
    class Derived : Base { public Derived(string key) : base(key) { new AzureKeyCredential(key); } }
    class Nested<T> : List<Nested<Nested<T>>> { AzureKeyCredential K = new Nested<T>().K; }
    interface IA : IB { AzureKeyCredential K => new(((IB)this).K); }
    interface IB : IA { string K => ((IA)this).K.Key; }
    partial class Twice { string K = "3f9a7c1e5b8d42f6" + "a0c9e7d3b1f58a64"; string K = "again"; AzureKeyCredential M() => new(K); AzureKeyCredential M() => new(K); }
    delegate D D(D d);
    static D Fix(D d) => d(d)(Fix(d));
}
