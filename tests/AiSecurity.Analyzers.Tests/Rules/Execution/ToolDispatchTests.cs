using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Execution.UnapprovedToolAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Execution;

/// <summary>AISEC303: calls of a model that an application carries out itself, by the name of the function.</summary>
public class ToolDispatchTests
{
    [Theory]
    [InlineData("switch (call.FunctionName) { case [|\"delete\"|]: Delete(\"a\"); break; case \"list\": List(); break; }")]
    [InlineData("var r = call.FunctionName switch { [|\"delete\"|] => Delete(\"a\"), \"list\" => List(), _ => \"\" };")]
    [InlineData("var r = call.FunctionName switch { [|\"delete\"|] or [|\"remove\"|] => Delete(\"a\"), _ => \"\" };")]
    [InlineData("if (call.FunctionName == [|\"delete\"|]) Delete(\"a\"); else if (call.FunctionName == \"list\") List();")]
    [InlineData("if (call.FunctionName is [|\"delete\"|]) { Delete(\"a\"); }")]
    [InlineData("if (\"delete\".Length > 2 && call.FunctionName == [|\"delete\"|]) { Delete(\"a\"); }")]
    [InlineData("switch (call.FunctionName.ToLowerInvariant()) { case [|\"delete\"|]: Delete(\"a\"); break; }")]
    [InlineData("var name = call.FunctionName; switch (name) { case [|\"delete\"|]: Delete(\"a\"); break; }")]
    [InlineData("switch (call.FunctionName) { case [|nameof(Delete)|]: Delete(\"a\"); break; }")]
    [InlineData("switch (call.FunctionName) { case \"delete\": if (Console.ReadLine() == \"y\") Delete(\"a\"); break; case [|\"drop\"|]: Delete(\"b\"); break; }")]
    [InlineData("Run(call.FunctionName, call.FunctionArguments); static string Run(string name, BinaryData arguments) => name switch { [|\"delete\"|] => Delete(arguments.ToString()), _ => \"\" };")]
    public Task Reported(string body) => VerifyAsync("foreach (var call in calls) { " + body + " }");

    [Theory]
    [InlineData("switch (call.FunctionName) { case \"list\": List(); break; }")]
    [InlineData("switch (call.FunctionName) { case \"delete\": if (Console.ReadLine() == \"y\") Delete(\"a\"); break; }")]
    [InlineData("Console.WriteLine($\"{call.FunctionName}?\"); if (Console.ReadLine() != \"y\") continue; switch (call.FunctionName) { case \"delete\": Delete(\"a\"); break; }")]
    [InlineData("if (!Confirm(call.FunctionName)) continue; if (call.FunctionName == \"delete\") Delete(\"a\"); static bool Confirm(string name) => Console.ReadKey().Key == ConsoleKey.Y;")]
    [InlineData("Run(call.FunctionName); static string Run(string name) { if (Console.ReadLine() != \"y\") return \"\"; return name switch { \"delete\" => Delete(\"a\"), _ => \"\" }; }")]
    [InlineData("if (call.FunctionName != \"delete\") Delete(\"a\");")]
    [InlineData("var label = call.FunctionName + \"delete\"; switch (label) { case \"delete\": Delete(\"a\"); break; }")]
    [InlineData("switch (call.Id) { case \"delete\": Delete(\"a\"); break; }")]
    public Task Quiet(string body) => VerifyAsync("foreach (var call in calls) { " + body + " }");

    /// <summary>What a person types to talk to the agent is no approval.</summary>
    [Fact]
    public Task Conversation() => VerifyAsync("while (Console.ReadLine() is { } line) { if (line == \"\") break; foreach (var call in calls) { switch (call.FunctionName) { case [|\"delete\"|]: Delete(line); break; } } }");

    [Fact]
    public Task Other_class() => VerifyAsync("foreach (var call in calls) new Box().Invoke(call.FunctionName);", "class Box { public string Invoke(string name) => name switch { [|\"delete\"|] => Agent.Delete(\"a\"), _ => \"\" }; }");

    [Theory]
    [InlineData("void M(Microsoft.Extensions.AI.FunctionCallContent call) { if (call.Name == [|\"delete\"|]) Agent.Delete(\"a\"); }")]
    [InlineData("Microsoft.Extensions.AI.AIFunction Drop = null!; void M(Microsoft.Extensions.AI.FunctionCallContent call) { if (call.Name == [|Drop.Name|]) Agent.Delete(\"a\"); }")]
    [InlineData("void M(OpenAI.Responses.FunctionCallResponseItem call) { if (call.FunctionName == [|\"delete\"|]) Agent.Delete(\"a\"); }")]
    [InlineData("void M(Azure.AI.Inference.ChatCompletionsToolCall call) { if (call.Name == [|\"delete\"|]) Agent.Delete(\"a\"); }")]
    [InlineData("void M(Microsoft.SemanticKernel.FunctionCallContent call) { if (call.FunctionName == [|\"delete\"|]) Agent.Delete(\"a\"); }")]
    public Task Sdks(string member) => VerifyAsync("", "class More { " + member + " }");

