namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Control flow, functions within functions, and methods of the same class.</summary>
public class StatementTests
{
    private const string Members = """
        private static void Copy(string from, out string to) => to = from;
        private static void Append(ref string to, string from) => to += from;
        private static bool TryTrim(string from, [NotNullWhen(true)] out string? to) { to = from.Trim(); return to.Length > 0; }
        private static ref string First(string[] array) => ref array[0];
        private static string ByRefLocal(string t) { var prompt = "a"; ref var alias = ref prompt; alias = t; return prompt; }
        private static string By(in string t) => t;
        private static IEnumerable<string> Lines(string t) { yield return "a"; yield return t; }
        private static IEnumerable<string> Filtered(IEnumerable<string> lines) { foreach (var line in lines) { if (line.Length > 1) yield return line; } }
        private static async IAsyncEnumerable<string> LinesAsync(string t, [EnumeratorCancellation] CancellationToken token = default) { await Task.Yield(); yield return t; }
        private static string Quote(this string t) => "'" + t + "'";
        private static T Same<T>(T value) => value;
        private static TResult Apply<T, TResult>(T value, Func<T, TResult> function) => function(value);
        private static string Call(Func<string> function) => function();
        private static void Each(IEnumerable<string> lines, Action<string> action) { foreach (var line in lines) action(line); }
        private static string Optional(string a = "a", string b = "b") => a + b;
        private static string Many(params string[] parts) => string.Join(" ", parts);
        private static readonly Func<string, string> Shout = t => t + "!";
        private static readonly Dictionary<string, Func<string, string>> Steps = new() { ["trim"] = t => t.Trim() };
        private static string Twice(string t) { var once = Quote(t); return Quote(once); }
        private static string Rewritten(string t) { t = t.Trim(); return t; }
        private static async Task<string> LaterAsync(string t) { await Task.Yield(); return t; }
        private class Box<T>(T value) { public T Value { get; } = value; }
        private class Turned { private string _t = ""; public string T { get => "a" + _t; set => _t = value.Trim(); } }
        private class Indexed { private readonly Dictionary<string, string> _map = new(); public string this[string key] { get => _map[key]; set => _map[key] = value; } }
        private class Words(string t) : IEnumerable<string> { public IEnumerator<string> GetEnumerator() { foreach (var w in t.Split(' ')) yield return w; } IEnumerator IEnumerable.GetEnumerator() => GetEnumerator(); }
        private readonly struct Wrapped(string t) { public string Inner { get; } = t; public static implicit operator string(Wrapped w) => w.Inner; public static Wrapped operator +(Wrapped a, string b) => new(a.Inner + b); }
        """;

