namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Collections, sequences and messages that hold the text.</summary>
public class CollectionTests
{
    public static TheoryData<string, string, string> Sequences => new()
    {
        { "Select over it", "", "new[] { text }.Select(t => t.Trim()).First()" },
        { "Select that captures it", "", "new[] { \"a\" }.Select(t => t + text).First()" },
        { "Select with a block", "", "new[] { text }.Select(t => { var trimmed = t.Trim(); return trimmed; }).First()" },
        { "Select with a method group", "", "new[] { text }.Select(Clean).First()" },
        { "Select with an index", "", "new[] { text }.Select((t, i) => $\"{i}: {t}\").First()" },
        { "Where", "", "string.Join(\" \", text.Split(' ').Where(t => t.Length > 2))" },
        { "Where and ToList", "var kept = text.Split(' ').Where(t => t.Length > 2).ToList();", "kept[0]" },
        { "Aggregate", "", "text.Split(' ').Aggregate((a, b) => a + b)" },
        { "Aggregate with a seed", "", "text.Split(' ').Aggregate(\"\", (a, b) => a + b)" },
        { "Aggregate of a builder", "", "text.Split(' ').Aggregate(new StringBuilder(), (builder, t) => builder.Append(t)).ToString()" },
        { "Aggregate that captures it", "", "new[] { \"a\", \"b\" }.Aggregate(\"\", (a, b) => a + text + b)" },
        { "SelectMany", "", "new[] { text }.SelectMany(t => t.Split(' ')).First()" },
        { "query", "var lines = from t in text.Split('\\n') where t.Length > 1 orderby t select t.Trim();", "string.Join(\" \", lines)" },
        { "query with let", "var lines = from t in new[] { text } let trimmed = t.Trim() select trimmed + \"!\";", "string.Join(\" \", lines)" },
        { "query with two sources", "var lines = from a in new[] { \"a\" } from b in new[] { text } select a + b;", "string.Join(\" \", lines)" },
        { "Zip", "", "new[] { \"a\" }.Zip(new[] { text }, (a, b) => a + b).First()" },
        { "Zip of tuples", "", "new[] { \"a\" }.Zip(new[] { text }).First().Second" },
        { "Concat", "", "string.Join(\" \", new[] { \"a\" }.Concat(new[] { text }))" },
        { "Append", "", "string.Join(\" \", new[] { \"a\" }.Append(text))" },
        { "ToDictionary", "var map = text.Split(' ').ToDictionary(t => t.Length, t => t);", "map[1]" },
        { "GroupBy", "var groups = text.Split(' ').GroupBy(t => t.Length);", "string.Join(\" \", groups.First())" },
        { "OrderBy, Distinct, Take, Last", "", "text.Split(' ').OrderBy(t => t).Distinct().Take(3).Last()" },
        { "Cast", "IEnumerable lines = new[] { text };", "lines.Cast<string>().First()" },
        { "FirstOrDefault with a fallback", "", "new[] { text }.FirstOrDefault(t => t.Length > 3) ?? \"none\"" },
        { "projection to a record", "var requests = new[] { text }.Select(t => new Request(t, 1));", "requests.First().Text" },
        { "projection to an anonymous type", "var rows = new[] { text }.Select(t => new { Line = t }).ToList();", "rows[0].Line" },
        { "ForEach into a builder", "var builder = new StringBuilder(); text.Split(' ').ToList().ForEach(t => builder.Append(t));", "builder.ToString()" },
    };

