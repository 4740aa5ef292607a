using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Data.UnfilteredGroundingAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Data;

/// <summary>AISEC402: what a model searches by itself, in a server. Somebody asks, and the resource's own identity reads.</summary>
public class UnfilteredGroundingAnalyzerTests
{
    private const string Usings = """
        using Azure.AI.OpenAI.Chat;
        using Azure.Search.Documents;
        using OpenAI.Chat;

        """;

    [Theory]
    [InlineData("void M(ChatCompletionOptions o) => o.AddDataSource([|new AzureSearchChatDataSource { Endpoint = new Uri(\"https://s.search.windows.net\"), IndexName = \"letters\" }|]);")]
    [InlineData("void M(ChatCompletionOptions o) { AzureSearchChatDataSource source = [|new() { IndexName = \"letters\" }|]; source.TopNDocuments = 5; o.AddDataSource(source); }")]
    [InlineData("void M(ChatCompletionOptions o) { o.AddDataSource([|new AzureSearchChatDataSource { IndexName = \"letters\" }|]); } void N(ChatCompletionOptions o, string userId) => o.AddDataSource(new AzureSearchChatDataSource { IndexName = \"letters\", Filter = $\"owner eq '{userId}'\" });")]
    public Task Reported(string member) => VerifyAsync(member, isServer: true);

    [Theory]
    [InlineData("void M(ChatCompletionOptions o, string userId) => o.AddDataSource(new AzureSearchChatDataSource { IndexName = \"letters\", Filter = $\"owner eq '{userId}'\" });")]
    [InlineData("void M(ChatCompletionOptions o, string userId) { var source = new AzureSearchChatDataSource { IndexName = \"letters\" }; source.Filter = SearchFilter.Create($\"owner eq {userId}\"); o.AddDataSource(source); }")]
    [InlineData("object M(string userId) => Filtered(new AzureSearchChatDataSource { IndexName = \"letters\" }, userId); static object Filtered(AzureSearchChatDataSource source, string userId) { source.Filter = SearchFilter.Create($\"owner eq {userId}\"); return source; }")]
    public Task Filtered(string member) => VerifyAsync(member, isServer: true);

    [Fact]
    public Task In_front_of_a_person() => VerifyAsync("void M(ChatCompletionOptions o) => o.AddDataSource(new AzureSearchChatDataSource { IndexName = \"letters\" });", isServer: false);

    private static Task VerifyAsync(string member, bool isServer) =>
        Verify.VerifyAsync(Usings + "class C\n{\n" + member + "\n}\n", SdkSet.Latest, test => test.SetOption("build_property.UsingMicrosoftNETSdkWeb", isServer ? "true" : "false"));
}
