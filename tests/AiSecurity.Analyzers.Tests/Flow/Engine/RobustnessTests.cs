using System.Collections.Immutable;
using System.Globalization;
using AiSecurity.Analyzers.Rules;
using AiSecurity.Analyzers.Tests.Verification;
using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Size, depth, half-typed code, and what shows while typing.</summary>
public class RobustnessTests
{
    private const string Program = "using Microsoft.AspNetCore.Builder; using Microsoft.Extensions.AI;\n";

    public static TheoryData<string, string> Huge => new()
    {
        { "body of 25,000 operations", Handler(string.Concat(Enumerable.Repeat("Console.WriteLine(number + 1);\n", 6500)) + "await client.GetResponseAsync(text);") },
        { "sum of 3,000 operands", Handler("await client.GetResponseAsync(" + string.Join(" + ", Enumerable.Repeat("text", 3000)) + ");") },
        { "sum of 3,000 operands in a local", Handler("var prompt = \"a\" + " + string.Join(" + ", Enumerable.Repeat("text", 3000)) + "; await client.GetResponseAsync(prompt);") },
        { "500 parentheses", Handler("await client.GetResponseAsync(" + new string('(', 500) + "text" + new string(')', 500) + ");") },
        { "300 nested calls", Handler("await client.GetResponseAsync(" + string.Concat(Enumerable.Repeat("Same(", 300)) + "text" + new string(')', 300) + ");") },
        { "300 nested conditionals", Handler("await client.GetResponseAsync(" + string.Concat(Enumerable.Repeat("number > 1 ? \"a\" : (", 300)) + "text" + new string(')', 300) + ");") },
        { "chain of 600 calls", Handler("var prompt = text" + string.Concat(Enumerable.Repeat(".Trim()", 600)) + "; await client.GetResponseAsync(prompt);") },
        { "600 locals in a loop", Handler("while (number > 1) {" + Numbered(600, "var v{0} = text + \"{0}\"; ") + " await client.GetResponseAsync(v599); }") },
        { "60 variables carried from turn to turn", Handler(Numbered(60, "var v{0} = \"\"; ") + "while (number > 1) {" + Numbered(59, "v{0} = v{1}; ") + " v59 = text; } await client.GetResponseAsync(v0);") },
        { "40 nested loops", Handler(string.Concat(Enumerable.Repeat("while (number > 1) { text += \"a\"; ", 40)) + "await client.GetResponseAsync(text);" + new string('}', 40)) },
        { "40 nested tries", Handler(string.Concat(Enumerable.Repeat("try { text += \"a\"; ", 40)) + "await client.GetResponseAsync(text);" + string.Concat(Enumerable.Repeat("} catch (Exception e) { text += e; } finally { text += \"b\"; }", 40))) },
        { "1,000 branches", Handler(Numbered(1000, "if (number == {0}) text += \"{0}\"; ") + "await client.GetResponseAsync(text);") },
        { "chain of 50 methods", Handler("await client.GetResponseAsync(M0(text));", Numbered(50, "static string M{0}(string t) => M{1}(t); ") + "static string M50(string t) => t;") },
        { "chain of 50 methods to the model", Handler("await M0(text, client);", Numbered(50, "static Task M{0}(string t, IChatClient c) => M{1}(t, c); ") + "static Task M50(string t, IChatClient c) => c.GetResponseAsync(t);") },
        { "80 methods that call each other", Handler("await M0(text, client);", Numbered(80, "static async Task M{0}(string t, IChatClient c) {{ " + Numbered(80, "await M{0}(t, c); ") + " await c.GetResponseAsync(t); }} ")) },
        { "200 implementations of an interface", Handler("ISend send = null!; await send.Send(text);", "interface ISend { Task Send(string t); } " + Numbered(200, "class S{0}(IChatClient c, ISend next) : ISend {{ public async Task Send(string t) {{ await c.GetResponseAsync(t); await next.Send(t); }} }} ")) },
        { "lambdas 40 deep", Handler("Action run = " + string.Concat(Enumerable.Repeat("() => { Action a = ", 40)) + "() => client.GetResponseAsync(text)" + string.Concat(Enumerable.Repeat("; a(); }", 40)) + "; run();") },
        { "1,000 endpoints", Program + "static class App { static void Map(WebApplication app) {" + Numbered(1000, "app.MapPost(\"/{0}\", async (string text, IChatClient client) => await client.GetResponseAsync(text)); ") + "} }" },
        { "dictionary of 2,000 entries", Handler("var map = new Dictionary<string, string> {" + Numbered(2000, "[\"{0}\"] = text, ") + "}; await client.GetResponseAsync(map[\"1\"]);") },
        { "switch of 1,500 arms", Handler("await client.GetResponseAsync(number switch {" + Numbered(1500, "{0} => text + \"{0}\", ") + "_ => \"\" });") },
    };

