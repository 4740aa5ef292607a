using AiSecurity.Analyzers.Rules.Resources;
using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>What is reported at the end of a compilation comes in the order of its files and lines, whichever file was looked at first.</summary>
public class ReportOrderTests
{
    private const string Endpoints =
        """
        using Azure.AI.Agents.Persistent;
        using Microsoft.AspNetCore.Builder;
        class Endpoints { void M(WebApplication app) { app.MapGet("/a", (PersistentAgentsClient c) => Agents1.MakeAsync(c)); app.MapGet("/b", (PersistentAgentsClient c) => Agents2.MakeAsync(c)); } }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Agents_that_stay(bool concurrent)
    {
        var order = new List<(string, int)>();
        var compilation = StrictCompilation.Of(Agents(1), Agents(2), Endpoints);
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrent, logAnalyzerExecutionTime: false);
        foreach (var diagnostic in await compilation.WithAnalyzers([new AgentNameAnalyzer()], options).GetAnalyzerDiagnosticsAsync())
            order.Add((diagnostic.Location.SourceTree!.FilePath, diagnostic.Location.SourceSpan.Start));

        Assert.Equal(4, order.Count);
        Assert.Equal(order.Order(), order);
    }

    private static string Agents(int number) =>
        $$"""
        using Azure.AI.Agents.Persistent;
        static class Agents{{number}}
        {
            public static async Task<string> MakeAsync(PersistentAgentsClient c)
            {
                PersistentAgent first = await c.Administration.CreateAgentAsync("gpt-5", "First");
                PersistentAgent second = await c.Administration.CreateAgentAsync("gpt-5", "Second");
                return first.Id + second.Id;
            }
        }
        """;
}
