namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Tuples, objects and their members, one by one.</summary>
public class MemberTests
{
    private const string Members = """
        public static string Last = "";
        public static string Current { get; set; } = "";
        private static (string Prompt, int Count) Pair(string t) => (t, 1);
        private sealed class Talk
        {
            public List<ChatMessage> Items { get; } = [];
            public string Title { get; private set; } = "";
            public Talk With(string t) { Items.Add(new(ChatRole.User, t)); return this; }
            public void Add(string t) => Items.Add(new(ChatRole.User, t));
            public Talk Find(string t) => t.Length > 3 ? this : new Talk();
            public void Check(string t) => Title = $"{t.Length}";
        }
        """;

    public static TheoryData<string, string, string> Parts => new()
    {
        { "tuple", "var pair = (text, number);", "pair.text" },
        { "named tuple", "(string Prompt, int Count) pair = (text, 1);", "pair.Prompt" },
        { "Item1", "var pair = (text, number);", "pair.Item1" },
        { "nested tuple", "var pair = ((text, 1), 2);", "pair.Item1.Item1" },
        { "element of a tuple assigned", "(string Prompt, int Count) pair = (\"a\", 1); pair.Prompt = text;", "pair.Prompt" },
        { "taken up by an object of the project", "var talk = new Talk(); talk.Add(text);", "talk.Items" },
        { "taken up by a fluent object", "var talk = new Talk().With(text);", "talk.Items" },
        { "taken up by a fluent object in one go", "", "new Talk().With(\"a\").With(text).Items" },
        { "taken up by a fluent object that stays", "var talk = new Talk(); talk.With(text);", "talk.Items" },
        { "tuple returned", "var pair = Pair(text);", "pair.Prompt" },
        { "tuple returned and deconstructed", "var (prompt, _) = Pair(text);", "prompt" },
        { "deconstruction", "var (prompt, _) = (text, number);", "prompt" },
        { "deconstruction into variables", "string prompt; (prompt, _) = (text, number);", "prompt" },
        { "mixed deconstruction", "string a; (a, var b) = (\"a\", text);", "a + b" },
        { "nested deconstruction", "var ((prompt, _), _) = ((text, 1), 2);", "prompt" },
        { "swap", "var a = \"a\"; var b = text; (a, b) = (b, a);", "a" },
        { "deconstruction of a tuple variable", "var pair = (text, number); var (prompt, _) = pair;", "prompt" },
        { "deconstruction of a record", "var (prompt, _) = new Request(text, 1);", "prompt" },
        { "deconstruction into members", "var data = new Data(); (data.Text, data.Number) = (text, 1);", "data.Text" },
        { "record", "var request = new Request(text, 1);", "request.Text" },
        { "record in one go", "", "new Request(text, 1).Text" },
        { "ToString of a record", "var request = new Request(text, 1);", "request.ToString()" },
        { "record interpolated", "var request = new Request(text, 1);", "$\"{request}\"" },
        { "named argument of a record", "var request = new Request(Number: 1, Text: text);", "request.Text" },
        { "with sets it", "var request = new Request(\"a\", 1) with { Text = text };", "request.Text" },
        { "with keeps it", "var request = new Request(text, 1) with { Number = 2 };", "request.Text" },
        { "with of a struct", "var plain = new Plain { Text = text }; var copy = plain with { Other = \"a\" };", "copy.Text" },
        { "object initialiser", "var data = new Data { Text = text };", "data.Text" },
        { "target-typed initialiser", "Data data = new() { Text = text };", "data.Text" },
        { "nested object initialiser", "var data = new Data { Inner = new Data { Text = text } };", "data.Inner!.Text" },
        { "nested member initialiser", "var data = new Data { Inner = new() }; data = new Data { Inner = data.Inner }; data.Inner!.Text = text;", "data.Inner.Text" },
        { "property assigned", "var data = new Data(); data.Text = text;", "data.Text" },
        { "deep property assigned", "var data = new Data { Inner = new Data() }; data.Inner.Text = text;", "data.Inner.Text" },
        { "alias of an object", "var data = new Data(); var alias = data; alias.Text = text;", "data.Text" },
        { "copy of an object", "var data = new Data { Text = text }; var alias = data;", "alias.Text" },
        { "anonymous type", "var row = new { Line = text, Count = 1 };", "row.Line" },
        { "anonymous type by name", "var row = new { text, number };", "row.text" },
        { "field of a struct", "Plain plain; plain.Text = text; plain.Other = \"\";", "plain.Text" },
        { "static field", "Last = text;", "Last" },
        { "static property", "App.Current = text;", "App.Current" },
        { "object in a list", "var list = new List<Data> { new() { Text = text } };", "list[0].Text" },
        { "object in a field of a tuple", "var pair = (new Data { Text = text }, 1);", "pair.Item1.Text" },
        { "object serialised whole", "var data = new Data { Text = text };", "JsonSerializer.Serialize(data)" },
        { "KeyValuePair", "var pair = new KeyValuePair<string, string>(\"a\", text);", "pair.Value" },
        { "dictionary in a member", "var context = new DefaultHttpContext(); context.Items[\"prompt\"] = text;", "(string)context.Items[\"prompt\"]!" },
    };

