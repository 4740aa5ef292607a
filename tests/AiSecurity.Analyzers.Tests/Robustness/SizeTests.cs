using AiSecurity.Analyzers.Tests.Robustness.Inputs;
using static AiSecurity.Analyzers.Tests.Robustness.ModelCode;

namespace AiSecurity.Analyzers.Tests.Robustness;

/// <summary>Long code, long texts, and many files.</summary>
public class SizeTests
{
    private const int Megabyte = 1_000_000;

    /// <summary>Far more than any of it takes on a slow machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static TheoryData<string, string> Long => new()
    {
        { "10,000 statements", Endpoint(Numbered(10_000, "text += \"@\";\n") + "await client.GetResponseAsync(text);") },
        { "5,000 locals", Endpoint(Numbered(5_000, "var v@ = text + @;\n") + "await client.GetResponseAsync(v4999);") },
        { "2,000 calls of the model", Endpoint(Repeat("await client.GetResponseAsync(text);\n", 2_000)) },
        { "10,000 methods", Endpoint("await M0(text, client);", Numbered(10_000, "static Task M@(string t, IChatClient c) => M^(t, c);\n") + "static Task M10000(string t, IChatClient c) => c.GetResponseAsync(t);") },
        { "10,000 fields", Endpoint("await client.GetResponseAsync(F0);", Numbered(10_000, "static string F@ = F^;\n") + "static string F10000 = System.Console.ReadLine()!;") },
        { "2,000 types", Endpoint("await client.GetResponseAsync(text);") + Numbered(2_000, "class T@(string key) { object K = new Azure.AzureKeyCredential(key); }\n") },
        { "4,000 clients", Endpoint("await client.GetResponseAsync(text);") + "class Clients { " + Numbered(4_000, "static object M@(System.Uri endpoint) => new Azure.AI.OpenAI.AzureOpenAIClient(endpoint, new Azure.AzureKeyCredential(\"<key>\"));\n") + " }" },
        { "2,000 options", Endpoint("await client.GetResponseAsync(text);" + Numbered(2_000, "var o@ = new ChatOptions(); o@.MaxOutputTokens = @;\n")) },
        { "300 maps of 1,000 controllers", "using Microsoft.AspNetCore.Mvc;\n" + Endpoint("await client.GetResponseAsync(text);", "static void Controllers(WebApplication app) { " + Repeat("app.MapControllers();\n", 300) + "}")
            + Numbered(1_000, "[ApiController] class C@ : ControllerBase { [HttpPost] public Task Ask(string text, [FromServices] IChatClient client) => client.GetResponseAsync(text); }\n") },
        // The compiler by itself takes four times as long for twice as many.
        { "2,000 cases", Endpoint("switch (number) { " + Numbered(2_000, "case @: text += \"@\"; break;\n") + "} await client.GetResponseAsync(text);") },
        { "10,000 arguments", Asking("string.Concat(" + Numbered(10_000, "\"@\", ") + "text)") },
        { "2,000 goto labels", Endpoint(Numbered(2_000, "l@: if (number == @) goto l^;\n") + "l2000: await client.GetResponseAsync(text);") },
        { "a text of a megabyte", Asking("\"" + new string('a', Megabyte) + "\"") },
        { "a raw text of a megabyte", Asking("\"\"\"\n" + Repeat(new string('a', 99) + "\n", Megabyte / 100) + "\"\"\"") },
        { "base64 of a megabyte", Asking("\"" + Convert.ToBase64String(Bytes()) + "\"") },
        { "a connection string of a megabyte", Asking("\"" + Repeat("Endpoint=https://a;AccountKey=" + "QUJD;", Megabyte / 35) + "\"") },
        { "a URL of a megabyte", Asking("\"https://contoso.openai.azure.com/" + Repeat("%41/", Megabyte / 4) + "\"") },
        { "braces of a megabyte", Asking("\"" + Repeat("{", Megabyte / 2) + Repeat("}", Megabyte / 2) + "\"") },
        { "SQL of a megabyte", Endpoint("var command = new System.Data.Common.DbCommand(); command.CommandText = $\"SELECT '" + Repeat("''", Megabyte / 2) + " {(await client.GetResponseAsync(text)).Text}\";") },
        { "a comment of a megabyte", "/*" + new string('*', Megabyte) + "*/" + Asking("text") },
        { "a name of 100,000 letters", Endpoint("var " + new string('k', 100_000) + " = text; await client.GetResponseAsync(" + new string('k', 100_000) + ");") },
        { "a line of 250,000 letters", Endpoint(Repeat("text += 'a'; ", Megabyte / 52)) },
        { "an interpolation of 2,000 holes", Asking("$\"" + Repeat("{text} ", 2_000) + "\"") },
    };

    [Theory]
    [MemberData(nameof(Long))]
    public Task Survives(string name, string source) => SurvivesAsync([new FuzzInput(name, source)]);

    [Fact]
    public Task Survives_a_type_in_50_files() => SurvivesAsync([.. Enumerable.Range(0, 50).Select(file => new FuzzInput("part", Endpoint($"await Part{file}(text, client);")
        .Replace("Map(", FormattableString.Invariant($"Map{file}("), StringComparison.Ordinal)
        + FormattableString.Invariant($"static partial class App {{ static Task Part{file}(string t, IChatClient c) => {(file == 49 ? "c.GetResponseAsync(t)" : FormattableString.Invariant($"Part{file + 1}(t, c)"))}; }}")))]);

    [Fact]
    public Task Survives_the_same_file_20_times() =>
        SurvivesAsync([.. Enumerable.Repeat(new FuzzInput("same", Endpoint("await Send(text, client);", "static Task Send(string t, IChatClient c) => c.GetResponseAsync(t); class Inner(string key) { object K = new Azure.AzureKeyCredential(key); }")), 20)]);

    [Fact]
    public Task Survives_the_whole_corpus_as_one_project() => SurvivesAsync([.. DonorPool.Corpus().Select(file => new FuzzInput(file.Name, file.Text))]);

    private static async Task SurvivesAsync(IReadOnlyList<FuzzInput> inputs)
    {
        using var limit = new CancellationTokenSource(Patience);
        var (_, failure) = await FuzzRun.AnalyzeAsync(inputs, limit.Token);
        Assert.True(failure is null, failure?.Detail);
    }

    private static byte[] Bytes()
    {
        var bytes = new byte[Megabyte * 3 / 4];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
