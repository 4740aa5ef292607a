namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>From the endpoint through services to the model, in several types and files.</summary>
public class InterproceduralTests
{
    private const string Program = """
        using Microsoft.Extensions.DependencyInjection;
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        app.MapPost("/chat", (string text, Assistant assistant) => assistant.AnswerAsync(text));
        app.Run();
        """;

    private const string Gateway = """
        public class Gateway(IChatClient client) { public async Task<string> SendAsync(string prompt) => (await client.{|AISEC201:GetResponseAsync(prompt)|}).Text; }
        """;

    public static TheoryData<string, string, string, string> Chains => new()
    {
        { "classes", Program, "public class Assistant(Gateway gateway) { public Task<string> AnswerAsync(string question) => gateway.SendAsync($\"Answer: {question}\"); }", Gateway },
        {
            "fields set in the constructor", Program,
            "public class Assistant { private readonly Gateway _gateway; public Assistant(Gateway gateway) { _gateway = gateway; } public Task<string> AnswerAsync(string question) { var prompt = $\"Answer: {question}\"; return _gateway.SendAsync(prompt); } }",
            Gateway
        },
        {
            "interfaces",
            Program.Replace("Assistant assistant", "IAssistant assistant").Replace("var app", "builder.Services.AddScoped<IAssistant, Assistant>(); builder.Services.AddScoped<IGateway, Gateway>(); var app"),
            "public interface IAssistant { Task<string> AnswerAsync(string question); } public class Assistant(IGateway gateway) : IAssistant { public async Task<string> AnswerAsync(string question) => await gateway.SendAsync(question); }",
            "public interface IGateway { Task<string> SendAsync(string prompt); } " + Gateway.Replace("(IChatClient client)", "(IChatClient client) : IGateway")
        },
        {
            "explicit implementation", Program,
            "public class Assistant(IGateway gateway) { public Task<string> AnswerAsync(string question) => gateway.SendAsync(question); }",
            "public interface IGateway { Task<string> SendAsync(string prompt); } public class Gateway(IChatClient client) : IGateway { async Task<string> IGateway.SendAsync(string prompt) => (await client.{|AISEC201:GetResponseAsync(prompt)|}).Text; }"
        },
        {
            "generic interface", Program,
            "public class Assistant(IHandler<string> handler) { public Task<string> AnswerAsync(string question) => handler.HandleAsync(question); }",
            "public interface IHandler<T> { Task<string> HandleAsync(T request); } public class Handler(IChatClient client) : IHandler<string> { public async Task<string> HandleAsync(string request) => (await client.{|AISEC201:GetResponseAsync(request)|}).Text; }"
        },
        {
            "request object", Program,
            "public record Query(string Question, int Limit); public class Assistant(Gateway gateway) { public Task<string> AnswerAsync(string question) => gateway.SendAsync(new Query(question, 3)); }",
            "public class Gateway(IChatClient client) { public async Task<string> SendAsync(Query query) => (await client.{|AISEC201:GetResponseAsync(query.Question)|}).Text; }"
        },
        {
            "number of a request object", Program,
            "public record Query(string Question, int Limit); public class Assistant(Gateway gateway) { public Task<string> AnswerAsync(string question) => gateway.SendAsync(new Query(question, 3)); }",
            "public class Gateway(IChatClient client) { public async Task<string> SendAsync(Query query) => (await client.GetResponseAsync($\"{query.Limit}\")).Text; }"
        },
        {
            "list of messages", Program,
            "public class Assistant(Gateway gateway) { public Task<string> AnswerAsync(string question) { var messages = new List<ChatMessage> { new(ChatRole.User, question) }; return gateway.SendAsync(messages); } }",
            "public class Gateway(IChatClient client) { public async Task<string> SendAsync(IList<ChatMessage> messages) => (await client.{|AISEC201:GetResponseAsync(messages)|}).Text; }"
        },
        {
            "list filled by a helper", Program,
            "public class Assistant(IChatClient client) { public async Task<string> AnswerAsync(string question) { var messages = new List<ChatMessage>(); Helper.Fill(messages, question); return (await client.{|AISEC201:GetResponseAsync(messages)|}).Text; } }",
            "public static class Helper { public static void Fill(List<ChatMessage> messages, string question) => messages.Add(new ChatMessage(ChatRole.User, question)); }"
        },
        {
            "field of another call", Program,
            "public class Assistant(IChatClient client) { private string _question = \"\"; public Task<string> AnswerAsync(string question) { _question = question; return SendAsync(); } private async Task<string> SendAsync() => (await client.{|AISEC201:GetResponseAsync(_question)|}).Text; }",
            "public class Unused;"
        },
        {
            "constructor argument", Program,
            "public class Assistant(IChatClient client) { public Task<string> AnswerAsync(string question) => new Conversation(client, question).RunAsync(); }",
            "public class Conversation(IChatClient client, string question) { public async Task<string> RunAsync() => (await client.{|AISEC201:GetResponseAsync(question)|}).Text; }"
        },
        {
            "constructor argument in a field initialiser", Program,
            "public class Assistant(IChatClient client) { public Task<string> AnswerAsync(string question) => new Conversation(client, question).RunAsync(); }",
            "public class Conversation(IChatClient client, string question) { private readonly string _prompt = \"Answer: \" + question; public async Task<string> RunAsync() => (await client.{|AISEC201:GetResponseAsync(_prompt)|}).Text; }"
        },
        {
            "constructor argument in a field", Program,
            "public class Assistant(IChatClient client) { public Task<string> AnswerAsync(string question) => new Conversation(client, question).RunAsync(); }",
            "public class Conversation { private readonly IChatClient _client; private readonly string _question; public Conversation(IChatClient client, string question) { _client = client; _question = question; } public async Task<string> RunAsync() => (await _client.{|AISEC201:GetResponseAsync(_question)|}).Text; }"
        },
        {
            "constructor argument in a property with a body", Program,
            "public class Assistant(IChatClient client) { public async Task<string> AnswerAsync(string question) => (await client.{|AISEC201:GetResponseAsync(new Prompt(question).Text)|}).Text; }",
            "public class Prompt(string question) { private readonly string _question = question; public string Text => $\"Answer: {_question}\"; }"
        },
        {
            "property of a property", Program,
            "public class Assistant(IChatClient client) { public async Task<string> AnswerAsync(string question) { var prompt = new Prompt { Question = question }; return (await client.{|AISEC201:GetResponseAsync(prompt.Text)|}).Text; } }",
            "public class Prompt { public string Question { get; set; } = \"\"; public string Text { get { return \"Answer: \" + Question; } } }"
        },
        {
            "override", Program,
            "public class Assistant(Base gateway) { public Task<string> AnswerAsync(string question) => gateway.SendAsync(question); }",
            "public abstract class Base { public abstract Task<string> SendAsync(string prompt); } public class Gateway(IChatClient client) : Base { public override async Task<string> SendAsync(string prompt) => (await client.{|AISEC201:GetResponseAsync(prompt)|}).Text; }"
        },
        {
            "template method", Program,
            "public class Assistant(Gateway gateway) { public Task<string> AnswerAsync(string question) => gateway.SendAsync(question); }",
            "public abstract class Base { public Task<string> SendAsync(string prompt) => CoreAsync(prompt.Trim()); protected abstract Task<string> CoreAsync(string prompt); } public class Gateway(IChatClient client) : Base { protected override async Task<string> CoreAsync(string prompt) => (await client.{|AISEC201:GetResponseAsync(prompt)|}).Text; }"
        },
        {
            "base constructor", Program,
            "public class Assistant(IChatClient client) { public Task<string> AnswerAsync(string question) => new Conversation(client, question).RunAsync(); }",
            "public class Base(string prompt) { protected string Prompt { get; } = prompt; } public class Conversation(IChatClient client, string question) : Base(question) { public async Task<string> RunAsync() => (await client.{|AISEC201:GetResponseAsync(Prompt)|}).Text; }"
        },
        {
            "base call", Program,
            "public class Assistant(Gateway gateway) { public Task<string> AnswerAsync(string question) => gateway.SendAsync(question); }",
            "public class Base(IChatClient client) { public virtual async Task<string> SendAsync(string prompt) => (await client.{|AISEC201:GetResponseAsync(prompt)|}).Text; } public class Gateway(IChatClient client) : Base(client) { public override Task<string> SendAsync(string prompt) => base.SendAsync(\"Answer: \" + prompt); }"
        },
        {
            "delegate argument", Program,
            "public class Assistant(IChatClient client) { public Task<string> AnswerAsync(string question) => Runner.RunAsync(async prompt => (await client.{|AISEC201:GetResponseAsync(prompt)|}).Text, question); }",
            "public static class Runner { public static Task<string> RunAsync(Func<string, Task<string>> ask, string question) => ask(question.Trim()); }"
        },
        {
            "delegate that captures", Program,
            "public class Assistant(IChatClient client) { public Task<string> AnswerAsync(string question) => Runner.RetryAsync(async () => (await client.{|AISEC201:GetResponseAsync(question)|}).Text); }",
            "public static class Runner { public static async Task<T> RetryAsync<T>(Func<Task<T>> action) { for (var i = 0; ; i++) { try { return await action(); } catch (IOException) when (i < 3) { } } } }"
        },
        {
            "delegate in a field", Program,
            "public class Assistant { private readonly Func<string, Task<string>> _send; public Assistant(Gateway gateway) { _send = gateway.SendAsync; } public Task<string> AnswerAsync(string question) => _send(question); }",
            Gateway
        },
        {
            "event", Program,
            "public class Assistant { public event Func<string, Task<string>>? Asked; public Assistant(Gateway gateway) { Asked += gateway.SendAsync; } public Task<string> AnswerAsync(string question) => Asked!(question); }",
            Gateway
        },
        {
            "builder of prompts", Program,
            "public class Assistant(IChatClient client) { public async Task<string> AnswerAsync(string question) => (await client.{|AISEC201:GetResponseAsync(new PromptBuilder().Add(\"Answer:\").Add(question).Build())|}).Text; }",
            "public class PromptBuilder { private readonly StringBuilder _text = new(); public PromptBuilder Add(string line) { _text.AppendLine(line); return this; } public string Build() => _text.ToString(); }"
        },
        {
            "result of a service", Program,
            "public class Assistant(IChatClient client, Formatter formatter) { public async Task<string> AnswerAsync(string question) => (await client.{|AISEC201:GetResponseAsync(await formatter.FormatAsync(question))|}).Text; }",
            "public class Formatter { public async Task<string> FormatAsync(string t) { await Task.Yield(); return $\"<{t}>\"; } }"
        },
        {
            "stored and read by another", Program,
            "public class Store { public List<string> Lines { get; } = new(); } public class Assistant(Store store, Gateway gateway) { public Task<string> AnswerAsync(string question) { store.Lines.Add(question); return gateway.SendAsync(); } }",
            "public class Gateway(IChatClient client, Store store) { public async Task<string> SendAsync() => (await client.{|AISEC201:GetResponseAsync(string.Join(' ', store.Lines))|}).Text; }"
        },
        {
            "history in a field", Program,
            "public class Assistant(Gateway gateway) { public Task<string> AnswerAsync(string question) { gateway.Remember(question); return gateway.SendAsync(); } }",
            "public class Gateway(IChatClient client) { private readonly List<ChatMessage> _history = [new(ChatRole.System, \"Be kind.\")]; public void Remember(string line) => _history.Add(new(ChatRole.User, line)); public async Task<string> SendAsync() => (await client.{|AISEC201:GetResponseAsync(_history)|}).Text; }"
        },
        {
            "partial class", Program,
            "public partial class Assistant(IChatClient client) { public Task<string> AnswerAsync(string question) => SendAsync(question); }",
            "public partial class Assistant { private async Task<string> SendAsync(string prompt) => (await client.{|AISEC201:GetResponseAsync(prompt)|}).Text; }"
        },
        {
            "extension method on the client", Program,
            "public class Assistant(IChatClient client) { public Task<string> AnswerAsync(string question) => client.AskAsync(question); }",
            "public static class ClientExtensions { public static async Task<string> AskAsync(this IChatClient client, string prompt) => (await client.{|AISEC201:GetResponseAsync(prompt)|}).Text; }"
        },
        {
            "recursion", Program,
            "public class Assistant(Gateway gateway) { public Task<string> AnswerAsync(string question) => StepAsync(question, 3); private Task<string> StepAsync(string t, int n) => n == 0 ? gateway.SendAsync(t) : StepAsync(t + \"!\", n - 1); }",
            Gateway
        },
        {
            "mutual recursion", Program,
            "public class Assistant(Gateway gateway) { public Task<string> AnswerAsync(string question) => EvenAsync(question, 4); private Task<string> EvenAsync(string t, int n) => n == 0 ? gateway.SendAsync(t) : OddAsync(t, n - 1); private Task<string> OddAsync(string t, int n) => EvenAsync(t + \"!\", n - 1); }",
            Gateway
        },
        {
            "recursion in what is handed back", Program,
            "public class Assistant(Gateway gateway) { public Task<string> AnswerAsync(string question) => gateway.SendAsync(Even(question, 4)); private static string Even(string t, int n) => n == 0 ? t : Odd(t, n - 1); private static string Odd(string t, int n) => n == 0 ? \"\" : Even(t, n - 1); }",
            Gateway
        },
        {
            "constant all the way", Program,
            "public class Assistant(Gateway gateway) { public Task<string> AnswerAsync(string question) { Console.WriteLine(question); return gateway.SendAsync(\"Tell a joke.\"); } }",
            Gateway.Replace("{|AISEC201:", "").Replace("|}", "")
        },
        {
            "number all the way", Program,
            "public class Assistant(Gateway gateway) { public Task<string> AnswerAsync(string question) => gateway.SendAsync(question.Length.ToString()); }",
            Gateway.Replace("{|AISEC201:", "").Replace("|}", "")
        },
        {
            "seven calls deep", Program,
            "public class Assistant(Gateway gateway) { public Task<string> AnswerAsync(string t) => A(t); Task<string> A(string t) => B(t); Task<string> B(string t) => C(t); Task<string> C(string t) => D(t); Task<string> D(string t) => gateway.SendAsync(t); }",
            Gateway
        },
    };