    public static TheoryData<string, string, string> CleanParts => new()
    {
        { "number beside it in a tuple", "var pair = (text, number);", "$\"{pair.number}\"" },
        { "other text beside it in a tuple", "var pair = (text, \"constant\");", "pair.Item2" },
        { "other text beside it in a named tuple", "(string Prompt, string Kind) pair = (text, \"constant\");", "pair.Kind" },
        { "other element deconstructed", "var (_, kind) = (text, \"constant\");", "kind" },
        { "other element of a tuple variable deconstructed", "var pair = (text, \"constant\"); var (_, kind) = pair;", "kind" },
        { "number of a returned tuple", "var pair = Pair(text);", "$\"{pair.Count}\"" },
        { "other text in a record", "var two = new Two(text, \"constant\");", "two.Second" },
        { "other text in a record, in one go", "", "new Two(text, \"constant\").Second" },
        { "other text of a record deconstructed", "var (_, second) = new Two(text, \"constant\");", "second" },
        { "number in a record", "var request = new Request(text, 1);", "$\"{request.Number}\"" },
        { "with replaces it", "var request = new Request(text, 1) with { Text = \"constant\" };", "request.Text" },
        { "other property in an initialiser", "var data = new Data { Text = text, Other = \"constant\" };", "data.Other" },
        { "other property never set", "var data = new Data { Text = text };", "data.Other" },
        { "other property assigned", "var data = new Data(); data.Text = text; data.Other = \"constant\";", "data.Other" },
        { "property assigned again", "var data = new Data { Text = text }; data.Text = \"constant\";", "data.Text" },
        { "number beside it in an object", "var data = new Data { Text = text, Number = number };", "$\"{data.Number}\"" },
        { "other member of an inner object", "var data = new Data { Inner = new Data { Text = text, Other = \"constant\" } };", "data.Inner!.Other" },
        { "other member of an anonymous type", "var row = new { Line = text, Kind = \"constant\" };", "row.Kind" },
        { "other field of a struct", "Plain plain; plain.Text = text; plain.Other = \"constant\";", "plain.Other" },
        { "asked of an object of the project", "var talk = new Talk(); talk.Check(text);", "talk.Items" },
        { "found by a text", "var talk = new Talk().Find(text);", "talk.Items" },
        { "constant taken up", "var talk = new Talk().With(\"a\"); talk.Add(\"b\");", "talk.Items" },
        { "taken up by another object", "var talk = new Talk(); var other = new Talk().With(text);", "talk.Items" },
        { "other static", "Last = text; Current = \"constant\";", "Current" },
        { "another object of the type", "var data = new Data { Text = text }; var fresh = new Data { Text = \"constant\" };", "fresh.Text" },
        { "pattern takes the other member", "if (new Two(text, \"constant\") is not { Second: var kind }) return;", "kind" },
        { "positional pattern takes the other member", "if (new Two(text, \"constant\") is not (_, var kind)) return;", "kind" },
        { "switch arm takes the other element", "", "(text, \"constant\") switch { (_, var kind) => kind }" },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public Task Reaches_the_model(string name, string statements, string expression)
    {
        _ = name;
        return Endpoint.ReportsAsync(statements, expression, Members);
    }

    [Theory]
    [MemberData(nameof(CleanParts))]
    public Task Is_clean(string name, string statements, string expression)
    {
        _ = name;
        return Endpoint.IsQuietAsync(statements, expression, Members);
    }
}
