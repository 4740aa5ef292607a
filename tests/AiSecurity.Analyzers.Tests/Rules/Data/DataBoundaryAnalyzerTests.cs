using System.Diagnostics.CodeAnalysis;
using AiSecurity.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Testing;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Data.DataBoundaryAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Data;

/// <summary>AISEC407, in an application for customers: "hr" and "payroll" are for employees, "orders" for customers, "faq" for all.</summary>
public class DataBoundaryAnalyzerTests
{
    private const string Usings =
        "using Azure.AI.OpenAI.Chat;\nusing Azure.Core;\nusing Azure.Search.Documents;\nusing Azure.Search.Documents.Indexes;\nusing Microsoft.Extensions.Configuration;\nusing Microsoft.Extensions.VectorData;\nusing Microsoft.SemanticKernel.Memory;\n";

    [Theory]
    [InlineData("""object M() => new SearchClient(endpoint, [|"hr"|], token);""")]
    [InlineData("""object M() => new SearchClient(tokenCredential: token, indexName: [|"hr"|], endpoint: endpoint);""")]
    [InlineData("""SearchClient M() { SearchClient client = new(endpoint, [|"hr"|], token); return client; }""")]
    [InlineData("""object M(SearchIndexClient client) => client.GetSearchClient([|"payroll"|]);""")]
    [InlineData("""object M(VectorStore store) => store.GetDynamicCollection([|"hr"|], new VectorStoreCollectionDefinition());""")]
    [InlineData("""object M(VectorStore store) => store.GetCollection<string, Dictionary<string, object?>>([|"hr"|]);""")]
    [InlineData("""object M(ISemanticTextMemory memory, string question) => memory.SearchAsync([|"hr"|], question);""")]
    [InlineData("""object M() => new AzureSearchChatDataSource { IndexName = [|"hr"|], Endpoint = endpoint };""")]
    [InlineData("""object M() => new CosmosChatDataSource { DatabaseName = [|"payroll"|], ContainerName = [|"hr"|] };""")]
    [InlineData("""const string Index = [|"hr"|]; object M() => new SearchClient(endpoint, Index, token); object N(SearchIndexClient client) => client.GetSearchClient(Index);""")]
    [InlineData("""object M(bool staff) => new SearchClient(endpoint, staff ? [|"hr"|] : "faq", token);""")]
    [InlineData("""object M() => new SearchClient(endpoint, configuration["Search:Index"] ?? [|"HR"|], token);""")]
    public Task Stores_for_fewer_people(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("""object M() => new SearchClient(endpoint, "orders", token);""")]
    [InlineData("""object M() => new SearchClient(endpoint, "faq", token);""")]
    [InlineData("""object M() => new SearchClient(endpoint, "hr-public", token);""")]
    [InlineData("""object M(string index) => new SearchClient(endpoint, index, token);""")]
    [InlineData("""object M() => new SearchClient(endpoint, configuration["Search:Index"], token);""")]
    [InlineData("""string M() => "hr"; string[] N() => ["hr", "payroll"];""")]
    [InlineData("""class SearchClient(string indexName) { public string Name => indexName; } object M() => new SearchClient("hr");""")]
    [InlineData("""object M() => new SearchClient(endpoint, "", token);""")]
    public Task Stores_for_all_of_them_and_unknown_ones(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("""object M(BlobServiceClient client) => client.GetBlobContainerClient([|"hr"|]);""")]
    [InlineData("""object M(string connection) => new BlobContainerClient(connection, [|"hr"|]);""")]
    [InlineData("""object M(CosmosClient client) => client.GetContainer([|"payroll"|], "orders");""")]
    [InlineData("""object M(CosmosClient client) => client.GetContainer([|"payroll"|], [|"hr"|]);""")]
    [InlineData("""object M(CosmosClient client) => client.GetDatabase("orders").GetContainer([|"hr"|]);""")]
    [InlineData("""object M(TableServiceClient client) => client.GetTableClient([|"payroll"|]);""")]
    [InlineData("""object M(BlobContainerClient container) => container.GetBlobClient("hr");""")]
    [InlineData("""object M(CosmosClient client) => client.GetContainer([|"Human Resources"|], "orders");""")]
    public Task Stores_of_files_documents_and_rows(string members) => Verify.VerifyAsync(
        "using Azure.Data.Tables;\nusing Azure.Storage.Blobs;\nusing Microsoft.Azure.Cosmos;\nclass C\n{\n" + members + "\n}",
        SdkSet.Platform,
        test =>
        {
            Draw(test, "customer");
            // What no key can hold stands in it as an underscore.
            test.SetOption("ai_security.data_audience.human_resources", "employee");
        });

