namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>What carries nothing of the user's text, or nothing that could be an instruction.</summary>
public class QuietTests
{
    private const string Members = """
        private static void Copy(string from, out string to) => to = from;
        private static string Same(string t) => t;
        private static string Name(Tone t) => t switch { Tone.Formal => "formal", _ => "friendly" };
        private static int Count(string t) => t.Length;
        private static bool Known(string t) => Allowed.Contains(t);
        private static readonly Dictionary<string, string> Prompts = new() { ["weather"] = "Tell the weather.", ["news"] = "Tell the news." };
        """;

    public static TheoryData<string, string, string> Clean => new()
    {
        { "constant", "", "\"Tell a joke.\"" },
        { "constant beside it", "Console.WriteLine(text);", "\"Tell a joke.\"" },
        { "number", "", "$\"Tell {number} jokes.\"" },
        { "number concatenated", "", "\"Tell \" + number + \" jokes.\"" },
        { "ToString of a number", "", "number.ToString(CultureInfo.InvariantCulture)" },
        { "Guid", "", "$\"Order {id}\"" },
        { "enum", "", "$\"Be {tone}.\"" },
        { "enum mapped", "", "Name(tone)" },
        { "length", "", "$\"{text.Length}\"" },
        { "comparison", "", "text == \"a\" ? \"first\" : \"second\"" },
        { "Contains", "", "$\"{text.Contains('a')}\"" },
        { "hash code", "", "text.GetHashCode().ToString()" },
        { "int.Parse", "", "$\"{int.Parse(text)}\"" },
        { "int.TryParse", "if (!int.TryParse(text, out var n)) return;", "$\"{n}\"" },
        { "Guid.Parse", "", "Guid.Parse(text).ToString()" },
        { "Enum.Parse", "", "Enum.Parse<Tone>(text).ToString()" },
        { "Enum.TryParse", "if (!Enum.TryParse<Tone>(text, out var parsed)) return;", "$\"{parsed}\"" },
        { "DateTime.Parse", "", "DateTime.Parse(text).ToString(\"O\")" },
        { "count of words", "", "$\"{text.Split(' ').Length} {text.Count(char.IsDigit)}\"" },
        { "number of own method", "", "$\"{Count(text)}\"" },
        { "nullable number", "int? maybe = int.TryParse(text, out var n) ? n : null;", "$\"{maybe}\"" },
        { "nameof", "", "nameof(text)" },
        { "switch with constant arms", "", "text switch { \"a\" => \"first\", _ => \"second\" }" },
        { "second local", "var second = \"constant\".Trim(); var first = text;", "second" },
        { "local assigned again", "var prompt = text; prompt = \"constant\";", "prompt" },
        { "assigned again on both branches", "var prompt = text; if (number > 1) prompt = \"a\"; else prompt = \"b\";", "prompt" },
        { "assigned again in a finally", "var prompt = text; try { Work(); } finally { prompt = \"constant\"; }", "prompt" },
        { "parameter assigned again", "text = \"constant\";", "text" },
        { "another list", "var list = new List<string> { text }; var other = new List<string> { \"a\" };", "other[0]" },
        { "another builder", "var builder = new StringBuilder(text); var other = new StringBuilder(\"a\");", "other.ToString()" },
        { "another list of messages", "var logged = new List<ChatMessage> { new(ChatRole.User, text) }; var messages = new List<ChatMessage> { new(ChatRole.User, \"a\") };", "messages" },
        { "out of a constant", "Copy(\"constant\", out var prompt); Copy(text, out _);", "prompt" },
        { "constant through the same helper", "var other = Same(text);", "Same(\"constant\")" },
        { "constant through a helper before", "var prompt = Same(\"constant\"); Same(text);", "prompt" },
        { "lambda that captures something else", "var constant = \"a\"; Func<string> get = () => constant; Func<string> other = () => text;", "get()" },
        { "lambda that ignores it", "Func<string, string> ignore = t => \"constant\";", "ignore(text)" },
        { "local function that ignores it", "string Ignore(string t) => \"constant\";", "Ignore(text)" },
        { "LINQ to constants", "", "string.Join(\" \", text.Split(' ').Select(t => \"word\"))" },
        { "table of constants", "", "Prompts[text]" },
        { "key of a cache", "Microsoft.Extensions.Caching.Memory.IMemoryCache cache = null!; if (!Microsoft.Extensions.Caching.Memory.CacheExtensions.TryGetValue(cache, text, out string? prompt)) return;", "prompt!" },
        { "table of constants with a test", "if (!Prompts.TryGetValue(text, out var prompt)) return;", "prompt" },
        { "allow-list", "if (!Allowed.Contains(text)) return;", "text" },
        { "allow-list on the good branch", "", "Allowed.Contains(text) ? text : \"weather\"" },
        { "allow-list as a method", "if (!Known(text)) return;", "text" },
        { "allow-list of literals", "if (text is not (\"weather\" or \"news\")) return;", "$\"Tell me about {text}.\"" },
        { "allow-list remembered in a variable", "var isKnown = Allowed.Contains(text);", "isKnown ? text : \"weather\"" },
        { "equal to a constant", "if (text != \"weather\") return;", "text" },
        { "unreachable", "if (number > 1) { text = \"a\"; } else { return; }", "text" },
        { "configuration", "var builder = WebApplication.CreateBuilder();", "builder.Configuration[\"Prompt\"]!" },
        { "environment", "", "Environment.MachineName" },
        { "clock", "", "DateTime.UtcNow.ToString(\"O\")" },
        { "new identifier", "", "Guid.NewGuid().ToString()" },
    };

    public static TheoryData<string, string> Bodies => new()
    {
        { "text only logged", "Console.WriteLine(text); await client.GetResponseAsync(\"a\");" },
        { "text only returned", "await client.GetResponseAsync(\"a\"); Console.WriteLine($\"{text}!\");" },
        { "call after a return of the text's branch", "var prompt = \"a\"; if (number > 1) { prompt = text; return; } await client.GetResponseAsync(prompt);" },
        { "text in the metadata", "await client.GetResponseAsync(\"a\", new ChatOptions { ConversationId = text });" },
        { "embedding", "IEmbeddingGenerator<string, Embedding<float>> generator = null!; await generator.GenerateAsync([text]);" },
        { "own method of the name", "await new Own().GetResponseAsync(text);" },
    };

    [Theory]
    [MemberData(nameof(Clean))]
    public Task Is_clean(string name, string statements, string expression)
    {
        _ = name;
        return Endpoint.IsQuietAsync(statements, expression, Members);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task Is_quiet(string name, string body)
    {
        _ = name;
        return Endpoint.VerifyAsync(body, "private class Own { public Task<string> GetResponseAsync(string t) => Task.FromResult(t); }");
    }

    [Theory]
    [InlineData("allow-list the wrong way round", "if (Allowed.Contains(text)) return;", "text")]
    [InlineData("allow-list of another value", "if (!Allowed.Contains(text.Trim() + number)) return;", "text + \"!\"")]
    [InlineData("allow-list that nobody heeds", "Allowed.Contains(text);", "text")]
    [InlineData("unequal to a constant", "if (text == \"weather\") return;", "text")]
    [InlineData("set that users fill", "var seen = new HashSet<string>(); seen.Add(text); if (!seen.Contains(text)) return;", "text")]
    public Task Is_no_guard(string name, string statements, string expression)
    {
        _ = name;
        return Endpoint.ReportsAsync(statements, expression);
    }
}
