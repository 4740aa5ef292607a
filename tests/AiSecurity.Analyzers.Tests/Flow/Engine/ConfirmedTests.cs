using AiSecurity.Analyzers.Tests.WholeAssembly;
using Microsoft.CodeAnalysis;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>What a person at the keyboard has said yes to is a suggestion: somebody has looked, and only a sandbox looks every time.</summary>
public class ConfirmedTests
{
    private const string Ask = "var script = (await client.GetResponseAsync(\"Write a script.\")).Text; Console.WriteLine(script); ";

    [Theory]
    [InlineData(Ask + "if (Console.ReadLine() != \"y\") return; Process.Start(\"bash\", script);")]
    [InlineData(Ask + "var answer = Console.ReadLine(); if (answer?.Trim().ToLower() != \"yes\") return; Process.Start(\"bash\", script);")]
    [InlineData(Ask + "if (Console.ReadKey().Key == ConsoleKey.Y) { Process.Start(\"bash\", script); }")]
    [InlineData(Ask + "if (Console.ReadLine() is \"y\" or \"Y\") Process.Start(\"bash\", script);")]
    [InlineData(Ask + "if (Console.ReadLine() == \"n\") return; Process.Start(\"bash\", script);")]
    [InlineData(Ask + "if (Console.ReadLine() is not (\"y\" or \"yes\")) { Console.WriteLine(\"No.\"); return; } try { Process.Start(\"bash\", script); } catch { }")]
    [InlineData(Ask + "if (Console.ReadLine() != \"y\") { } else { Process.Start(\"bash\", script); }")]
    [InlineData(Ask + "if (Console.ReadLine() == \"y\") File.Delete(script);")]
    [InlineData(Ask + "if (!AnsiConsole.Confirm(\"Run it?\")) return; Process.Start(\"bash\", script);")]
    [InlineData(Ask + "var isWanted = AnsiConsole.Confirm(\"Run it?\"); if (!isWanted) return; Process.Start(\"bash\", script);")]
    [InlineData(Ask + "var key = Console.ReadKey(); if (key.Key != ConsoleKey.Y) return; Process.Start(\"bash\", script);")]
    [InlineData(Ask + "if (Console.ReadKey().KeyChar != 'y') return; Process.Start(\"bash\", script);")]
    [InlineData(Ask + "if (!string.Equals(Console.ReadLine(), \"y\", StringComparison.OrdinalIgnoreCase)) return; Process.Start(\"bash\", script);")]
    [InlineData(Ask + "if (AnsiConsole.Confirm(\"Run it?\")) Process.Start(\"bash\", script);")]
    public Task Asked_before(string statements) => VerifyAsync(statements, DiagnosticSeverity.Info);

    [Theory]
    [InlineData(Ask + "Process.Start(\"bash\", script);")]
    [InlineData("if (Console.ReadLine() != \"y\") return; " + Ask + "Process.Start(\"bash\", script);")]
    [InlineData(Ask + "if (Console.ReadLine() == \"y\") return; Process.Start(\"bash\", script);")]
    [InlineData(Ask + "if (Console.ReadLine() == \"exit\") return; Process.Start(\"bash\", script);")]
    [InlineData(Ask + "if (Console.ReadLine() != \"y\") Console.WriteLine(\"No.\"); Process.Start(\"bash\", script);")]
    [InlineData(Ask + "if (Console.ReadLine() == \"n\") { Process.Start(\"bash\", script); }")]
    [InlineData(Ask + "var line = Console.ReadLine(); if (line!.Length > 0) { Process.Start(\"bash\", script); }")]
    [InlineData(Ask + "if (string.IsNullOrEmpty(Console.ReadLine())) return; Process.Start(\"bash\", script);")]
    [InlineData(Ask + "if (!string.IsNullOrEmpty(Console.ReadLine())) { Process.Start(\"bash\", script); }")]
    [InlineData(Ask + "if (Console.ReadKey().Key != ConsoleKey.Escape) Process.Start(\"bash\", script);")]
    [InlineData(Ask + "if (AnsiConsole.Confirm(\"Stop?\")) return; Process.Start(\"bash\", script);")]
    [InlineData(Ask + "if (!AnsiConsole.Confirm(\"Run it?\")) Process.Start(\"bash\", script);")]
    [InlineData(Ask + "if (script.Length != 3) return; Process.Start(\"bash\", script);")]
    [InlineData(Ask + "if (Console.ReadLine() == \"y\") { script = (await client.GetResponseAsync(\"Write another.\")).Text; Process.Start(\"bash\", script); }")]
    [InlineData("while (true) { " + Ask + "Process.Start(\"bash\", script); if (Console.ReadLine() != \"y\") return; }")]
    public Task Not_asked(string statements) => VerifyAsync(statements, DiagnosticSeverity.Warning);

    private static async Task VerifyAsync(string statements, DiagnosticSeverity expected)
    {
        var found = await FlowRun.BuildAsync(FlowRun.Compile(("Tool.cs", "using Microsoft.Extensions.AI;\nusing System.Diagnostics;\npublic class Tool(IChatClient client) { public async Task RunAsync() { " + statements + " } }\npublic static class AnsiConsole { public static bool Confirm(string question) => Console.ReadLine() == question; }")));
        Assert.Equal(expected, Assert.Single(found, static diagnostic => diagnostic.Id is "AISEC206" or "AISEC301").Severity);
    }
}
