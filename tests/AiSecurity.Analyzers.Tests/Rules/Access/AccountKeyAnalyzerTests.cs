using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.AnalyzerVerifier<AiSecurity.Analyzers.Rules.Access.AccountKeyAnalyzer>;

namespace AiSecurity.Analyzers.Tests.Rules.Access;

/// <summary>AISEC114: keys of AI accounts, fetched by the program.</summary>
public class AccountKeyAnalyzerTests
{
    private const string Usings = """
        using Azure.ResourceManager.CognitiveServices;
        using Azure.ResourceManager.MachineLearning;
        using Azure.ResourceManager.Search;
        using Microsoft.Azure.Management.CognitiveServices;

        """;

    [Theory]
    [InlineData("object M(CognitiveServicesAccountResource a) => a.[|GetKeys|]();")]
    [InlineData("async Task<object> M(CognitiveServicesAccountResource a) => await a.[|GetKeysAsync|]();")]
    [InlineData("object M(CognitiveServicesAccountResource a) => a.[|RegenerateKeyAsync|](null!);")]
    [InlineData("object? M(CognitiveServicesAccountResource? a) => a?[|.GetKeys()|];")]
    [InlineData("object M(SearchServiceResource s) => s.[|GetAdminKey|]();")]
    [InlineData("async Task<object> M(SearchServiceResource s) => await s.[|GetAdminKeyAsync|]();")]
    [InlineData("object M(SearchServiceResource s) => s.[|RegenerateAdminKey|](null!);")]
    [InlineData("object M(SearchServiceResource s) => s.[|CreateQueryKey|](\"app\");")]
    [InlineData("object M(SearchServiceResource s) => s.[|GetQueryKeysBySearchService|]();")]
    [InlineData("object M(SearchServiceResource s) => s.[|GetQueryKeysBySearchServiceAsync|]();")]
    [InlineData("object M(MachineLearningWorkspaceResource w) => w.[|GetKeys|]();")]
    [InlineData("object M(MachineLearningOnlineEndpointResource e) => e.[|GetKeysAsync|]();")]
    [InlineData("object M(MachineLearningOnlineEndpointResource e) => e.[|RegenerateKeys|](Azure.WaitUntil.Completed, null!);")]
    [InlineData("object M(MachineLearningBatchEndpointResource e) => e.[|GetKeys|]();")]
    [InlineData("object M(IAccountsOperations a) => a.[|ListKeys|](\"group\", \"account\");")]
    [InlineData("object M(IAccountsOperations a) => a.[|RegenerateKey|](\"group\", \"account\", default);")]
    [InlineData("object M(IAccountsOperations a) => AccountsOperationsExtensions.[|ListKeysAsync|](a, \"group\", \"account\");")]
    public Task Reported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("object M(Vault v) => v.GetKeys(); class Vault { public object GetKeys() => 1; public object GetAdminKey() => 2; }")]
    [InlineData("object M(Dictionary<string, string> d) => d.Keys;")]
    [InlineData("string M(CognitiveServicesAccountResource a) => nameof(a.GetKeys);")]
    [InlineData("object M(CognitiveServicesAccountResource a) => a.ToString()!;")]
    public Task Quiet(string member) => VerifyAsync(member);

    [Fact]
    public Task Test_projects() => VerifyAsync("object M(SearchServiceResource s) => s.GetAdminKey();", test => test.SetOption("build_property.IsTestProject", "true"));

    [Fact]
    public Task Broken_code() => VerifyAsync("object M(SearchServiceResource s, Missing m) => m.Do(s.[|GetAdminKey|]()) + s.GetAdmin", test => test.TolerateCompileErrors());

    private static Task VerifyAsync(string member, Action<Verify.Test>? configure = null) => Verify.VerifyAsync(Usings + "class C\n{\n" + member + "\n}\n", SdkSet.Stubs, configure);
}