    public static TheoryData<string> HalfTyped =>
    [
        "await client.GetResponseAsync(",
        "await client.GetResponseAsync(text",
        "await client.GetResponseAsync(text,",
        "await client.GetResponseAsync(text, new ChatOptions { Instructions = ",
        "await client.GetResponseAsync(new ChatMessage(ChatRole.",
        "await client.GetResponseAsync([new(ChatRole.System, text), new(",
        "await client.GetResponseAsync(chatMessage: chatMessage: text);",
        "await client.GetResponseAsync(text text);",
        "await client.GetResponseAsync();",
        "await client.GetResponseAsync(messages: );",
        "await client.Missing(text);",
        "await missing.GetResponseAsync(text);",
        "await client.GetResponseAsync(missing(text));",
        "await client.GetResponseAsync(new Missing(text) { Text = text });",
        "await client.GetResponseAsync($\"{text",
        "await client.GetResponseAsync(text is { Length: > } x ? x : text);",
        "await client.GetResponseAsync(text switch { var x => });",
        "var (a, b) = ; await client.GetResponseAsync(a);",
        "foreach (var x in ) await client.GetResponseAsync(x);",
        "await foreach (var x in client.GetStreamingResponseAsync(text)",
        "text = text = ; await client.GetResponseAsync(text);",
        "string text2 = text; string text2 = text; await client.GetResponseAsync(text2);",
        "return await client.GetResponseAsync(text); yield return text;",
        "goto nowhere; await client.GetResponseAsync(text);",
        "try { await client.GetResponseAsync(text); } catch (",
        "async Task Local(string t) => await client.GetResponseAsync(t",
        "Func<string, Task> f = t => client.GetResponseAsync(t; f(text",
        "ref var r = ref text; await client.GetResponseAsync(r",
        "await client.GetResponseAsync(text with { });",
        "await client.GetResponseAsync(this);",
        "await client.GetResponseAsync(base.ToString());",
        "await client.GetResponseAsync(out var x, ref text);",
        "await client.GetResponseAsync<>(text);",
        "await client?.",
        "client.GetResponseAsync(text) = text;",
        "new ChatOptions().Instructions += text + ;",
    ];

    [Theory]
    [MemberData(nameof(Huge))]
    public async Task Survives_size(string name, string source)
    {
        var compilation = Compile((name, source));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await AnalyzeAsync(compilation, limit.Token);
    }

    [Theory]
    [MemberData(nameof(HalfTyped))]
    public async Task Survives_a_half_typed_statement(string statement)
    {
        await AnalyzeAsync(Compile(("Handler.cs", Handler(statement))));
        await AnalyzeAsync(Compile(("Program.cs", Program + "var app = WebApplication.Create(args); app.MapPost(\"/\", async (string text, IChatClient client) => { " + statement)));
    }

    [Fact]
    public async Task Survives_every_prefix()
    {
        var source = Handler("var prompts = text.Split(' ') is [var first, .. var rest] ? first + rest.Length : $\"{text}\"; await foreach (var u in client.GetStreamingResponseAsync([new(ChatRole.User, prompts)])) Console.Write(u.Text);");
        for (var length = Program.Length; length <= source.Length; length += 5)
            await AnalyzeAsync(Compile(("Handler.cs", source[..length])));
    }

    [Theory]
    [InlineData("sum of 500 operands")]
    public async Task Finds_the_text_in_a_long_sum(string name)
    {
        var found = await AnalyzeAsync(Compile((name, Handler("await client.GetResponseAsync(" + string.Join(" + ", Enumerable.Repeat("\"a\" + number", 499)) + " + text);"))));
        Assert.Equal("AISEC201", Assert.Single(found).Id);
    }

    [Theory]
    [InlineData("method chain", 5)]
    [InlineData("method chain", 7)]
    public async Task Finds_the_text_through_calls(string name, int depth)
    {
        var found = await AnalyzeAsync(Compile((name, Handler("await M0(text, client);", Numbered(depth, "static Task M{0}(string t, IChatClient c) => M{1}(t, c); ") + $"static Task M{depth}(string t, IChatClient c) => c.GetResponseAsync(t);"))));
        Assert.Equal("AISEC201", Assert.Single(found).Id);
    }