    public static TheoryData<string, string, string> Functions => new()
    {
        { "out", "Copy(text, out var prompt);", "prompt" },
        { "out into a variable", "string prompt; Copy(text, out prompt);", "prompt" },
        { "out into a member", "var box = new string[1]; Copy(text, out box[0]);", "box[0]" },
        { "try pattern", "if (!TryTrim(text, out var prompt)) return;", "prompt" },
        { "ref", "var prompt = \"a\"; Append(ref prompt, text);", "prompt" },
        { "ref local", "", "ByRefLocal(text)" },
        { "ref return", "var array = new[] { \"a\" }; First(array) = text;", "array[0]" },
        { "in", "", "By(in text)" },
        { "iterator", "", "string.Join(\" \", Lines(text))" },
        { "iterator in foreach", "var prompt = \"\"; foreach (var line in Lines(text)) prompt = line;", "prompt" },
        { "iterator over a sequence", "", "string.Join(\" \", Filtered(text.Split(' ')))" },
        { "async iterator", "var prompt = \"\"; await foreach (var line in LinesAsync(text)) prompt += line;", "prompt" },
        { "async iterator with cancellation", "var prompt = \"\"; await foreach (var line in LinesAsync(text).WithCancellation(default).ConfigureAwait(false)) prompt += line;", "prompt" },
        { "local iterator", "IEnumerable<string> Local() { yield return text; }", "Local().First()" },
        { "extension method", "", "text.Quote()" },
        { "extension method as a static", "", "App.Quote(text)" },
        { "generic", "", "Same(text)" },
        { "generic of an object", "", "Same<object>(text).ToString()!" },
        { "generic function", "", "Apply(text, t => t.Trim())" },
        { "generic function with a constant receiver", "", "Apply(1, n => text)" },
        { "generic class", "var box = new Box<string>(text);", "box.Value" },
        { "function argument", "", "Call(() => text)" },
        { "action argument", "var prompt = \"\"; Each(text.Split(' '), line => prompt += line);", "prompt" },
        { "optional argument by name", "", "Optional(b: text)" },
        { "params", "", "Many(\"a\", \"b\", text)" },
        { "function in a field", "", "Shout(text)" },
        { "functions in a dictionary", "", "Steps[\"trim\"](text)" },
        { "two steps", "", "Twice(text)" },
        { "parameter rewritten", "", "Rewritten(text)" },
        { "async method", "", "await LaterAsync(text)" },
        { "property with bodies", "var turned = new Turned { T = text };", "turned.T" },
        { "own indexer", "var indexed = new Indexed(); indexed[\"a\"] = text;", "indexed[\"a\"]" },
        { "own enumerable", "", "string.Join(\" \", new Words(text))" },
        { "own conversion", "", "(string)new Wrapped(text)" },
        { "own operator", "", "(new Wrapped(\"a\") + text).Inner" },
        { "lambda that captures", "Func<string> get = () => text;", "get()" },
        { "lambda with a parameter", "Func<string, string> add = t => t + \"!\";", "add(text)" },
        { "lambda called by Invoke", "Func<string, string> add = t => t + \"!\";", "add.Invoke(text)" },
        { "lambda that writes a captured variable", "var prompt = \"\"; Action set = () => prompt = text; set();", "prompt" },
        { "lambda in a lambda", "Func<Func<string>> outer = () => () => text;", "outer()()" },
        { "curried lambda", "Func<string, Func<string, string>> join = a => b => a + b;", "join(\"a\")(text)" },
        { "method group in a variable", "Func<string, string> quote = Quote;", "quote(text)" },
        { "local function that captures", "string Get() => text;", "Get()" },
        { "local function with a parameter", "string Add(string t) => t + \"!\";", "Add(text)" },
        { "static local function", "static string Add(string t) => t + \"!\";", "Add(text)" },
        { "local function that writes", "var prompt = \"\"; void Set() => prompt = text; Set();", "prompt" },
        { "local function that calls another", "string Outer() { string Inner() => text; return Inner(); }", "Outer()" },
        { "local function that calls itself", "string Repeat(string t, int n) => n == 0 ? t : Repeat(t + \"!\", n - 1);", "Repeat(text, 3)" },
        { "local captured after it was declared", "var prompt = \"a\"; string Get() => prompt; prompt = text;", "Get()" },
        { "multicast", "var prompt = \"\"; Action<string> sinks = t => { }; sinks += t => prompt = t; sinks(text);", "prompt" },
    };

    public static TheoryData<string, string, string> ControlFlow => new()
    {
        { "if", "var prompt = \"a\"; if (number > 1) prompt = text;", "prompt" },
        { "else", "string prompt; if (number > 1) prompt = \"a\"; else prompt = text;", "prompt" },
        { "assigned in a try that fails", "var prompt = \"a\"; try { prompt = text; Work(); prompt = \"b\"; } catch (InvalidOperationException) { }", "prompt" },
        { "assigned in a catch", "var prompt = \"a\"; try { Work(); } catch (Exception) { prompt = text; }", "prompt" },
        { "message of an exception", "var prompt = \"\"; try { throw new InvalidOperationException(text); } catch (Exception e) { prompt = e.Message; }", "prompt" },
        { "assigned in a finally", "var prompt = \"a\"; try { Work(); } finally { prompt = text; }", "prompt" },
        { "assigned in a filter", "var prompt = \"a\"; try { Work(); } catch (Exception) when ((prompt = text).Length > 1) { }", "prompt" },
        { "filter and catch", "var prompt = \"a\"; try { prompt = text; Work(); } catch (Exception e) when (e.HResult == 1) { prompt += \"b\"; }", "prompt" },
        { "two finallys", "var prompt = \"a\"; try { try { Work(); } finally { prompt = text; } } finally { Work(); }", "prompt" },
        { "break out through a finally", "var prompt = \"a\"; while (true) { try { if (number > 1) break; } finally { prompt = text; } }", "prompt" },
        { "continue through a finally", "var prompt = \"a\"; for (var i = 0; i < 2; i++) { try { if (number > i) continue; } finally { prompt += text; } }", "prompt" },
        { "using", "var prompt = \"\"; using (var reader = new StringReader(text)) { prompt = reader.ReadToEnd(); }", "prompt" },
        { "await using", "var prompt = \"\"; await using (var stream = new MemoryStream()) { prompt = text; }", "prompt" },
        { "lock", "var prompt = \"\"; var gate = new object(); lock (gate) { prompt = text; }", "prompt" },
        { "for", "var prompt = \"\"; for (var i = 0; i < number; i++) prompt += text[i];", "prompt" },
        { "while", "var prompt = \"\"; while (prompt.Length < number) prompt += text;", "prompt" },
        { "do", "var prompt = \"\"; do { prompt += text; } while (prompt.Length < number);", "prompt" },
        { "carried from turn to turn", "string a = \"\", b = \"\", c = \"\", d = \"\"; for (var i = 0; i < number; i++) { a = b; b = c; c = d; d = text; }", "a" },
        { "nested loops", "var prompt = \"\"; for (var i = 0; i < 3; i++) { var line = \"\"; foreach (var word in text.Split(' ')) line += word; prompt += line; }", "prompt" },
        { "goto", "var prompt = \"a\"; again: if (prompt.Length < number) { prompt += text; goto again; }", "prompt" },
        { "checked block", "var prompt = \"\"; checked { prompt = text; }", "prompt" },
    };

