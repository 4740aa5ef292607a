using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>Ways over several files: how they are shown, how often they are reported, and where callers are told apart.</summary>
public class GraphTests
{
    private const string Gateway = "public class Gateway(IChatClient client) { public async Task<string> SendAsync(string prompt) => (await client.{|#0:GetResponseAsync(prompt)|}).Text; }";

    /// <summary>The source first, then each call on the way to the model.</summary>
    [Fact]
    public Task Way_through_calls() => VerifyWayAsync(
        3,
        "var app = WebApplication.Create(args); app.MapPost(\"/chat\", (string {|#1:text|}, Assistant assistant) => assistant.{|#2:AnswerAsync(text)|});",
        "public class Assistant(Gateway gateway) { public Task<string> AnswerAsync(string question) { var prompt = $\"Answer: {question}\"; return gateway.{|#3:SendAsync(prompt)|}; } }",
        Gateway);

    [Fact]
    public Task Way_from_a_source_that_is_read() => VerifyWayAsync(
        2,
        "var app = WebApplication.Create(args); app.MapGet(\"/chat\", (HttpContext context, Gateway gateway) => gateway.{|#2:SendAsync(context.{|#1:Request.Query|}[\"q\"]!)|});".Replace("context.{|#1:Request.Query|}", "{|#1:context.Request.Query|}"),
        Gateway);

    [Fact]
    public Task Way_without_calls() => VerifyWayAsync(
        1, "var app = WebApplication.Create(args); app.MapPost(\"/chat\", (string {|#1:text|}, IChatClient client) => client.{|#0:GetResponseAsync(text)|});");

    /// <summary>What a helper hands back is no call on the way into another method.</summary>
    [Fact]
    public Task Way_through_what_is_handed_back() => VerifyWayAsync(
        1,
        "var app = WebApplication.Create(args); app.MapPost(\"/chat\", (string {|#1:text|}, IChatClient client) => client.{|#0:GetResponseAsync(Quotes.Quote(text))|});",
        "public static class Quotes { public static string Quote(string t) => $\"'{t}'\"; }");

    /// <summary>The way of the first source; of the others, where they come in: three in all.</summary>
    [Fact]
    public Task Ways_of_many_sources() => VerifyWayAsync(
        3,
        "var app = WebApplication.Create(args); app.MapPost(\"/chat\", (string {|#1:a|}, string {|#2:b|}, string {|#3:c|}, string d, IChatClient client) => client.{|#0:GetResponseAsync(a + b + c + d)|});");

