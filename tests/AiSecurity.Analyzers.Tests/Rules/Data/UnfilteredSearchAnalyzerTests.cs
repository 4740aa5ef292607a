using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Data.UnfilteredSearchAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Data;

/// <summary>AISEC402: searches of everything beside searches by owner.</summary>
public class UnfilteredSearchAnalyzerTests
{
    private const string Own = "Task<object> Own(string q, string tenant) => Run(search.SearchAsync<Note>(q, new SearchOptions { Filter = SearchFilter.Create($\"tenantId eq {tenant}\") }));";

    [Theory]
    [InlineData(Own + " Task<object> All(string q) => Run([|search.SearchAsync<Note>(q, new SearchOptions { Size = 3 })|]);")]
    [InlineData(Own + " Task<object> All(string q) => Run([|search.SearchAsync<Note>(q)|]);")]
    [InlineData(Own + " Task<object> All(string q) { var options = new SearchOptions { Size = 3, Filter = \"kind eq 'note'\" }; return Run([|search.SearchAsync<Note>(q, options)|]); }")]
    [InlineData("Task<object> Own(string q, Caller caller) { var options = new SearchOptions(); options.Filter = $\"owner eq '{caller.Name}'\"; return Run(search.SearchAsync<Note>(q, options)); } Task<object> All(string q) => Run([|search.SearchAsync<Note>(q)|]);")]
    [InlineData("Task<object> Own(string q, string id) => Run(search.SearchAsync<Note>(q, new() { Filter = $\"userId eq '{id}'\" })); Task<object> All(string q) => Run([|search.SearchAsync<Note>(q, new() { Size = 3 })|]);")]
    [InlineData("void Own(ReadOnlyMemory<float> v, string me) => notes.SearchAsync(v, 3, new VectorSearchOptions<Note> { Filter = n => n.TenantId == me }); void All(ReadOnlyMemory<float> v) => [|notes.SearchAsync(v, top: 3)|];")]
    [InlineData("void Own(ReadOnlyMemory<float> v, string me) => notes.SearchAsync(v, 3, new() { Filter = n => n.TenantId == me }); void All(ReadOnlyMemory<float> v) => [|notes.SearchAsync(v, 3, new VectorSearchOptions<Note> { Skip = 1 })|];")]
    public Task Reported(string members) => VerifyAsync(members);

    [Theory]
    [InlineData(Own + " Task<object> Others(string q, string tenant) => Run(search.SearchAsync<Note>(q, new SearchOptions { Filter = $\"tenantId ne '{tenant}'\" }));")]
    [InlineData(Own + " Task<object> All(string q) => Run(laws.SearchAsync<Note>(q));")]
    [InlineData(Own + " Task<object> AdminSearch(string q) => Run(search.SearchAsync<Note>(q));")]
    [InlineData(Own + " async Task<object> Later(string q, string tenant) { var found = await search.SearchAsync<Note>(q); return found.Value.GetResults().Where(hit => hit.Document.TenantId == tenant).ToList(); }")]
    [InlineData(Own + " Task<object> Given(string q, SearchOptions options) => Run(search.SearchAsync<Note>(q, options));")]
    [InlineData("Task<object> Kind(string q, string kind) => Run(search.SearchAsync<Note>(q, new SearchOptions { Filter = SearchFilter.Create($\"kind eq {kind}\") })); Task<object> All(string q) => Run(search.SearchAsync<Note>(q));")]
    [InlineData("Task<object> Staff(string q) => Run(search.SearchAsync<Note>(q, new SearchOptions { Filter = \"owner eq 'staff'\" })); Task<object> All(string q) => Run(search.SearchAsync<Note>(q));")]
    [InlineData("Task<object> Both(string q, string tenant) { var mine = new SearchOptions(); mine.Filter = $\"tenantId eq '{tenant}'\"; var all = new SearchOptions { Size = 3 }; laws.SearchAsync<Note>(q, mine); return Run(search.SearchAsync<Note>(q, all)); } Task<object> All(string q) => Run(search.SearchAsync<Note>(q));")]
    [InlineData("Task<object> All(string q) => Run(search.SearchAsync<Note>(q)); Task<object> Again(string q) => Run(search.SearchAsync<Note>(q, new SearchOptions { Size = 3 }));")]
    [InlineData("Task<object> Month(string q, string monthlyOrder) => Run(search.SearchAsync<Note>(q, new SearchOptions { Filter = SearchFilter.Create($\"order eq {monthlyOrder}\") })); Task<object> All(string q) => Run(search.SearchAsync<Note>(q));")]
    public Task Quiet(string members) => VerifyAsync(members);

    [Fact]
    public Task Another_type() => VerifyAsync(Own, "sealed class Others(SearchClient search) { public object All(string q) => search.SearchAsync<Note>(q); }");

    [Fact]
    public Task In_code_for_administrators() => Verify.VerifyAsync(Usings + Types("class AdminNotes", Own + " Task<object> All(string q) => Run(search.SearchAsync<Note>(q));"), SdkSet.Latest);

    private const string Usings = """
        using Azure;
        using Azure.Search.Documents;
        using Azure.Search.Documents.Models;
        using Microsoft.Extensions.VectorData;

        """;

    private static string Types(string type, string members) => $$"""
        {{type}}(SearchClient search, SearchClient laws, VectorStoreCollection<string, Note> notes)
        {
            public string Kept => $"{search} {laws} {notes}";
            static async Task<object> Run(Task<Response<SearchResults<Note>>> search) => (await search).Value;
            {{members}}
        }
        sealed record Note(string Text, string TenantId);
        sealed record Caller(string Name);
        """;

    private static Task VerifyAsync(string members, string more = "") => Verify.VerifyAsync(Usings + Types("sealed class Notes", members) + "\n" + more, SdkSet.Latest);
}
