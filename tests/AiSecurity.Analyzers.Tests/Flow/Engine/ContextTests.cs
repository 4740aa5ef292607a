namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>One helper, two callers: what holds for one says nothing about the other.</summary>
public class ContextTests
{
    private const string Members = """
        private static string Wrap(string t) => $"Answer: {t}";
        private static void Put(List<ChatMessage> messages, string t) => messages.Add(new ChatMessage(ChatRole.User, t));
        private static void Swap(ref string a, ref string b) { var c = a; a = b; b = c; }
        private static void Split(string t, out string first, out string rest) { first = t[..1]; rest = "constant"; }
        private static T Echo<T>(T value) => value;
        private static string Twice(this string t) => t + t;
        private static string Deep(string t, int n) => n == 0 ? t : Deep(t, n - 1);
        private static IEnumerable<string> Words(string t) { foreach (var word in t.Split(' ')) yield return word; }
        private static async IAsyncEnumerable<string> Stream(string t) { await Task.Yield(); yield return t; }
        """;

    [Theory]
    [InlineData("helper", "_ = Wrap(\"constant\");", "Wrap(text)")]
    [InlineData("list", "var messages = new List<ChatMessage>(); Put(messages, text);", "messages")]
    [InlineData("ref", "var a = text; var b = \"constant\"; Swap(ref a, ref b);", "b")]
    [InlineData("out", "Split(text, out var first, out var rest);", "first")]
    [InlineData("generic", "_ = Echo(\"constant\");", "Echo(text)")]
    [InlineData("extension", "", "text.Twice()")]
    [InlineData("recursion", "", "Deep(text, 3)")]
    [InlineData("iterator", "", "string.Concat(Words(text))")]
    [InlineData("async stream", "var all = \"\"; await foreach (var part in Stream(text)) all += part;", "all")]
    [InlineData("Func", "Func<string, string> wrap = Wrap;", "wrap(text)")]
    public Task Reports(string name, string statements, string expression)
    {
        _ = name;
        return Endpoint.ReportsAsync(statements, expression, Members);
    }

    [Theory]
    [InlineData("helper", "_ = Wrap(text);", "Wrap(\"constant\")")]
    [InlineData("list", "var logged = new List<ChatMessage>(); Put(logged, text); var messages = new List<ChatMessage>(); Put(messages, \"constant\");", "messages")]
    [InlineData("ref", "var a = text; var b = \"constant\"; Swap(ref a, ref b);", "a")]
    [InlineData("out", "Split(text, out var first, out var rest);", "rest")]
    [InlineData("generic", "_ = Echo(text);", "Echo(\"constant\")")]
    [InlineData("generic number", "_ = Echo(text);", "$\"{Echo(number)}\"")]
    [InlineData("extension", "_ = text.Twice();", "\"constant\".Twice()")]
    [InlineData("recursion", "_ = Deep(text, 3);", "Deep(\"constant\", 3)")]
    [InlineData("iterator", "_ = Words(text);", "string.Concat(Words(\"constant\"))")]
    public Task Is_quiet(string name, string statements, string expression)
    {
        _ = name;
        return Endpoint.IsQuietAsync(statements, expression, Members);
    }
}
