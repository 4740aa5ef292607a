using System.Globalization;
using AiSecurity.Analyzers.Catalog;
using AiSecurity.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>What the engine costs, counted in bodies whose values it follows: seconds depend on the machine, this does not.</summary>
public class CostTests
{
    private const string Endpoint = """
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.AI;
        namespace Shop{0};
        public sealed class ChatController(AnswerService answers) : ControllerBase
        {{
            [HttpPost] public async Task<string> Ask(string text) => await answers.AnswerAsync(text.Trim());
        }}
        public sealed class AnswerService(IChatClient client)
        {{
            public async Task<string> AnswerAsync(string text) => (await client.GetResponseAsync(text)).Text;
        }}
        """;

    private const string Business = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        namespace Business{0};
        public sealed record Order(int Number, string Customer, decimal Total);
        public sealed class OrderBook
        {{
            private readonly List<Order> _orders = [];
            public void Add(Order order) => _orders.Add(order);
            public decimal TotalOf(string customer) => _orders.Where(order => order.Customer == customer).Sum(order => order.Total);
            public string Describe(int number)
            {{
                foreach (var order in _orders)
                {{
                    if (order.Number == number)
                        return string.Format("{{0}}: {{1}}", order.Customer, order.Total);
                }}
                return "";
            }}
        }}
        """;

    private const string Sender = """
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Mvc;
        namespace Sender{0};
        public sealed class OrderController(HttpClient http) : ControllerBase
        {{
            [HttpPost] public async Task<string> Send(string order)
            {{
                using var response = await http.PostAsync("https://orders.contoso.com/send", new StringContent(order));
                return await response.Content.ReadAsStringAsync();
            }}
        }}
        """;

    [Fact]
    public void Code_that_asks_no_model_costs_nothing() => Assert.Equal(0, GraphsOf(Many(Business, 50)));

    [Fact]
    public void Requests_cost_nothing_where_no_file_names_a_path_of_a_model()
    {
        Assert.Equal(0, GraphsOf(Many(Sender, 50)));
        Assert.InRange(GraphsOf([.. Many(Sender, 50), ("Paths.cs", "static class Paths { public const string Chat = \"v1/chat/completions\"; }")]), 50, 100);
    }

    [Fact]
    public void An_endpoint_and_its_service_cost_the_same_among_much_other_code()
    {
        var alone = GraphsOf(Many(Endpoint, 1));
        Assert.InRange(alone, 2, 4);
        Assert.Equal(alone, GraphsOf([.. Many(Endpoint, 1), .. Many(Business, 50)]));
    }

    [Fact]
    public void Cost_grows_with_the_code() => Assert.InRange(GraphsOf(Many(Endpoint, 30)), 1, 11 * GraphsOf(Many(Endpoint, 3)));

    private static (string Name, string Source)[] Many(string source, int count) =>
        [.. Enumerable.Range(1, count).Select(number => ($"{source.Length}_{number}.cs", string.Format(CultureInfo.InvariantCulture, source, number)))];

    private static int GraphsOf((string Name, string Source)[] files)
    {
        var compilation = FlowRun.Compile(files);
        var ai = AiCompilation.TryGet(compilation, new AnalyzerOptions([]), CancellationToken.None)!;
        var flow = FlowFactStore.For(ai, compilation, CancellationToken.None);
        foreach (var tree in compilation.SyntaxTrees)
            _ = flow.Of(compilation.GetSemanticModel(tree), CancellationToken.None);
        _ = flow.OfAll(CancellationToken.None);
        return flow.Shared.Graphs;
    }
}