    public static TheoryData<string, string, string, string> Once => new()
    {
        {
            "two implementations, each at its own call",
            "var app = WebApplication.Create(args); app.MapPost(\"/chat\", (string text, IGateway gateway) => gateway.SendAsync(text));",
            "public interface IGateway { Task<string> SendAsync(string prompt); } public class First(IChatClient client) : IGateway { public async Task<string> SendAsync(string prompt) => (await client.{|AISEC201:GetResponseAsync(prompt)|}).Text; }",
            "public class Second(IChatClient client) : IGateway { public async Task<string> SendAsync(string prompt) => (await client.{|AISEC201:GetResponseAsync(\"Answer: \" + prompt)|}).Text; }"
        },
        {
            "two implementations over one call",
            "var app = WebApplication.Create(args); app.MapPost(\"/chat\", (string text, IGateway gateway) => gateway.SendAsync(text));",
            "public interface IGateway { Task<string> SendAsync(string prompt); } public class First(Model model) : IGateway { public Task<string> SendAsync(string prompt) => model.AskAsync(prompt); } public class Second(Model model) : IGateway { public Task<string> SendAsync(string prompt) => model.AskAsync(\"Answer: \" + prompt); }",
            "public class Model(IChatClient client) { public async Task<string> AskAsync(string prompt) => (await client.{|AISEC201:GetResponseAsync(prompt)|}).Text; }"
        },
        {
            "two endpoints over one call",
            "var app = WebApplication.Create(args); app.MapPost(\"/a\", (string text, Model model) => model.AskAsync(text)); app.MapPost(\"/b\", (string other, Model model) => model.AskAsync(other));",
            "public class Unused;",
            "public class Model(IChatClient client) { public async Task<string> AskAsync(string prompt) => (await client.{|AISEC201:GetResponseAsync(prompt)|}).Text; }"
        },
        {
            "partial type",
            "var app = WebApplication.Create(args); app.MapControllers();",
            "public partial class Chat(IChatClient client) : ControllerBase { private string _prompt = \"\"; [HttpPost] public Task<string> Post(string text) { _prompt = text; return SendAsync(); } }",
            "public partial class Chat { private async Task<string> SendAsync() => (await client.{|AISEC201:GetResponseAsync(_prompt)|}).Text; }"
        },
        {
            "partial type with a method of its own",
            "var app = WebApplication.Create(args); app.MapControllers();",
            "public partial class Chat(IChatClient client) : ControllerBase { [HttpPost] public async Task<string> Post(string text) => (await client.{|AISEC201:GetResponseAsync(Wrap(text))|}).Text; [HttpGet] public async Task<string> Get(string text) => (await client.GetResponseAsync(Drop(text))).Text; private static partial string Wrap(string t); private static partial string Drop(string t); }",
            "public partial class Chat { private static partial string Wrap(string t) => $\"<{t}>\"; private static partial string Drop(string t) => $\"{t.Length}\"; }"
        },
        {
            "clean and tainted callers of one helper",
            "var app = WebApplication.Create(args); app.MapGet(\"/a\", (IChatClient client) => client.GetResponseAsync(Quotes.Quote(\"constant\"))); app.MapControllers();",
            "public class Chat(IChatClient client) : ControllerBase { [HttpPost] public Task<ChatResponse> Post(string text) => client.{|AISEC201:GetResponseAsync(Quotes.Quote(text))|}; [HttpGet] public Task<ChatResponse> Get(int number) => client.GetResponseAsync(Quotes.Quote($\"{number}\")); }",
            "public static class Quotes { public static string Quote(string t) { var quoted = Wrap(t); return quoted.Trim(); } private static string Wrap(string t) => $\"'{t}'\"; }"
        },
        {
            "out argument",
            "var app = WebApplication.Create(args); app.MapPost(\"/a\", (string text, IChatClient client) => { Copies.Out(text, out var copy); return client.{|AISEC201:GetResponseAsync(copy)|}; });",
            "public class Chat(IChatClient client) : ControllerBase { [HttpGet] public Task<ChatResponse> Get(string text) { Copies.Out($\"{text.Length}\", out var copy); return client.GetResponseAsync(copy); } }",
            "public static class Copies { public static void Out(string from, out string to) => to = from; }"
        },
        {
            "out argument of a try",
            "var app = WebApplication.Create(args); app.MapPost(\"/a\", (string text, IChatClient client) => Copies.TryOut(text, out var copy) ? client.{|AISEC201:GetResponseAsync(copy)|} : client.GetResponseAsync(\"a\"));",
            "public class Unused;",
            "public static class Copies { public static bool TryOut(string from, out string to) { to = \"\"; if (from.Length == 0) return false; to = from; return true; } }"
        },
        {
            "ref argument",
            "var app = WebApplication.Create(args); app.MapPost(\"/a\", (string text, IChatClient client) => { var prompt = \"a\"; Copies.Add(ref prompt, text); return client.{|AISEC201:GetResponseAsync(prompt)|}; });",
            "public class Chat(IChatClient client) : ControllerBase { [HttpGet] public Task<ChatResponse> Get(string text) { Copies.Clear(ref text); return client.GetResponseAsync(text); } }",
            "public static class Copies { public static void Add(ref string to, string from) => to += from; public static void Clear(ref string to) => to = \"\"; }"
        },
        {
            "list argument",
            "var app = WebApplication.Create(args); app.MapPost(\"/a\", (string text, IChatClient client) => { var messages = new List<ChatMessage>(); Copies.Fill(messages, text); return client.{|AISEC201:GetResponseAsync(messages)|}; });",
            "public class Chat(IChatClient client) : ControllerBase { [HttpGet] public Task<ChatResponse> Get(string text) { var messages = new List<ChatMessage>(); Copies.Fill(messages, $\"{text.Length}\"); return client.GetResponseAsync(messages); } }",
            "public static class Copies { public static void Fill(List<ChatMessage> messages, string line) { messages.Add(new ChatMessage(ChatRole.System, \"Be kind.\")); messages.Add(new ChatMessage(ChatRole.User, line)); } }"
        },
        {
            "builder argument",
            "var app = WebApplication.Create(args); app.MapPost(\"/a\", (string text, IChatClient client) => { var prompt = new StringBuilder(); Copies.Append(prompt, text); return client.{|AISEC201:GetResponseAsync(prompt.ToString())|}; });",
            "public class Unused;",
            "public static class Copies { public static void Append(StringBuilder prompt, string line) => prompt.AppendLine(line); }"
        },
        {
            "delegate that a registration hands to a constructor",
            "using Microsoft.Extensions.DependencyInjection; var builder = WebApplication.CreateBuilder(args); builder.Services.AddScoped(services => new Assistant(services.GetRequiredService<Model>().AskAsync)); var app = builder.Build(); app.MapPost(\"/a\", (string text, Assistant assistant) => assistant.AnswerAsync(text));",
            "public class Assistant(Func<string, Task<string>> ask) { public Task<string> AnswerAsync(string question) => ask(question); }",
            "public class Model(IChatClient client) { public async Task<string> AskAsync(string prompt) => (await client.{|AISEC201:GetResponseAsync(prompt)|}).Text; }"
        },
        {
            "lambda that a registration hands to a constructor",
            "using Microsoft.Extensions.DependencyInjection; var builder = WebApplication.CreateBuilder(args); builder.Services.AddScoped(services => new Assistant(async prompt => (await services.GetRequiredService<IChatClient>().{|AISEC201:GetResponseAsync(prompt)|}).Text)); var app = builder.Build(); app.MapPost(\"/a\", (string text, Assistant assistant) => assistant.AnswerAsync(text));",
            "public class Assistant { private readonly Func<string, Task<string>> _ask; public Assistant(Func<string, Task<string>> ask) => _ask = ask; public Task<string> AnswerAsync(string question) => _ask(question); }",
            "public class Unused;"
        },
        {
            "delegate of the options",
            "using Microsoft.Extensions.DependencyInjection; var builder = WebApplication.CreateBuilder(args); builder.Services.Configure<AskOptions>(options => options.Ask = Model.AskAsync); var app = builder.Build(); app.MapPost(\"/a\", (string text, Assistant assistant, IChatClient client) => assistant.AnswerAsync(client, text));",
            "public class AskOptions { public Func<IChatClient, string, Task<string>> Ask { get; set; } = (_, t) => Task.FromResult(t); } public class Assistant(Microsoft.Extensions.Options.IOptions<AskOptions> options) { public Task<string> AnswerAsync(IChatClient client, string question) => options.Value.Ask(client, question); }",
            "public static class Model { public static async Task<string> AskAsync(IChatClient client, string prompt) => (await client.{|AISEC201:GetResponseAsync(prompt)|}).Text; }"
        },
        {
            "what a registry hands out, of a type that the caller does not name",
            "var builder = WebApplication.CreateBuilder(args); var app = builder.Build(); app.MapPost(\"/a\", (string text, Registry registry) => { var tool = registry.Find(text); return tool.RunAsync(text); });",
            "public class Registry { private readonly Dictionary<string, ITool> _tools = new(); public ITool Find(string name) => _tools[name]; }",
            "public interface ITool { Task<string> RunAsync(string text); } " + Tools + "public class Ask(IChatClient client) : ITool { public async Task<string> RunAsync(string text) => (await client.{|AISEC201:GetResponseAsync(text)|}).Text; }"
        },
        {
            "what a property of a generic type hands out",
            "var builder = WebApplication.CreateBuilder(args); var app = builder.Build(); app.MapPost(\"/a\", async (string text, Registry registry) => { foreach (var tool in registry.All) await tool.RunAsync(text); });",
            "public class Registry { public IReadOnlyList<ITool> All { get; } = []; }",
            "public interface ITool { Task<string> RunAsync(string text); } " + Tools + "public class Ask(IChatClient client) : ITool { public async Task<string> RunAsync(string text) => (await client.{|AISEC201:GetResponseAsync(text)|}).Text; }"
        },
    };