    public static TheoryData<string, string> Bodies => new()
    {
        { "call in a lambda", "Func<Task> ask = async () => await client.{|AISEC201:GetResponseAsync(text)|}; await ask();" },
        { "call in a local function", "async Task Ask() => await client.{|AISEC201:GetResponseAsync(text)|}; await Ask();" },
        { "call in a local function with a parameter", "await Ask(text); async Task Ask(string t) => await client.{|AISEC201:GetResponseAsync(t)|};" },
        { "call in a catch", "try { Work(); } catch (Exception) { await client.{|AISEC201:GetResponseAsync(text)|}; }" },
        { "call in a finally", "try { Work(); } finally { await client.{|AISEC201:GetResponseAsync(text)|}; }" },
        { "call in a filter", "try { Work(); } catch (Exception) when (client.{|AISEC201:GetResponseAsync(text)|}.Result.Text == \"a\") { }" },
        { "call in a loop", "foreach (var word in text.Split(' ')) await client.{|AISEC201:GetResponseAsync(word)|};" },
        { "call in Select", "await Task.WhenAll(text.Split(' ').Select(word => client.{|AISEC201:GetResponseAsync(word)|}));" },
        { "call in an interpolation", "Console.WriteLine($\"{(await client.{|AISEC201:GetResponseAsync(text)|}).Text}\");" },
        { "call as a condition", "if ((await client.{|AISEC201:GetResponseAsync(text)|}).Text == \"yes\") Work();" },
        { "call on a nullable client", "IChatClient? maybe = client; await (maybe?{|AISEC201:.GetResponseAsync(text)|} ?? Task.FromResult(new ChatResponse()));" },
        { "streaming call", "await foreach (var update in client.{|AISEC201:GetStreamingResponseAsync(text)|}) Console.Write(update.Text);" },
        { "streaming call kept in a variable", "var updates = client.{|AISEC201:GetStreamingResponseAsync(text)|}; await foreach (var update in updates) Console.Write(update);" },
        { "structured output", "var answer = await client.{|AISEC201:GetResponseAsync<Request>(text)|};" },
        { "interface member itself", "await client.{|AISEC201:GetResponseAsync(new List<ChatMessage> { new(ChatRole.User, text) }, null, default)|};" },
        { "two calls", "await client.{|AISEC201:GetResponseAsync(text)|}; await client.{|AISEC201:GetResponseAsync(\"a\" + text)|};" },
        { "only the second call", "var prompt = \"a\"; await client.GetResponseAsync(prompt); prompt = text; await client.{|AISEC201:GetResponseAsync(prompt)|};" },
        { "only the first call", "var prompt = text; await client.{|AISEC201:GetResponseAsync(prompt)|}; prompt = \"a\"; await client.GetResponseAsync(prompt);" },
        { "in a model's answer that is asked again", "var first = await client.{|AISEC201:GetResponseAsync(text)|}; await client.GetResponseAsync(first.Text);" },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    [MemberData(nameof(ControlFlow))]
    public Task Reaches_the_model(string name, string statements, string expression)
    {
        _ = name;
        return Endpoint.ReportsAsync(statements, expression, Members);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public Task Reports_the_call(string name, string body)
    {
        _ = name;
        return Endpoint.VerifyAsync(body, Members);
    }
}
