using AiSecurity.Analyzers.Tests.Verification;

namespace AiSecurity.Analyzers.Tests.Flow.Engine;

/// <summary>AISEC402: searches that a prompt is made of, and that find the same for everybody.</summary>
public class UnfilteredRetrievalTests
{
    private const string Ask = " await client.{|AISEC202:GetResponseAsync(JsonSerializer.Serialize(found.Value))|};";

    public static TheoryData<string, string> Reported => new()
    {
        { "no options", "var found = await search.{|AISEC402:SearchAsync<Doc>(\"a\")|};" + Ask },
        { "null for options", "var found = await search.{|AISEC402:SearchAsync<Doc>(\"a\", null)|};" + Ask },
        { "synchronously", "var found = search.{|AISEC402:Search<Doc>(\"a\")|};" + Ask },
        { "options without a filter", "var found = await search.{|AISEC402:SearchAsync<Doc>(\"a\", new SearchOptions { Size = 3 })|};" + Ask },
        { "options in a local", "var options = new SearchOptions { Size = 3 }; options.Skip = 1; var found = await search.{|AISEC402:SearchAsync<Doc>(\"a\", options)|};" + Ask },
        { "target-typed options in a local", "SearchOptions options = new() { Size = 3 }; var found = await search.{|AISEC402:SearchAsync<Doc>(\"a\", options)|};" + Ask },
        { "the same filter for all", "var found = await search.{|AISEC402:SearchAsync<Doc>(\"a\", new SearchOptions { Filter = \"kind eq 'note'\" })|};" + Ask },
        { "the same filter for all in a local", "var options = new SearchOptions(); options.Filter = \"kind eq 'note'\"; var found = await search.{|AISEC402:SearchAsync<Doc>(\"a\", options)|};" + Ask },
        { "options that are asked twice", "var options = new SearchOptions(); await search.SearchAsync<Doc>(\"b\", options); var found = await search.{|AISEC402:SearchAsync<Doc>(\"a\", options)|};" + Ask },
        { "vector store", "await foreach (var hit in notes.{|AISEC402:SearchAsync(\"a\", 3)|}) await client.{|AISEC202:GetResponseAsync(hit.Record.Text)|};" },
        { "vector store with options", "await foreach (var hit in notes.{|AISEC402:SearchAsync(\"a\", 3, new Microsoft.Extensions.VectorData.VectorSearchOptions<Doc> { Skip = 1 })|}) await client.{|AISEC202:GetResponseAsync(hit.Record.Text)|};" },
    };

    public static TheoryData<string, string> Quiet => new()
    {
        { "filter", "var found = await search.SearchAsync<Doc>(\"a\", new SearchOptions { Filter = $\"owner eq '{user}'\" });" + Ask },
        { "filter of a local", "var options = new SearchOptions { Filter = $\"owner eq '{user}'\" }; var found = await search.SearchAsync<Doc>(\"a\", options);" + Ask },
        { "filter that is set later", "var options = new SearchOptions(); if (user.Length > 0) options.Filter = $\"owner eq '{user}'\"; var found = await search.SearchAsync<Doc>(\"a\", options);" + Ask },
        { "options that somebody fills", "var options = new SearchOptions(); Restrict(options); var found = await search.SearchAsync<Doc>(\"a\", options);" + Ask },
        { "options of somebody else", "var found = await search.SearchAsync<Doc>(\"a\", Options(user));" + Ask },
        { "options of two kinds", "var options = user.Length > 0 ? new SearchOptions { Filter = user } : new SearchOptions(); var found = await search.SearchAsync<Doc>(\"a\", options);" + Ask },
        { "vector store with a filter", "await foreach (var hit in notes.SearchAsync(\"a\", 3, new Microsoft.Extensions.VectorData.VectorSearchOptions<Doc> { Filter = note => note.Owner == user })) await client.{|AISEC202:GetResponseAsync(hit.Record.Text)|};" },
        { "never in a prompt", "var found = await search.SearchAsync<Doc>(\"a\"); await client.GetResponseAsync(\"a\"); Console.WriteLine(found.Value.TotalCount);" },
        { "only a number", "var found = await search.SearchAsync<Doc>(\"a\"); await client.GetResponseAsync($\"{found.Value.TotalCount}\");" },
        { "one document", "var found = await search.GetDocumentAsync<Doc>(user);" + Ask },
    };

    [Theory]
    [MemberData(nameof(Reported))]
    [MemberData(nameof(Quiet))]
    public Task Search(string name, string body)
    {
        _ = name;
        return FlowVerifier.VerifyAsync(Source("app.MapPost(\"/chat\", async (System.Security.Claims.ClaimsPrincipal caller, IChatClient client) => { var user = caller.Identity!.Name!; " + body + " });"));
    }

    /// <summary>A console program works for the one who started it.</summary>
    [Fact]
    public Task Program_of_one_person() => FlowVerifier.VerifyAsync(
        """
        using System.Text.Json;
        using System.Threading.Tasks;
        using Azure.Search.Documents;
        using Microsoft.Extensions.AI;
        // AISEC402
        public class Doc { public string Text { get; set; } = ""; }
        public class App
        {
            public async Task RunAsync(SearchClient search, IChatClient client)
            {
                var found = await search.SearchAsync<Doc>("a");
                await client.{|AISEC202:GetResponseAsync(JsonSerializer.Serialize(found.Value))|};
            }
        }
        """);

    private static string Source(string body) => Endpoint.Usings + $$"""
        using Azure.Search.Documents;
        public class Doc { public string Text { get; set; } = ""; public string Owner { get; set; } = ""; }
        // AISEC402
        public static class App
        {
            private static void Restrict(SearchOptions options) => options.Filter = "a" + options.Size;
            private static SearchOptions Options(string user) => new() { Filter = user };
            public static void Main() => WebApplication.CreateBuilder().Build().Run();
            public static void Map(WebApplication app, SearchClient search, Microsoft.Extensions.VectorData.VectorStoreCollection<string, Doc> notes)
            {
                {{body}}
            }
        }
        """;
}