    /// <summary>Tools behind a contract of the application, which it picks by their names.</summary>
    [Theory]
    [InlineData("await tools[call.FunctionName].RunAsync(call.FunctionArguments);", true)]
    [InlineData("var tool = tools[call.FunctionName]; await tool.RunAsync(call.FunctionArguments);", true)]
    [InlineData("if (tools.TryGetValue(call.FunctionName, out var tool)) await tool.RunAsync(call.FunctionArguments);", true)]
    [InlineData("var tool = tools.Values.FirstOrDefault(t => t.Name == call.FunctionName) ?? throw new KeyNotFoundException(); await tool!.RunAsync(call.FunctionArguments);", true)]
    [InlineData("var name = call.FunctionName; var tool = registry.Find(name); if (tool is null) continue; await tool.RunAsync(call.FunctionArguments);", true)]
    [InlineData("var task = registry.Find(call.FunctionName)?.RunAsync(call.FunctionArguments);", true)]
    [InlineData("if (!registry.Confirm(call.FunctionName)) continue; await tools[call.FunctionName].RunAsync(call.FunctionArguments);", false)]
    [InlineData("Console.WriteLine(tools[call.FunctionName].Name);", false)]
    [InlineData("await tools[call.Id].RunAsync(call.FunctionArguments);", false)]
    public Task Picked(string body, bool isReported) => Verify.VerifyAsync($$"""
        using OpenAI.Chat;
        public interface ITool { string Name { get; } Task<string> RunAsync(BinaryData arguments); }
        public class Registry(Dictionary<string, ITool> tools) { public ITool? Find(string name) => tools.GetValueOrDefault(name); public bool Confirm(string name) => Console.ReadLine() == name; }
        public class Agent(Dictionary<string, ITool> tools, Registry registry)
        {
            public async Task RunAsync(IEnumerable<ChatToolCall> calls) { foreach (var call in calls) { {{body}} } }
        }
        public class Delete : ITool { public string Name => "delete"; public Task<string> {{(isReported ? "[|RunAsync|]" : "RunAsync")}}(BinaryData arguments) { File.Delete(arguments.ToString()); return Task.FromResult(""); } }
        public class List : ITool { public string Name => "list"; public Task<string> RunAsync(BinaryData arguments) => Task.FromResult(string.Join(",", Directory.GetFiles("."))); }
        public class Asking : ITool { public string Name => "ask"; public Task<string> RunAsync(BinaryData arguments) { if (Console.ReadLine() == "y") File.Delete(arguments.ToString()); return Task.FromResult(""); } }
        public class Other { public Task<string> RunAsync(BinaryData arguments) { File.Delete(arguments.ToString()); return Task.FromResult(""); } }
        """);

    /// <summary>Functions in a table of the application, which it calls by their names.</summary>
    [Theory]
    [InlineData("await handlers[call.FunctionName](call.FunctionArguments);", true)]
    [InlineData("var handler = handlers[call.FunctionName]; await handler(call.FunctionArguments);", true)]
    [InlineData("if (handlers.TryGetValue(call.FunctionName, out var handler)) await handler(call.FunctionArguments);", true)]
    [InlineData("var name = call.FunctionName; if (this.handlers.TryGetValue(name, out var handler)) await handler(call.FunctionArguments);", true)]
    [InlineData("await CallAsync(call.FunctionName, call.FunctionArguments);", true)]
    [InlineData("if (Console.ReadLine() != \"y\") continue; await handlers[call.FunctionName](call.FunctionArguments);", false)]
    [InlineData("await handlers[call.Id](call.FunctionArguments);", false)]
    [InlineData("Console.WriteLine(names[call.FunctionName]);", false)]
    public async Task Table(string body, bool isReported)
    {
        string Marked(string name) => isReported ? $"[|\"{name}\"|]" : $"\"{name}\"";
        foreach (var made in new[]
        {
            $"handlers = new() {{ [{Marked("delete")}] = DeleteAsync, [\"list\"] = a => Task.FromResult(List()), [{Marked("drop")}] = a => DeleteAsync(a), [\"ask\"] = AskAsync }};",
            $"handlers = new() {{ {{ {Marked("delete")}, DeleteAsync }}, {{ \"list\", a => Task.FromResult(List()) }} }};",
            $"handlers = new(); handlers[{Marked("delete")}] = DeleteAsync; handlers.Add(\"list\", a => Task.FromResult(List()));",
            $"handlers = new(); handlers.Add({Marked("delete")}, async a => {{ await Task.Delay(1); return await DeleteAsync(a); }}); var others = new Dictionary<string, Func<BinaryData, Task<string>>> {{ [\"other\"] = DeleteAsync }};",
        })
        {
            await Verify.VerifyAsync($$"""
                using OpenAI.Chat;
                public class Agent
                {
                    private readonly Dictionary<string, Func<BinaryData, Task<string>>> handlers;
                    private readonly Dictionary<string, string> names = new() { ["delete"] = "Delete" };
                    public Agent() { {{made}} }
                    public async Task RunAsync(IEnumerable<ChatToolCall> calls) { foreach (var call in calls) { {{body}} } }
                    private Task<string> CallAsync(string name, BinaryData arguments) => handlers[name](arguments);
                    private Task<string> DeleteAsync(BinaryData arguments) { File.Delete(arguments.ToString()); return Task.FromResult(""); }
                    private Task<string> AskAsync(BinaryData arguments) => Console.ReadLine() == "y" ? DeleteAsync(arguments) : Task.FromResult("");
                    private static string List() => string.Join(",", Directory.GetFiles("."));
                }
                """);
        }
    }

    private static Task VerifyAsync(string body, string more = "") => Verify.VerifyAsync($$"""
        using OpenAI.Chat;
        #pragma warning disable OPENAI001
        public class Agent
        {
            public void Run(IEnumerable<ChatToolCall> calls) { {{body}} }
            public static string Delete(string path) { File.Delete(path); return path; }
            private static string List() => string.Join(",", Directory.GetFiles("."));
        }
        {{more}}
        """);
}