    public static TheoryData<string, string, string> Collections => new()
    {
        { "collection expression", "List<string> list = [text];", "list[0]" },
        { "collection expression of an array", "string[] array = [\"a\", text];", "array[1]" },
        { "spread", "string[] inner = [text]; string[] outer = [\"a\", .. inner];", "string.Join(\" \", outer)" },
        { "spread of a split", "List<string> outer = [\"a\", .. text.Split(' ')];", "string.Join(\" \", outer)" },
        { "list initialiser", "var list = new List<string> { \"a\", text };", "list[1]" },
        { "array initialiser", "string[] array = { \"a\", text };", "array[1]" },
        { "implicit array", "var array = new[] { \"a\", text };", "array[1]" },
        { "index initialiser", "var map = new Dictionary<string, string> { [\"a\"] = text };", "map[\"a\"]" },
        { "pair initialiser", "var map = new Dictionary<string, string> { { \"a\", text } };", "map[\"a\"]" },
        { "Add", "var list = new List<string>(); list.Add(text);", "list[0]" },
        { "AddRange", "var list = new List<string>(); list.AddRange(text.Split(' '));", "string.Join(\" \", list)" },
        { "Insert", "var list = new List<string> { \"a\" }; list.Insert(0, text);", "list[0]" },
        { "element assignment of a list", "var list = new List<string> { \"a\" }; list[0] = text;", "list[0]" },
        { "element assignment of an array", "var array = new string[1]; array[0] = text;", "array[0]" },
        { "element assignment of a dictionary", "var map = new Dictionary<string, string>(); map[\"a\"] = text;", "map[\"a\"]" },
        { "TryGetValue", "var map = new Dictionary<string, string> { [\"a\"] = text }; if (!map.TryGetValue(\"a\", out var found)) return;", "found" },
        { "GetValueOrDefault", "var map = new Dictionary<string, string> { [\"a\"] = text };", "map.GetValueOrDefault(\"a\") ?? \"\"" },
        { "TryAdd", "var map = new Dictionary<string, string>(); map.TryAdd(\"a\", text);", "map[\"a\"]" },
        { "values of a dictionary", "var map = new Dictionary<string, string> { [\"a\"] = text };", "string.Join(\" \", map.Values)" },
        { "list in a dictionary", "var map = new Dictionary<string, List<string>> { [\"a\"] = new() }; map[\"a\"].Add(text);", "map[\"a\"][0]" },
        { "queue", "var queue = new Queue<string>(); queue.Enqueue(text);", "queue.Dequeue()" },
        { "stack", "var stack = new Stack<string>(); stack.Push(text);", "stack.Pop()" },
        { "stack TryPop", "var stack = new Stack<string>(); stack.Push(text); stack.TryPop(out var top);", "top!" },
        { "set", "var set = new HashSet<string> { text };", "set.First()" },
        { "immutable array", "var array = ImmutableArray.Create(text);", "array[0]" },
        { "immutable list that grows", "var list = ImmutableList<string>.Empty.Add(text);", "list[0]" },
        { "concurrent dictionary with a factory", "var map = new System.Collections.Concurrent.ConcurrentDictionary<string, string>();", "map.GetOrAdd(\"a\", _ => text)" },
        { "copied list", "var list = new List<string> { text }; var copy = new List<string>(list);", "copy[0]" },
        { "alias of a list", "var list = new List<string>(); var alias = list; alias.Add(text);", "list[0]" },
        { "array in an array", "var rows = new[] { new[] { text } };", "rows[0][0]" },
        { "memory of an array", "var array = new[] { text }; Memory<string> memory = array;", "memory.ToArray()[0]" },
        { "list of a member", "var data = new Data(); data.Lines.Add(text);", "data.Lines[0]" },
        { "collection initialiser of a member", "var data = new Data { Lines = { text } };", "data.Lines[0]" },
        { "foreach over a list", "var list = new List<string> { text }; var prompt = \"\"; foreach (var line in list) prompt += line;", "prompt" },
        { "foreach over a dictionary", "var map = new Dictionary<string, string> { [\"a\"] = text }; var prompt = \"\"; foreach (var (key, value) in map) prompt += value;", "prompt" },
        { "foreach over pairs", "var map = new Dictionary<string, string> { [\"a\"] = text }; var prompt = \"\"; foreach (var pair in map) prompt += pair.Value;", "prompt" },
        { "foreach over words", "var prompt = \"\"; foreach (var word in text.Split(' ')) prompt += word;", "prompt" },
        { "enumerator by hand", "var list = new List<string> { text }; using var lines = list.GetEnumerator(); lines.MoveNext();", "lines.Current" },
    };