    /// <summary>So many that the name of their method tells nothing.</summary>
    private const string Tools =
        "public class T1 : ITool { public Task<string> RunAsync(string text) => Task.FromResult(text); } public class T2 : ITool { public Task<string> RunAsync(string text) => Task.FromResult(text); } public class T3 : ITool { public Task<string> RunAsync(string text) => Task.FromResult(text); } ";

    [Theory]
    [MemberData(nameof(Once))]
    public Task Is_reported_once(string name, string program, string service, string gateway)
    {
        _ = name;
        return Endpoint.VerifyFilesAsync(program, service, gateway);
    }

    /// <summary>An object that is given to a method is no worse than the member that holds the text.</summary>
    [Theory]
    [InlineData("new Ask { Model = \"gpt\", Text = text }", "ask.Model", false)]
    [InlineData("new Ask { Model = \"gpt\", Text = text }", "ask.Text", true)]
    [InlineData("new Ask { Model = text, Text = \"Hello\" }", "ask.Model", true)]
    [InlineData("new Ask { Model = text, Text = \"Hello\" }", "ask.Text", false)]
    [InlineData("new Ask { Model = \"gpt\", Text = text }", "System.Text.Json.JsonSerializer.Serialize(ask)", true)]
    [InlineData("new Ask { Model = \"gpt\", Text = text }", "Shown(ask)", true)]
    [InlineData("new Ask { Model = text, Text = text }", "ask.Model", true)]
    [InlineData("new Ask { Model = \"gpt\", Inner = new Ask { Text = text } }", "ask.Inner.Text", true)]
    [InlineData("new Ask { Model = \"gpt\", Inner = new Ask { Text = text } }", "ask.Model", false)]
    [InlineData("new Ask { Model = \"gpt\", Text = text }", "ask.Prompt", true)]
    [InlineData("new Ask { Model = text, Text = \"Hello\" }", "ask.Prompt", false)]
    [InlineData("new Ask { Model = \"gpt\", Text = text }", "ask.All()", true)]
    [InlineData("new Ask { Model = \"gpt\", Text = text }", "(ask with { Model = \"other\" }).Text", true)]
    [InlineData("Filled(text)", "ask.Model", true)]
    public Task Objects_that_are_given(string made, string asked, bool isReported) => FlowVerifier.VerifyAsync(Endpoint.Usings + $$"""
        public record Ask { public string Model { get; set; } = ""; public string Text { get; set; } = ""; public Ask? Inner { get; set; } public string Prompt => "Say " + Text; public string All() => Model + Text; }
        public class Gateway(IChatClient client)
        {
            public async Task<string> SendAsync(Ask ask) => (await client.{{(isReported ? $"{{|AISEC201:GetResponseAsync({asked})|}}" : $"GetResponseAsync({asked})")}}).Text;
            private static string Shown(Ask ask) => ask.Text + ask.Model;
        }
        public static class App
        {
            public static void Map(WebApplication app) => app.MapPost("/a", (string text, Gateway gateway) => gateway.SendAsync({{made}}));
            private static Ask Filled(string text) => System.Text.Json.JsonSerializer.Deserialize<Ask>(text)!;
        }
        """);