    public static TheoryData<string, string> Contexts => new()
    {
        {
            "helper that hands back",
            "app.MapGet(\"/a\", (IChatClient c) => c.GetResponseAsync(Tools.Quote(\"constant\"))); app.MapPost(\"/b\", (string text, IChatClient c) => c.{|AISEC201:GetResponseAsync(Tools.Quote(text))|});"
        },
        {
            "helper that hands back in two steps",
            "app.MapGet(\"/a\", (IChatClient c) => c.GetResponseAsync(Tools.Twice(\"constant\"))); app.MapPost(\"/b\", (string text, IChatClient c) => c.{|AISEC201:GetResponseAsync(Tools.Twice(text))|});"
        },
        {
            "generic helper",
            "app.MapGet(\"/a\", (IChatClient c) => c.GetResponseAsync(Tools.Same(\"constant\"))); app.MapPost(\"/b\", (string text, IChatClient c) => c.{|AISEC201:GetResponseAsync(Tools.Same(text))|});"
        },
        {
            "async helper",
            "app.MapGet(\"/a\", async (IChatClient c) => await c.GetResponseAsync(await Tools.LaterAsync(\"constant\"))); app.MapPost(\"/b\", async (string text, IChatClient c) => await c.{|AISEC201:GetResponseAsync(await Tools.LaterAsync(text))|});"
        },
        {
            "both in one handler",
            "app.MapPost(\"/b\", async (string text, IChatClient c) => { await c.GetResponseAsync(Tools.Quote(\"constant\")); await c.{|AISEC201:GetResponseAsync(Tools.Quote(text))|}; await c.GetResponseAsync(Tools.Quote(\"other\")); });"
        },
        {
            "other argument",
            "app.MapPost(\"/b\", async (string text, IChatClient c) => { await c.GetResponseAsync(Tools.Second(text, \"constant\")); await c.{|AISEC201:GetResponseAsync(Tools.Second(\"constant\", text))|}; });"
        },
        {
            "record made by a helper",
            "app.MapPost(\"/b\", async (string text, IChatClient c) => { var a = Tools.Make(text); var b = Tools.Make(\"constant\"); await c.GetResponseAsync(b.Line); await c.{|AISEC201:GetResponseAsync(a.Line)|}; });"
        },
        {
            "out of a helper",
            "app.MapPost(\"/b\", async (string text, IChatClient c) => { Tools.Copy(text, out var a); Tools.Copy(\"constant\", out var b); await c.GetResponseAsync(b); await c.{|AISEC201:GetResponseAsync(a)|}; });"
        },
        {
            "helper that calls the model is reported there, once",
            "app.MapGet(\"/a\", (IChatClient c) => Model.AskAsync(c, \"constant\")); app.MapPost(\"/b\", (string text, IChatClient c) => Model.AskAsync(c, text));"
        },
    };

