namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Expressions that hand text on.</summary>
public class TextTests
{
    public static TheoryData<string, string, string> Awaits => new()
    {
        { "plain parameter", "", "text" },
        { "await of a result", "", "await Task.FromResult(text)" },
        { "await of a value task", "", "await new ValueTask<string>(text)" },
        { "await later", "var task = Task.FromResult(text); Work();", "await task" },
        { "ConfigureAwait", "", "await Task.FromResult(text).ConfigureAwait(false)" },
        { "Result", "var task = Task.FromResult(text);", "task.Result" },
        { "GetAwaiter", "", "Task.FromResult(text).GetAwaiter().GetResult()" },
        { "Task.Run", "", "await Task.Run(() => text)" },
        { "ContinueWith", "", "await Task.FromResult(text).ContinueWith(t => t.Result + \"!\")" },
        { "WhenAll of an argument list", "var all = await Task.WhenAll(Task.FromResult(\"a\"), Task.FromResult(text));", "all[1]" },
        { "WhenAll of a sequence", "var all = await Task.WhenAll(new[] { text }.Select(t => Task.FromResult(t)));", "string.Join(\" \", all)" },
        { "WhenAny", "var first = await Task.WhenAny(Task.FromResult(text), Task.FromResult(\"a\"));", "await first" },
        { "completion source", "var source = new TaskCompletionSource<string>(); source.SetResult(text);", "await source.Task" },
        { "async local function", "async Task<string> Later() { await Task.Yield(); return text; }", "await Later()" },
        { "async lambda", "Func<Task<string>> later = async () => { await Task.Yield(); return text; };", "await later()" },
        { "Lazy", "var lazy = new Lazy<string>(() => text);", "lazy.Value" },
        { "Lazy of a value", "var lazy = new Lazy<string>(text);", "lazy.Value" },
    };

    public static TheoryData<string, string, string> Choices => new()
    {
        { "conditional access", "string? maybe = text;", "maybe?.Trim() ?? \"\"" },
        { "chain of conditional access", "string? maybe = text;", "maybe?.Trim()?.ToUpperInvariant() ?? \"none\"" },
        { "conditional element access", "string[]? parts = text.Split(' ');", "parts?[0] ?? \"\"" },
        { "conditional access on a member", "Data? data = new Data { Text = text };", "data?.Text ?? \"\"" },
        { "coalesce right", "string? none = number > 0 ? null : \"a\";", "none ?? text" },
        { "coalesce left", "string? maybe = text;", "maybe ?? \"none\"" },
        { "coalesce chain", "string? a = null; string? b = null;", "a ?? b ?? text" },
        { "coalesce assignment", "string? value = number > 0 ? null : \"a\"; value ??= text;", "value" },
        { "coalesce assignment of a member", "var data = new Data(); data.Inner ??= new Data { Text = text };", "data.Inner.Text" },
        { "coalesce throw", "string? maybe = text;", "maybe ?? throw new ArgumentNullException()" },
        { "conditional", "", "number > 1 ? text : \"constant\"" },
        { "nested conditional", "", "number > 1 ? \"one\" : number > 2 ? \"two\" : text" },
        { "conditional assignment target", "string a = \"a\", b = \"b\"; (number > 1 ? ref a : ref b) = text;", "a + b" },
        { "switch expression arm", "", "number switch { 1 => \"one\", _ => text }" },
        { "switch expression var pattern", "", "text switch { \"\" => \"empty\", var other => other }" },
        { "switch expression property pattern", "", "text switch { { Length: > 3 } longer => longer, _ => \"short\" }" },
        { "switch expression on a tuple", "", "(text, number) switch { (var given, 1) => given, _ => \"\" }" },
        { "switch expression on a type", "object boxed = text;", "boxed switch { string s when s.Length > 1 => s, _ => \"\" }" },
        { "switch statement", "string prompt; switch (number) { case 1: prompt = \"one\"; break; default: prompt = text; break; }", "prompt" },
        { "switch statement with a pattern", "var prompt = \"\"; switch (text) { case { Length: > 3 } longer: prompt = longer; break; }", "prompt" },
        { "switch section that goes to another", "var prompt = \"\"; switch (number) { case 1: prompt = text; goto case 2; case 2: break; default: prompt = \"a\"; break; }", "prompt" },
        { "declaration pattern", "object boxed = text; if (boxed is not string inner) return;", "inner" },
        { "empty property pattern", "if (text is not { } given) return;", "given" },
        { "property subpattern", "var request = new Request(text, 1); if (request is not { Text: var inner }) return;", "inner" },
        { "positional pattern", "var request = new Request(text, 1); if (request is not (var inner, _)) return;", "inner" },
        { "list pattern", "if (text.Split(' ') is not [var first, ..]) return;", "first" },
        { "slice pattern", "if (text.Split(' ') is not [_, .. var rest]) return;", "string.Join(\" \", rest)" },
        { "pattern with and", "object boxed = text; if (boxed is not (string and { Length: > 2 } inner)) return;", "(string)inner" },
        { "as", "object boxed = text;", "boxed as string ?? \"\"" },
        { "cast", "object boxed = text;", "(string)boxed" },
        { "null forgiving", "string? maybe = text;", "maybe!" },
        { "ToString of an object", "object boxed = text;", "boxed.ToString()!" },
        { "dynamic", "dynamic anything = text;", "(string)anything" },
        { "assignment as an expression", "string prompt;", "prompt = text" },
        { "chained assignment", "string a, b; a = b = text;", "a" },
        { "out of a conditional or", "if (number < 3 || text is not { Length: > 1 } given) return;", "given" },
    };

