using System.Globalization;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>What long code may cost: found as far as the budgets go, silent and counted beyond them.</summary>
public class BudgetTests
{
    /// <summary>Far more than any of it takes on a slow machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static TheoryData<string, string> Found => new()
    {
        { "sum of 3,000 operands", Handler("await client.GetResponseAsync(" + Numbered(2999, "\"{0}\" + ") + "text);") },
        { "sum of 3,000 operands in a local", Handler("var prompt = text + " + Numbered(2998, "\"{0}\" + ") + "\"\"; await client.GetResponseAsync(prompt);") },
        { "1,500 statements between", Handler("var prompt = text; " + Numbered(1500, "Console.WriteLine({0});\n") + "await client.GetResponseAsync(prompt);") },
        { "1,500 statements that hand it on", Handler("var v0 = text; " + Numbered(1500, "var v{1} = v{0};\n") + "await client.GetResponseAsync(v1500);") },
        { "1,500 statements that add to it", Handler("var prompt = \"\"; " + Numbered(750, "prompt += \"{0}\";\n") + "prompt += text; " + Numbered(750, "prompt += \"{0}\";\n") + "await client.GetResponseAsync(prompt);") },
        { "method of 1,500 statements between", Handler("await client.GetResponseAsync(Long(text));", "static string Long(string t) { " + Numbered(1500, "Console.WriteLine({0});\n") + " return t; }") },
        { "four loops in each other, each with eight ways on", Handler("var v0 = text; " + Numbered(20, "var v{1} = v{0};\n") + "var prompt = \"\"; " + Numbered(4, "foreach (var a{0} in v{0}.Split(' ')) {{ v{1} = a{0} + v{0}; " + string.Concat(Enumerable.Range(0, 8).Select(static way => $"if (a{{0}} == \"{way}\") {{{{ v1{way} = v{{0}} + v{way}; continue; }}}}")) + "\n") + "prompt += v4;" + new string('}', 4) + " await client.GetResponseAsync(prompt);") },
        { "60 branches that each go back to the head of a loop", Handler(Branches("v{0} = line; continue;")) },
        { "60 branches with flags", Handler(Branches("seen{0} = true; v{0} = line; continue;")) },
        { "60 branches that may fail", Handler(Branches("try {{ seen{0} = bool.Parse(line); v{0} = line; continue; }} catch (FormatException) when (!seen{0}) {{ continue; }}")) },
        { "helper that calls itself", Handler("await client.GetResponseAsync(Same(text, number));", "static string Same(string t, int n) => n == 0 ? t : Same(t + \"!\", n - 1);") },
        { "two helpers that call each other", Handler("await client.GetResponseAsync(Even(text, number));", "static string Even(string t, int n) => n == 0 ? t : Odd(t, n - 1); static string Odd(string t, int n) => n == 0 ? t : Even(t, n - 1);") },
        { "ring of 20 helpers", Handler("await client.GetResponseAsync(M0(text, number));", Numbered(20, "static string M{0}(string t, int n) => n == 0 ? t : M{1}(t, n - 1); ") + "static string M20(string t, int n) => M0(t, n);") },
        { "helpers that call each other and the model", Handler("await EvenAsync(text, number, client);", "static Task EvenAsync(string t, int n, IChatClient c) => n == 0 ? c.GetResponseAsync(t) : OddAsync(t, n - 1, c); static Task OddAsync(string t, int n, IChatClient c) => EvenAsync(t + \"!\", n - 1, c);") },
    };

    public static TheoryData<string, string> Clean => new()
    {
        { "sum of 3,000 constants", Handler("await client.GetResponseAsync(" + Numbered(2999, "\"{0}\" + ") + "\"\");") },
        { "1,500 statements without it", Handler("var prompt = \"\"; " + Numbered(1500, "prompt += \"{0}\";\n") + "await client.GetResponseAsync(prompt);") },
        { "two helpers that call each other for nothing", Handler("await client.GetResponseAsync(Even(text, number));", "static string Even(string t, int n) => n == 0 ? \"\" : Odd(t, n - 1); static string Odd(string t, int n) => n == 0 ? \"\" : Even(t, n - 1);") },
    };

    public static TheoryData<string, string> Spent => new()
    {
        { "25,000 operations", Handler(Numbered(6500, "Console.WriteLine(number + {0});\n") + "await client.GetResponseAsync(text);") },
        { "60 variables carried from turn to turn", Handler(Numbered(61, "var v{0} = \"\"; ") + "while (number > 1) {" + Numbered(60, "v{0} = v{1}; ") + " v60 = text; } await client.GetResponseAsync(v0);") },
    };