    [Theory]
    [MemberData(nameof(Chains))]
    public Task Three_files(string name, string program, string service, string gateway)
    {
        _ = name;
        return Endpoint.VerifyAnsweringFilesAsync(program, service, gateway);
    }

    /// <summary>The same types in one file, where it shows while typing.</summary>
    [Theory]
    [MemberData(nameof(Chains))]
    public Task One_file(string name, string program, string service, string gateway)
    {
        _ = name;
        return Endpoint.VerifyAnsweringFilesAsync(program + "\n" + service + "\n" + gateway);
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public Task Callers_are_told_apart(string name, string statements) => Endpoint.VerifyAnsweringFilesAsync(
        "var app = WebApplication.Create(args);\n" + statements,
        $$"""
        public record Made(string Line);
        public static class Tools
        {
            public static string Quote(string t) => $"'{t}'";
            public static string Twice(string t) { var once = Quote(t); return Quote(once); }
            public static T Same<T>(T value) => value;
            public static async Task<string> LaterAsync(string t) { await Task.Yield(); return t; }
            public static string Second(string a, string b) => b + a.Length;
            public static Made Make(string t) => new(t);
            public static void Copy(string from, out string to) => to = from;
        }
        public static class Model { public static Task<ChatResponse> AskAsync(IChatClient c, string t) => c.{{(name.StartsWith("helper that calls", StringComparison.Ordinal) ? "{|AISEC201:GetResponseAsync(t)|}" : "GetResponseAsync(t)")}}; }
        """);

    [Fact]
    public Task Registered_implementations_only() => Endpoint.VerifyAnsweringFilesAsync(
        Program.Replace("Assistant assistant", "IAssistant assistant"),
        "public interface IAssistant { Task<string> AnswerAsync(string question); } public class Fake : IAssistant { public Task<string> AnswerAsync(string question) => Task.FromResult(\"\"); }",
        "public class Other(IChatClient client) { public Task<ChatResponse> AnswerAsync(string question) => client.GetResponseAsync(question); }");
}