    public static TheoryData<string, string, string> Messages => new()
    {
        { "message", "", "new ChatMessage(ChatRole.User, text)" },
        { "target-typed message in a collection expression", "", "[new(ChatRole.User, text)]" },
        { "message of the assistant", "", "[new ChatMessage(ChatRole.Assistant, text)]" },
        { "list of messages", "var messages = new List<ChatMessage> { new(ChatRole.System, \"Be kind.\"), new(ChatRole.User, text) };", "messages" },
        { "message added", "var messages = new List<ChatMessage>(); messages.Add(new ChatMessage(ChatRole.User, text));", "messages" },
        { "messages added in a loop", "var messages = new List<ChatMessage>(); foreach (var line in text.Split('\\n')) messages.Add(new(ChatRole.User, line));", "messages" },
        { "message of contents", "", "new ChatMessage(ChatRole.User, [new TextContent(text)])" },
        { "content added to a message", "var message = new ChatMessage(ChatRole.User, \"a\"); message.Contents.Add(new TextContent(text));", "message" },
        { "contents assigned", "var message = new ChatMessage { Role = ChatRole.User, Contents = [new TextContent(text)] };", "message" },
        { "message appended", "var messages = new List<ChatMessage> { new(ChatRole.System, \"Be kind.\") };", "messages.Append(new ChatMessage(ChatRole.User, text))" },
        { "messages projected", "", "text.Split('\\n').Select(line => new ChatMessage(ChatRole.User, line))" },
        { "role in a variable", "var role = ChatRole.User;", "new ChatMessage(role, text)" },
        { "with options", "", "text, new ChatOptions { Temperature = 0 }" },
        { "named argument", "", "options: null, chatMessage: text" },
        { "spread history", "List<ChatMessage> history = [new(ChatRole.User, text)];", "[new ChatMessage(ChatRole.System, \"Be kind.\"), .. history]" },
    };

    [Theory]
    [MemberData(nameof(Sequences))]
    [MemberData(nameof(Collections))]
    [MemberData(nameof(Messages))]
    public Task Reaches_the_model(string name, string statements, string expression)
    {
        _ = name;
        return Endpoint.ReportsAsync(statements, expression, "private static string Clean(string t) => t.Trim();");
    }

    /// <summary>A key finds what a function makes, and is in it only if the function puts it there.</summary>
    [Theory]
    [InlineData("var found = new System.Collections.Concurrent.ConcurrentDictionary<string, List<string>>().GetOrAdd(text, _ => [\"a\"]);", "found[0]", false)]
    [InlineData("var kept = new System.Collections.Concurrent.ConcurrentDictionary<string, List<string>>(); kept.GetOrAdd(text, _ => [\"a\"]);", "kept[\"a\"][0]", false)]
    [InlineData("var found = new System.Collections.Concurrent.ConcurrentDictionary<string, List<string>>().GetOrAdd(text, key => [key]);", "found[0]", true)]
    [InlineData("var found = new System.Collections.Concurrent.ConcurrentDictionary<string, List<string>>().GetOrAdd(\"a\", _ => [text]);", "found[0]", true)]
    [InlineData("var found = new System.Collections.Concurrent.ConcurrentDictionary<string, string>().GetOrAdd(\"a\", text);", "found", true)]
    [InlineData("var found = new System.Collections.Concurrent.ConcurrentDictionary<string, string>().GetOrAdd(\"a\", (_, given) => given, text);", "found", true)]
    public Task Keys(string statements, string expression, bool isIn) => isIn ? Endpoint.ReportsAsync(statements, expression) : Endpoint.IsQuietAsync(statements, expression);
}