    public static TheoryData<string, string, string> Strings => new()
    {
        { "interpolation", "", "$\"Say: {text}\"" },
        { "interpolation with alignment", "", "$\"{text,10} and {number}\"" },
        { "nested interpolation", "", "$\"a {$\"b {text}\"}\"" },
        { "raw interpolation", "", "$\"\"\"Say: {text}\"\"\"" },
        { "formattable string", "FormattableString formattable = $\"Say: {text}\";", "formattable.ToString(CultureInfo.InvariantCulture)" },
        { "FormattableString.Invariant", "", "FormattableString.Invariant($\"Say: {text}\")" },
        { "string.Create with a handler", "", "string.Create(CultureInfo.InvariantCulture, $\"Say: {text}\")" },
        { "concatenation", "", "\"Say: \" + text" },
        { "concatenation in the middle", "", "\"Say: \" + text + \"!\" + number" },
        { "compound assignment", "var prompt = \"Say: \"; prompt += text;", "prompt" },
        { "compound assignment of a member", "var data = new Data(); data.Text += text;", "data.Text" },
        { "Format", "", "string.Format(\"Say: {0}\", text)" },
        { "Format with a culture", "", "string.Format(CultureInfo.InvariantCulture, \"{0} {1}\", number, text)" },
        { "Format with many", "", "string.Format(\"{0}{1}{2}{3}\", number, number, number, text)" },
        { "Concat", "", "string.Concat(\"Say: \", text)" },
        { "Concat of a sequence", "", "string.Concat(new List<string> { \"a\", text })" },
        { "Join of arguments", "", "string.Join(\" \", \"a\", text)" },
        { "Join of a sequence", "var lines = new List<string> { text };", "string.Join('\\n', lines)" },
        { "Join with it as the separator", "", "string.Join(text, \"a\", \"b\")" },
        { "Replace into a template", "", "\"Say: NAME\".Replace(\"NAME\", text)" },
        { "Replace in the text", "", "text.Replace(\"a\", \"b\")" },
        { "Substring", "", "text.Substring(1)" },
        { "range", "", "text[1..]" },
        { "Split", "", "text.Split(' ')[0]" },
        { "Trim and case", "", "text.Trim().ToLowerInvariant()" },
        { "Insert", "", "\"Say: \".Insert(5, text)" },
        { "PadLeft", "", "text.PadLeft(20)" },
        { "characters", "", "new string(text.ToCharArray())" },
        { "reversed characters", "", "new string(text.Reverse().ToArray())" },
        { "span", "", "text.AsSpan().Slice(1).ToString()" },
        { "memory", "var memory = text.AsMemory();", "memory.ToString()" },
        { "Regex.Replace", "", "Regex.Replace(text, \"[0-9]\", \"\")" },
        { "Regex.Match", "", "Regex.Match(text, \".*\").Value" },
        { "StringBuilder", "var builder = new StringBuilder(); builder.Append(\"a\").AppendLine(text);", "builder.ToString()" },
        { "StringBuilder in one go", "", "new StringBuilder().Append(text).Append('!').ToString()" },
        { "StringBuilder constructor", "var builder = new StringBuilder(text);", "builder.ToString()" },
        { "StringBuilder with a handler", "var builder = new StringBuilder(); builder.Append($\"Say: {text}\");", "builder.ToString()" },
        { "StringBuilder.AppendFormat", "var builder = new StringBuilder(); builder.AppendFormat(\"{0}\", text);", "builder.ToString()" },
        { "StringBuilder.AppendJoin", "var builder = new StringBuilder(); builder.AppendJoin(\" \", \"a\", text);", "builder.ToString()" },
        { "StringWriter", "var writer = new StringWriter(); writer.WriteLine(text);", "writer.ToString()" },
        { "StringReader", "var reader = new StringReader(text);", "reader.ReadToEnd()" },
        { "UTF-8 and back", "var bytes = Encoding.UTF8.GetBytes(text);", "Encoding.UTF8.GetString(bytes)" },
        { "base 64 and back", "var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));", "Encoding.UTF8.GetString(Convert.FromBase64String(encoded))" },
        { "memory stream", "using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text)); using var reader = new StreamReader(stream);", "await reader.ReadToEndAsync()" },
        { "written to a stream", "using var stream = new MemoryStream(); using (var writer = new StreamWriter(stream, leaveOpen: true)) writer.Write(text);", "Encoding.UTF8.GetString(stream.ToArray())" },
        { "bytes written to a stream", "using var stream = new MemoryStream(); stream.Write(Encoding.UTF8.GetBytes(text));", "Encoding.UTF8.GetString(stream.ToArray())" },
        { "BinaryData", "", "BinaryData.FromString(text).ToString()" },
        { "JSON of an anonymous object", "", "JsonSerializer.Serialize(new { question = text })" },
        { "JSON of a record", "", "JsonSerializer.Serialize(new Request(text, 1))" },
        { "JSON there and back", "var json = JsonSerializer.Serialize(new Request(text, 1)); var back = JsonSerializer.Deserialize<Request>(json)!;", "back.Text" },
        { "JSON to an object", "var request = JsonSerializer.Deserialize<Request>(text)!;", "request.Text" },
        { "JSON document", "using var document = JsonDocument.Parse(text);", "document.RootElement.GetProperty(\"question\").GetString()!" },
        { "JSON TryGetProperty", "using var document = JsonDocument.Parse(text); if (!document.RootElement.TryGetProperty(\"question\", out var property)) return;", "property.GetString()!" },
        { "JSON node", "var node = JsonNode.Parse(text)!;", "node[\"question\"]!.ToString()" },
        { "JSON object", "var node = new JsonObject { [\"question\"] = text };", "node.ToJsonString()" },
        { "JSON writer", "using var stream = new MemoryStream(); using (var writer = new Utf8JsonWriter(stream)) { writer.WriteStartObject(); writer.WriteString(\"q\", text); writer.WriteEndObject(); }", "Encoding.UTF8.GetString(stream.ToArray())" },
    };

    [Theory]
    [MemberData(nameof(Awaits))]
    [MemberData(nameof(Choices))]
    [MemberData(nameof(Strings))]
    public Task Reaches_the_model(string name, string statements, string expression) => Named(name, Endpoint.ReportsAsync(statements, expression));

    private static Task Named(string name, Task test)
    {
        _ = name;
        return test;
    }
}
