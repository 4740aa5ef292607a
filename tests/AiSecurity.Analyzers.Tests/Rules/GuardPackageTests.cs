using System.Globalization;
using AiSecurity.Analyzers.Rules;
using AiSecurity.Analyzers.Rules.Access;
using AiSecurity.Analyzers.Rules.Models;
using AiSecurity.Analyzers.Tests.Rules.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AiSecurity.Analyzers.Tests.Rules;

/// <summary>Where the guards are not referenced, no fix is offered: the message says which package has them.</summary>
public class GuardPackageTests
{
    private const string Package = "AiSecurity.Guards";

    private const string Source = """
        using System.Diagnostics;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.AI;
        using Microsoft.ML.OnnxRuntime;
        static class App
        {
            static void Map(WebApplication app, IChatClient client, HttpClient http, string key)
            {
                app.MapPost("/ask", async (string text) => await client.GetResponseAsync(text));
                app.MapPost("/page", async () => await client.GetResponseAsync(await http.GetStringAsync("https://example.org/")));
                app.MapPost("/run", async () => Process.Start("python3", "-c " + (await client.GetResponseAsync("Draw")).Text));
                var request = new HttpRequestMessage(HttpMethod.Post, "https://contoso.openai.azure.com/openai/v1/responses");
                request.Headers.Add("api-key", key);
            }

            static async Task<string> AnswerAsync(IChatClient client) => (await client.GetResponseAsync("Say hello")).Text;

            static void MapAnswer(WebApplication app, IChatClient client) => app.MapGet("/answer", async () => (await client.GetResponseAsync("Say hello")).Text);

            static InferenceSession Load(string path) => new(path);
        }
        """;

    [Theory]
    [InlineData("AISEC103")]
    [InlineData("AISEC201")]
    [InlineData("AISEC202")]
    [InlineData("AISEC207")]
    [InlineData("AISEC209")]
    [InlineData("AISEC301")]
    public async Task NamesThePackageWhereItIsMissing(string id)
    {
        Assert.EndsWith(" (the package AiSecurity.Guards does that)", await MessageAsync(id, withoutAssembly: Package), StringComparison.Ordinal);
        Assert.DoesNotContain(Package, await MessageAsync(id, withoutAssembly: null), StringComparison.Ordinal);
    }

    private static async Task<string> MessageAsync(string id, string? withoutAssembly) => id switch
    {
        "AISEC103" => await MessageAsync<KeyHeaderAnalyzer>(id, withoutAssembly),
        "AISEC209" => await MessageAsync<UnverifiedModelAnalyzer>(id, withoutAssembly),
        _ => await MessageAsync<FlowAnalyzer>(id, withoutAssembly),
    };

    private static async Task<string> MessageAsync<TAnalyzer>(string id, string? withoutAssembly)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var findings = await Findings.OfAsync<TAnalyzer>(Source, severity: ReportDiagnostic.Warn, withoutAssembly: withoutAssembly);
        return findings.First(finding => finding.Id == id).GetMessage(CultureInfo.InvariantCulture);
    }
}