    [Theory]
    [MemberData(nameof(Found))]
    public async Task Is_found(string name, string source)
    {
        var (ids, spent) = await RunAsync(name, source);
        Assert.Equal(["AISEC201"], ids);
        Assert.Equal(0, spent);
    }

    [Theory]
    [MemberData(nameof(Clean))]
    public async Task Is_clean(string name, string source)
    {
        var (ids, spent) = await RunAsync(name, source);
        Assert.Empty(ids);
        Assert.Equal(0, spent);
    }

    [Theory]
    [MemberData(nameof(Spent))]
    public async Task Is_given_up(string name, string source)
    {
        var (ids, spent) = await RunAsync(name, source);
        Assert.Empty(ids);
        Assert.Equal(1, spent);
    }

    /// <summary>The method beside the one that is too long is none the worse for it.</summary>
    [Fact]
    public async Task Only_the_body_is_given_up()
    {
        var (ids, spent) = await RunAsync("beside", Handler("await client.GetResponseAsync(text); await Long(text, number, client);", "static async Task Long(string text, int number, IChatClient client) { " + Numbered(6500, "Console.WriteLine(number + {0});\n") + "await client.GetResponseAsync(text); }"));
        Assert.Equal(["AISEC201"], ids);
        Assert.Equal(1, spent);
    }

    /// <summary>A main loop visits its head once for each variable that its turns hand to each other.</summary>
    [Fact]
    public Task Switch_in_a_try_in_a_loop_in_a_try() => FlowVerifier.VerifyAsync(Endpoint.Usings + """
        public class Found { public string? Id { get; set; } public string? Name { get; set; } public string? Text { get; set; } public Found? Inner { get; set; } }
        public class Weather : Found { } public class Park : Found { } public class Products : Found { }
        public class Assistant(IChatClient client) : ControllerBase
        {
            [HttpPost] public async Task<Found> Ask(string text)
            {
                try
                {
                    var answer = await client.{|AISEC201:GetResponseAsync(text)|};
                    var found = new Found { Text = answer.Text };
                    foreach (var message in answer.Messages.Where(m => m.Role == ChatRole.Tool))
                    {
                        if (message.Contents.FirstOrDefault() is FunctionResultContent result)
                        {
                            try
                            {
                                var json = JsonDocument.Parse(result.Result!.ToString()!).RootElement.GetProperty("text").GetString();
                                var read = JsonSerializer.Deserialize<Found>(json!);
                                if (read != null)
                                {
                                    found.Id = result.CallId;
                                    found.Name ??= read.Name;
                                    switch (read)
                                    {
                                        case Products products: found.Name = products.Inner!.Name; found.Inner = products.Inner.Inner; found.Text = products.Inner.Text; break;
                                        case Weather weather: found.Text = weather.Text; break;
                                        case Park park: found.Text = park.Text; break;
                                    }
                                }
                            }
                            catch (Exception e) { Console.WriteLine(e); }
                        }
                    }
                    return found;
                }
                catch (Exception e) { Console.WriteLine(e); }
                return new Found();
            }
        }
        """);

    private static async Task<(string[] Ids, int Spent)> RunAsync(string name, string source)
    {
        using var limit = new CancellationTokenSource(Patience);
        var compilation = FlowRun.Compile((name, source));
        var found = await FlowRun.BuildAsync(compilation, limit.Token);
        return ([.. found.Select(diagnostic => diagnostic.Id)], SpentBy(compilation, limit.Token));
    }

    /// <summary>The facts once more, on a compilation that no analysis has touched.</summary>
    private static int SpentBy(Compilation compilation, CancellationToken cancellationToken)
    {
        var ai = AiCompilation.TryGet(compilation, new AnalyzerOptions([]), cancellationToken)!;
        var flow = FlowFactStore.For(ai, compilation, cancellationToken);
        foreach (var tree in compilation.SyntaxTrees)
            _ = flow.Of(compilation.GetSemanticModel(tree), cancellationToken);
        return flow.Shared.SpentBudgets;
    }

    private static string Branches(string branch) =>
        Numbered(60, "var v{0} = \"\"; var seen{0} = false; ") + "while (Console.ReadLine() is { } line) {\n" + Numbered(60, "if (line.StartsWith(\"k{0}\")) {{ " + branch + " }}\n") + "}\nawait client.GetResponseAsync(text + v59 + seen59);";

    private static string Handler(string statements, string members = "") => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.AI;
        static class App
        {
            static void Map(WebApplication app) => app.MapPost("/chat", async (string text, int number, IChatClient client) => { {{statements}} });
            {{members}}
        }
        """;

    private static string Numbered(int count, string format) => string.Concat(Enumerable.Range(0, count).Select(i => string.Format(CultureInfo.InvariantCulture, format, i, i + 1)));
}