    [Fact]
    public async Task One_report_for_each_of_many_calls()
    {
        var found = await AnalyzeAsync(Compile(("Many.cs", Handler(string.Concat(Enumerable.Repeat("await client.GetResponseAsync(text);\n", 100))))));
        Assert.Equal(100, found.Length);
    }

    [Fact]
    public async Task Reports_while_typing_without_a_build()
    {
        var compilation = Compile(("Handler.cs", Handler("await client.GetResponseAsync(Same(text));")), ("Other.cs", "class Other { }"));
        var tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == "Handler.cs");
        Assert.Equal("AISEC201", Assert.Single(await LiveAsync(compilation, tree)).Id);
        Assert.Empty(await LiveAsync(compilation, compilation.SyntaxTrees.Single(other => other.FilePath == "Other.cs")));
    }

    [Fact]
    public async Task Reports_while_typing_in_a_top_level_program()
    {
        var compilation = Compile(("Program.cs", Program + "var app = WebApplication.Create(args); app.MapPost(\"/\", (string text, IChatClient client) => client.GetResponseAsync(text)); app.Run();"));
        Assert.Equal("AISEC201", Assert.Single(await LiveAsync(compilation, compilation.SyntaxTrees.Single(tree => tree.FilePath == "Program.cs"))).Id);
    }

    [Fact]
    public async Task Reports_once_when_both_the_file_and_the_build_find_it()
    {
        var found = await AnalyzeAsync(Compile(
            ("Handler.cs", Handler("await client.GetResponseAsync(text); await Asker.AskAsync(client, text);")),
            ("Asker.cs", Program + "static class Asker { public static Task AskAsync(IChatClient client, string t) => client.GetResponseAsync(t); }")));
        Assert.Equal(["Asker.cs", "Handler.cs"], found.Select(diagnostic => diagnostic.Location.SourceTree!.FilePath).Order());
    }

    [Fact]
    public async Task The_build_finds_what_the_file_alone_cannot()
    {
        var compilation = Compile(
            ("Handler.cs", Handler("await Asker.AskAsync(client, text);")),
            ("Asker.cs", Program + "static class Asker { public static Task AskAsync(IChatClient client, string t) => client.GetResponseAsync(t); }"));
        Assert.Empty(await LiveAsync(compilation, compilation.SyntaxTrees.Single(tree => tree.FilePath == "Handler.cs")));
        Assert.Single(await AnalyzeAsync(compilation));
    }

    private static string Handler(string statements, string members = "") => Program + $$"""
        static class App
        {
            static void Map(WebApplication app) => app.MapPost("/chat", async (string text, int number, IChatClient client) => { {{statements}} });
            static string Same(string t) => t;
            {{members}}
        }
        """;

    private static string Numbered(int count, string format) => string.Concat(Enumerable.Range(0, count).Select(i => string.Format(CultureInfo.InvariantCulture, format, i, i + 1)));

    private static Compilation Compile(params (string Name, string Text)[] files)
    {
        var first = Everything.Compile(files[0].Text, files[0].Name);
        return first.AddSyntaxTrees(files.Skip(1).Select(file => CSharpSyntaxTree.ParseText(file.Text, TestSetup.ParseOptions, file.Name)));
    }

    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, CancellationToken cancellationToken = default) =>
        RunAsync(compilation, analysis => analysis.GetAnalyzerDiagnosticsAsync(cancellationToken));

    private static Task<ImmutableArray<Diagnostic>> LiveAsync(Compilation compilation, SyntaxTree tree) =>
        RunAsync(compilation, analysis => analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, CancellationToken.None));

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(Compilation compilation, Func<CompilationWithAnalyzers, Task<ImmutableArray<Diagnostic>>> ask)
    {
        var crashes = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]),
            onAnalyzerException: (exception, _, _) => { lock (crashes) crashes.Add(exception.ToString()); },
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await ask(compilation.WithAnalyzers([new FlowAnalyzer()], options));
        Assert.Empty(crashes);
        // Nearly every endpoint returns what a model wrote: advice about that is for tests of its own.
        return [.. diagnostics.Where(diagnostic => diagnostic.Id != "AISEC207")];
    }
}