    /// <summary>Also where it was put into a variable first.</summary>
    [Theory]
    [InlineData("var ask = new Ask { Model = \"gpt\" }; ask.Text = text;", "ask.Model", false)]
    [InlineData("var ask = new Ask { Model = \"gpt\" }; ask.Text = text;", "ask.Text", true)]
    [InlineData("var ask = System.Text.Json.JsonSerializer.Deserialize<Ask>(text)!; ask.Text = \"Hello\";", "ask.Model", true)]
    public Task Variables_that_are_given(string made, string asked, bool isReported) => FlowVerifier.VerifyAsync(Endpoint.Usings + $$"""
        public class Ask { public string Model { get; set; } = ""; public string Text { get; set; } = ""; }
        public class Gateway(IChatClient client)
        {
            public async Task<string> SendAsync(Ask ask) => (await client.{{(isReported ? $"{{|AISEC201:GetResponseAsync({asked})|}}" : $"GetResponseAsync({asked})")}}).Text;
        }
        public static class App
        {
            public static void Map(WebApplication app) => app.MapPost("/a", (string text, Gateway gateway) => { {{made}} return gateway.SendAsync(ask); });
        }
        """);

    /// <summary>What a method hands back is no worse than the member that holds the text.</summary>
    [Theory]
    [InlineData("return new Ask { Model = \"gpt\", Text = text };", "ask.Model", false)]
    [InlineData("return new Ask { Model = \"gpt\", Text = text };", "ask.Text", true)]
    [InlineData("var made = new Ask { Model = \"gpt\" }; made.Text = text; return made;", "ask.Model", false)]
    [InlineData("return new Ask { Model = \"gpt\", Text = text };", "$\"{System.Text.Json.JsonSerializer.Serialize(ask)}\"", true)]
    [InlineData("return text.Length > 3 ? new Ask { Text = text } : new Ask { Model = text };", "ask.Model", true)]
    [InlineData("return System.Text.Json.JsonSerializer.Deserialize<Ask>(text)!;", "ask.Model", true)]
    public Task Objects_that_are_handed_back(string body, string asked, bool isReported) => FlowVerifier.VerifyAsync(Endpoint.Usings + $$"""
        public class Ask { public string Model { get; set; } = ""; public string Text { get; set; } = ""; }
        public class Maker { public async Task<Ask> MakeAsync(string text) { await Task.Yield(); {{body}} } }
        public static class App
        {
            public static void Map(WebApplication app) => app.MapPost("/a", async (string text, Maker maker, IChatClient client) =>
            {
                var ask = await maker.MakeAsync(text);
                await client.{{(isReported ? $"{{|AISEC201:GetResponseAsync({asked})|}}" : $"GetResponseAsync({asked})")}};
            });
        }
        """);

    private static Task VerifyWayAsync(int steps, params string[] files)
    {
        var expected = new DiagnosticResult("AISEC201", DiagnosticSeverity.Warning).WithLocation(0);
        for (var i = 1; i <= steps; i++)
            expected = expected.WithLocation(i);
        return FlowVerifier.VerifyAsync(Endpoint.Usings + files[0], configure: test =>
        {
            for (var i = 1; i < files.Length; i++)
                test.AddSource($"/0/File{i}.cs", Endpoint.Usings + files[i]);
            test.ExpectedDiagnostics.Add(expected);
        });
    }
}
