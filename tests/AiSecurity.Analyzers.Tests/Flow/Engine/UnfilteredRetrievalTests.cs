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
        { "into the instructions", "var found = await search.{|AISEC402:SearchAsync<Doc>(\"a\")|}; await client.GetResponseAsync([new ChatMessage(ChatRole.System, {|AISEC203:JsonSerializer.Serialize(found.Value)|}), new ChatMessage(ChatRole.User, \"a\")]);" },
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
        { "beside one by owner, which is another report", "var mine = await search.SearchAsync<Doc>(\"a\", new SearchOptions { Filter = $\"owner eq '{user}'\" }); Console.WriteLine(mine.Value.TotalCount); var found = await search.SearchAsync<Doc>(\"a\");" + Ask },
        { "one document", "var found = await search.GetDocumentAsync<Doc>(user);" + Ask },
    };

    public static TheoryData<string, string> Shared => new()
    {
        { "options of a helper", "var options = Base(3); var found = await search.{|AISEC402:SearchAsync<Doc>(text, options)|}; return Text(found.Value); } SearchOptions Base(int size) { var made = new SearchOptions { Size = size }; made.Select.Add(\"text\"); return made;" },
        { "options of a helper, at once", "var found = await search.{|AISEC402:SearchAsync<Doc>(text, this.Base())|}; return Text(found.Value); } SearchOptions Base() { return new() { Size = 3 };" },
        { "options of an asynchronous helper", "var options = await BaseAsync(3); var found = await search.{|AISEC402:SearchAsync<Doc>(text, options)|}; return Text(found.Value); } async Task<SearchOptions> BaseAsync(int size) { await Task.Yield(); return new SearchOptions { Size = size };" },
        { "options of one of two callers", "return await Run(text, new SearchOptions { Size = 3 }); } public Task<string> Mine(string text, string user) => Run(text, new SearchOptions { Filter = $\"owner eq '{user}'\" }); async Task<string> Run(string text, SearchOptions options) { var found = await search.{|AISEC402:SearchAsync<Doc>(text, options)|}; return Text(found.Value);" },
        { "options of a helper of one of two callers", "return await Run(text, Base()); } public Task<string> Mine(string text, string user) { var options = Base(); options.Filter = $\"owner eq '{user}'\"; return Run(text, options); } static SearchOptions Base() => new() { Size = 3 }; async Task<string> Run(string text, SearchOptions options) { var found = await search.{|AISEC402:SearchAsync<Doc>(text, options)|}; return Text(found.Value);" },
        { "no filter from one of two callers", "return await Run(text, null); } public Task<string> Mine(string text, string user) => Run(text, $\"owner eq '{user}'\"); async Task<string> Run(string text, string? filter) { var found = await search.{|AISEC402:SearchAsync<Doc>(text, new SearchOptions { Filter = filter, Size = 3 })|}; return Text(found.Value);" },
        { "filter that is left out", "return await Run(text); } async Task<string> Run(string text, string? filter = null) { var options = new SearchOptions(); options.Filter = filter; var found = await search.{|AISEC402:SearchAsync<Doc>(text, options)|}; return Text(found.Value);" },
        { "filter by its name", "return await Run(filter: \"kind eq 'note'\", text: text); } async Task<string> Run(string text, string? filter) { var found = await search.{|AISEC402:SearchAsync<Doc>(text, new SearchOptions { Filter = filter })|}; return Text(found.Value);" },
        { "filter of a helper", "var found = await search.SearchAsync<Doc>(text, Base(text)); return Text(found.Value); } SearchOptions Base(string user) { return new() { Filter = $\"owner eq '{user}'\" };" },
        { "filter that a helper sets", "var found = await search.SearchAsync<Doc>(text, Base(text)); return Text(found.Value); } SearchOptions Base(string user) { var made = new SearchOptions(); made.Filter = user + \"a\"; return made;" },
        { "helper of two ways", "var found = await search.SearchAsync<Doc>(text, Base(text)); return Text(found.Value); } SearchOptions Base(string user) { if (user.Length > 3) return new() { Filter = user }; return new();" },
        { "filter behind a helper", "var options = Base(3); options.Filter = text; var found = await search.SearchAsync<Doc>(text, options); return Text(found.Value); } SearchOptions Base(int size) { return new() { Size = size };" },
        { "filters from all callers", "return await Run(text, new SearchOptions { Filter = text }); } public Task<string> Mine(string text, string user) => Run(text, new SearchOptions { Filter = user }); async Task<string> Run(string text, SearchOptions options) { var found = await search.SearchAsync<Doc>(text, options); return Text(found.Value);" },
        { "filter from the only caller", "return await Run(text, text); } async Task<string> Run(string text, string? filter) { var found = await search.SearchAsync<Doc>(text, new SearchOptions { Filter = filter }); return Text(found.Value);" },
        { "filter that is left out of another method", "return await Run(text, text); } public Task<string> Run(string text) => Task.FromResult(text); async Task<string> Run(string text, string? filter) { var found = await search.SearchAsync<Doc>(text, new SearchOptions { Filter = filter }); return Text(found.Value);" },
        { "options that the helper fills", "return await Run(text, new SearchOptions()); } async Task<string> Run(string text, SearchOptions options) { options.Filter = text; var found = await search.SearchAsync<Doc>(text, options); return Text(found.Value);" },
    };

    [Theory]
    [MemberData(nameof(Reported))]
    [MemberData(nameof(Quiet))]
    public Task Search(string name, string body)
    {
        _ = name;
        return FlowVerifier.VerifyAsync(Source("app.MapPost(\"/chat\", async (System.Security.Claims.ClaimsPrincipal caller, IChatClient client) => { var user = caller.Identity!.Name!; " + body + " });"));
    }

    /// <summary>Searches that several ways share: one of them without a filter is enough.</summary>
    [Theory]
    [MemberData(nameof(Shared))]
    public Task Shared_search(string name, string members)
    {
        _ = name;
        return FlowVerifier.VerifyAsync(Endpoint.Usings + $$"""
            using System.Security.Claims;
            using Azure.Search.Documents;
            // AISEC402
            public class Doc { public string Text { get; set; } = ""; }
            public class Notes(SearchClient search)
            {
                public async Task<string> All(string text) { {{members}} }

                private static string Text(object found) => JsonSerializer.Serialize(found);
            }
            public static class App
            {
                public static void Main() => WebApplication.CreateBuilder().Build().Run();
                public static void Map(WebApplication app) => app.MapPost("/chat", async (ClaimsPrincipal caller, Notes notes, IChatClient client) => { var text = await notes.All("a"); await client.{|AISEC202:GetResponseAsync(text)|}; });
            }
            """);
    }

    /// <summary>What a tool or a context provider finds stands in the prompt, too.</summary>
    [Theory]
    [InlineData("public class Tools(SearchClient search) { [Microsoft.SemanticKernel.KernelFunction] public async Task<string> Stays(string words) { var found = await search.{|AISEC402:SearchAsync<Doc>(words)|}; return {|AISEC202:JsonSerializer.Serialize(found.Value)|}; } }")]
    [InlineData("public class Tools(SearchClient search) { public AITool Tool() => AIFunctionFactory.Create(async (string words) => { var found = await search.{|AISEC402:SearchAsync<Doc>(words, new SearchOptions { Size = 3 })|}; return {|AISEC202:JsonSerializer.Serialize(found.Value)|}; }, \"stays\"); }")]
    [InlineData("public class Tools(SearchClient search) { [Microsoft.SemanticKernel.KernelFunction] public async Task<long?> Count(string words) => (await search.SearchAsync<Doc>(words)).Value.TotalCount; }")]
    [InlineData("public class Tools(SearchClient search, string user) { [Microsoft.SemanticKernel.KernelFunction] public async Task<string> Stays(string words) { var found = await search.SearchAsync<Doc>(words, new SearchOptions { Filter = $\"owner eq '{user}'\" }); return {|AISEC202:JsonSerializer.Serialize(found.Value)|}; } }")]
    [InlineData("public class Rag(SearchClient search) { public object Provider() => new Microsoft.Agents.AI.TextSearchProvider(FindAsync); private async Task<IEnumerable<Microsoft.Agents.AI.TextSearchProvider.TextSearchResult>> FindAsync(string words, CancellationToken token) { var found = await search.{|AISEC402:SearchAsync<Doc>(words, null, token)|}; return {|AISEC202:found.Value.GetResults().Select(hit => new Microsoft.Agents.AI.TextSearchProvider.TextSearchResult { Text = hit.Document.Text })|}; } }")]
    public Task Of_a_tool(string type) => FlowVerifier.VerifyAsync(Endpoint.Usings + "using Azure.Search.Documents;\n// AISEC402\npublic class Doc { public string Text { get; set; } = \"\"; }\npublic static class App { public static void Main() => WebApplication.CreateBuilder().Build().Run(); }\n" + type);

    /// <summary>What is wrong is the search; the tool only says where its documents go.</summary>
    [Fact]
    public async Task Is_called_by_the_search()
    {
        var found = await FlowRun.BuildAsync(FlowRun.Compile(("Tools.cs", Endpoint.Usings + """
            using Azure.Search.Documents;
            public class Doc { public string Text { get; set; } = ""; }
            public static class App { public static void Main() => WebApplication.CreateBuilder().Build().Run(); }
            public class Tools(SearchClient search)
            {
                public object Provider()
                {
                    Func<string, CancellationToken, Task<IEnumerable<Microsoft.Agents.AI.TextSearchProvider.TextSearchResult>>> find = async (words, token) =>
                    {
                        var found = await search.SearchAsync<Doc>(words, null, token);
                        return found.Value.GetResults().Select(hit => new Microsoft.Agents.AI.TextSearchProvider.TextSearchResult { Text = hit.Document.Text });
                    };
                    return new Microsoft.Agents.AI.TextSearchProvider(find);
                }
            }
            """)));

        var search = Assert.Single(found, static diagnostic => diagnostic.Id == "AISEC402");
        Assert.StartsWith("What 'SearchAsync' finds", search.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var document = Assert.Single(found, static diagnostic => diagnostic.Id == "AISEC202");
        Assert.Contains("the result of 'find'", document.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
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