    [Theory]
    [InlineData("employee", "hr", false)]
    [InlineData("employee", "orders", false)]
    [InlineData("customer", "hr", true)]
    [InlineData("customer", "orders", false)]
    [InlineData("public", "hr", true)]
    [InlineData("public", "orders", true)]
    [InlineData("public", "faq", false)]
    [InlineData("PUBLIC", "orders", true)]
    [InlineData("none", "hr", false)]
    [InlineData("everybody", "hr", false)]
    [InlineData(null, "hr", false)]
    public Task The_narrower_of_two(string? audience, string store, bool isReported) => Verify.VerifyAsync(
        Source(isReported ? $$"""object M() => new SearchClient(endpoint, [|"{{store}}"|], token);""" : $$"""object M() => new SearchClient(endpoint, "{{store}}", token);"""),
        SdkSet.Stubs,
        test => Draw(test, audience));

    [Fact]
    public Task The_message_says_for_whom_both_are() => Verify.VerifyAsync(
        Source("""object M() => new SearchClient(endpoint, {|#0:"orders"|}, token);"""),
        SdkSet.Stubs,
        test =>
        {
            Draw(test, "public");
            test.ExpectedDiagnostics.Add(new DiagnosticResult("AISEC407", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(0).WithMessage(
                "'orders' is for customers, but this application answers the public, and its model can tell them whatever it reads there; give the application a store of its own that holds only what they may read"));
        });

    [Fact]
    public Task Options_for_this_rule_win() => Verify.VerifyAsync(
        Source("""object M() => new SearchClient(endpoint, "hr", token); object N() => new SearchClient(endpoint, [|"faq"|], token);"""),
        SdkSet.Stubs,
        test =>
        {
            Draw(test, "employee");
            test.SetOption("ai_security.AISEC407.audience", "public");
            test.SetOption("ai_security.AISEC407.data_audience.hr", "public");
            test.SetOption("ai_security.AISEC407.data_audience.faq", "customer");
        });

    [Theory]
    [InlineData("""{ "AzureSearch": { "IndexName": "[|hr|]", "Endpoint": "https://hr.search.windows.net" } }""")]
    [InlineData("""{ "Storage": { "Container": "[|hr|]" }, "Cosmos": { "DatabaseId": "[|payroll|]", "CollectionName": "orders" } }""")]
    [InlineData("""{ "AZURE_SEARCH_INDEX": "[|hr|]" }""")]
    [InlineData("""{ "Search": { "Indexes": [ "faq", "[|hr|]" ] } }""")]
    [InlineData("""{ "ConnectionStrings": { "db": "[|Server=sql.contoso.com;Initial Catalog=payroll;Encrypt=true|]" } }""")]
    [InlineData("""{ "ConnectionStrings": { "search": "[|Endpoint=https://contoso.search.windows.net/;Index=hr|]" } }""")]
    [InlineData("""{ "AzureSearch": { "IndexName": "orders", "SemanticIndex": "faq", "Container": "" } }""")]
    [InlineData("""{ "Department": "hr", "Team": { "Name": "payroll" }, "IndexPrefix": "hr" }""")]
    public async Task Settings_files(string json)
    {
        await Verify.VerifyAsync("class C;", configure: test =>
        {
            Draw(test, "customer");
            test.AddAdditionalFile("/0/appsettings.json", json);
        });
        await Verify.VerifyAsync("class C;", configure: test =>
        {
            test.SetEditorConfig("root = true\n[*.cs]\nai_security.audience = customer\nai_security.data_audience.hr = employee\nai_security.data_audience.payroll = employee\n");
            test.AddAdditionalFile("/0/appsettings.json", json);
        });
    }

    [Theory]
    [InlineData("""configuration["Search:Documents"]""", """{ "Search": { "Documents": "hr" } }""")]
    [InlineData("""configuration.GetSection("Search")["Documents"]""", """{ "Search": { "Documents": "hr" } }""")]
    [InlineData("""configuration["Documents"]""", """{ "Documents": "hr" }""")]
    [InlineData("""Environment.GetEnvironmentVariable("SEARCH_DOCUMENTS")""", """{ "IsEncrypted": false, "Values": { "SEARCH_DOCUMENTS": "hr" } }""")]
    [InlineData("""Environment.GetEnvironmentVariable("Search__Documents")""", """{ "Search": { "Documents": "hr" } }""")]
    public Task Settings_that_code_reads_as_the_name_of_a_store(string read, string json) => Verify.VerifyAsync(
        Source($$"""object M() => new SearchClient(endpoint, [|{{read}}|], token);"""),
        SdkSet.Stubs,
        test =>
        {
            Draw(test, "customer");
            test.AddAdditionalFile("/0/appsettings.json", json);
        });

    [Theory]
    [InlineData("""{ "Search": { "Documents": "faq" } }""")]
    [InlineData("""{ "Other": { "Documents": "hr" }, "MySearch": { "Documents": "hr" } }""")]
    [InlineData("""{ "Search": "hr" }""")]
    [InlineData("not json")]
    public Task Settings_that_it_does_not_read(string json) => Verify.VerifyAsync(
        Source("""object M() => new SearchClient(endpoint, configuration["Search:Documents"], token);"""),
        SdkSet.Stubs,
        test =>
        {
            Draw(test, "customer");
            test.AddAdditionalFile("/0/appsettings.json", json);
        });

    [Fact]
    public Task A_store_is_reported_in_one_place() => Verify.VerifyAsync(
        Source("""object M() => new SearchClient(endpoint, configuration["Search:IndexName"], token);"""),
        SdkSet.Stubs,
        test =>
        {
            Draw(test, "customer");
            test.AddAdditionalFile("/0/appsettings.json", """{ "Search": { "IndexName": "[|hr|]" } }""");
        });

    [Fact]
    public Task Test_projects() => Verify.VerifyAsync(Source("""object M() => new SearchClient(endpoint, "hr", token);"""), SdkSet.Stubs, test =>
    {
        Draw(test, "public");
        test.SetOption("build_property.IsTestProject", "true");
    });

    [Fact]
    public Task Broken_code() => Verify.VerifyAsync(Source("""object M(SearchIndexClient client, Missing m) => m.Do(client.GetSearchClient([|"hr"|]), new AzureSearchChatDataSource { IndexName = }, client.GetSearchClient("""), SdkSet.Stubs, test =>
    {
        Draw(test, "customer");
        test.TolerateCompileErrors();
    });

    private static Task VerifyAsync([StringSyntax("C#-test")] string members) => Verify.VerifyAsync(Source(members), SdkSet.Stubs, test => Draw(test, "customer"));

    private static void Draw(AnalyzerTest<DefaultVerifier> test, string? audience)
    {
        if (audience is not null)
            test.SetOption("ai_security.audience", audience);
        test.SetOption("ai_security.data_audience.hr", "employee");
        test.SetOption("ai_security.data_audience.payroll", "employee");
        test.SetOption("ai_security.data_audience.orders", "customer");
        test.SetOption("ai_security.data_audience.faq", "public");
    }

    private static string Source(string members) => Usings + "class C(Uri endpoint, TokenCredential token, IConfiguration configuration)\n{\n" + members + "\nobject Use() => (endpoint, token, configuration);\n}";
}
