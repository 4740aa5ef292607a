using AiSecurity.Analyzers.Tests.Verification;
using Verify = AiSecurity.Analyzers.Tests.Verification.CodeFixVerifier<
    AiSecurity.Analyzers.Rules.Data.KeyedGroundingAnalyzer,
    AiSecurity.Analyzers.CodeFixes.Fixes.Data.KeyedGroundingFix>;

namespace AiSecurity.Analyzers.Tests.Fixes.Data;

/// <summary>AISEC401: the managed identity of the model's service.</summary>
public class KeyedGroundingFixTests
{
    [Theory]
    [InlineData("object M(string key) => new AzureSearchChatDataSource { IndexName = \"i\", Authentication = [|DataSourceAuthentication.FromApiKey(key)|] };", "object M(string key) => new AzureSearchChatDataSource { IndexName = \"i\", Authentication = DataSourceAuthentication.FromSystemManagedIdentity() };")]
    [InlineData("void M(AzureSearchChatDataSource s, string text) => s.Authentication = [|DataSourceAuthentication.FromConnectionString(text)|];", "void M(AzureSearchChatDataSource s, string text) => s.Authentication = DataSourceAuthentication.FromSystemManagedIdentity();")]
    public Task Identity(string member, string fixedMember) => FixAsync("class C { " + member + " }", "class C { " + fixedMember + " }");

    [Fact]
    public Task Keys_that_nothing_else_reads_go() => FixAsync(
        """
        class C
        {
            object M()
            {
                // The index of the shop.
                var key = Environment.GetEnvironmentVariable("SEARCH_KEY");
                return new AzureSearchChatDataSource
                {
                    IndexName = "shop", // all of it
                    Authentication = [|DataSourceAuthentication.FromApiKey(key)|], // who reads
                };
            }
        }
        """,
        """
        class C
        {
            object M()
            {
                // The index of the shop.
                return new AzureSearchChatDataSource
                {
                    IndexName = "shop", // all of it
                    Authentication = DataSourceAuthentication.FromSystemManagedIdentity(), // who reads
                };
            }
        }
        """);

    private static Task FixAsync(string source, string fixedSource) => Verify.VerifyFixAsync(
        source, fixedSource, "AISEC401.identity", configure: test => test.AddSource("/0/Usings.cs", "global using Azure.AI.OpenAI.Chat;"));
}
