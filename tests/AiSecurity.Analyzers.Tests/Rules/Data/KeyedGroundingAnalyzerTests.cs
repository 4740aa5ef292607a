using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Data.KeyedGroundingAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Data;

/// <summary>AISEC401: data sources that are opened with a key.</summary>
public class KeyedGroundingAnalyzerTests
{
    private const string Usings = """
        using Azure.AI.OpenAI.Chat;

        """;

    [Theory]
    [InlineData("object M(string key) => new AzureSearchChatDataSource { IndexName = \"i\", Authentication = [|DataSourceAuthentication.FromApiKey(key)|] };")]
    [InlineData("object M(Dictionary<string, string> c) => new AzureSearchChatDataSource { Authentication = [|DataSourceAuthentication.FromApiKey(c[\"key\"])|] };")]
    [InlineData("object M(string key) { var a = [|DataSourceAuthentication.FromApiKey(key)|]; return new AzureSearchChatDataSource { Authentication = a }; }")]
    [InlineData("void M(AzureSearchChatDataSource s, string key) => s.Authentication = [|DataSourceAuthentication.FromApiKey(key)|];")]
    [InlineData("void M(AzureSearchChatDataSource s, string text) => s.Authentication = [|DataSourceAuthentication.FromConnectionString(text)|];")]
    [InlineData("void M(AzureSearchChatDataSource s, string? key) => s.Authentication = key is null ? DataSourceAuthentication.FromSystemManagedIdentity() : [|DataSourceAuthentication.FromApiKey(key)|];")]
    [InlineData("DataSourceAuthentication Make(string key) => [|DataSourceAuthentication.FromApiKey(key)|]; object M() => new[] { new AzureSearchChatDataSource { Authentication = Make(\"a\" + GetHashCode()) }, new AzureSearchChatDataSource { Authentication = Make(\"b\" + GetHashCode()) } };")]
    public Task Reported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M() => new AzureSearchChatDataSource { Authentication = DataSourceAuthentication.FromSystemManagedIdentity() };")]
    [InlineData("object M(string token) => new AzureSearchChatDataSource { Authentication = DataSourceAuthentication.FromAccessToken(token) };")]
    [InlineData("object M(DataSourceAuthentication a) => new AzureSearchChatDataSource { Authentication = a };")]
    [InlineData("object M(string text) => new CosmosChatDataSource { Authentication = DataSourceAuthentication.FromConnectionString(text) };")]
    [InlineData("object M(string key) => new ElasticsearchChatDataSource { Authentication = DataSourceAuthentication.FromEncodedApiKey(key) };")]
    [InlineData("object M(string key) => new PineconeChatDataSource { Authentication = DataSourceAuthentication.FromApiKey(key) };")]
    [InlineData("object M() => new AzureSearchChatDataSource { Authentication = DataSourceAuthentication.FromApiKey(\"some\" + \"thing\") };")]
    [InlineData("object M(string key) => DataSourceAuthentication.FromApiKey(key);")]
    public Task Quiet(string member) => VerifyAsync(member);

    [Fact]
    public Task The_oldest_version_has_it_too() => VerifyAsync("void M(AzureSearchChatDataSource s, string key) => s.Authentication = [|DataSourceAuthentication.FromApiKey(key)|];", set: SdkSet.AzureOpenAI_2_1);

    [Fact]
    public Task Test_projects() => VerifyAsync("void M(AzureSearchChatDataSource s, string key) => s.Authentication = DataSourceAuthentication.FromApiKey(key);", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync("void M(AzureSearchChatDataSource s, Missing m) { s.Authentication = [|DataSourceAuthentication.FromApiKey(m.Key)|]; s.Authentication = ; s.Authentication = DataSourceAuthentication.From", test => test.TolerateCompileErrors());

    private static Task VerifyAsync(string member, Action<Verify.Test>? configure = null, SdkSet set = SdkSet.Latest) =>
        Verify.VerifyAsync(Usings + "class C\n{\n" + member + "\n}\n", set, configure);
}
